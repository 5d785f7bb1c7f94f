"""Stands before the embedded AWS as IAM stands before AWS: it refuses what the caller's policies do not allow, and notes every call."""

import functools
import http.client
import http.server
import json
import re
import threading
import urllib.parse

import botocore.session

import policies

# What IAM calls an operation of another name.
ACTIONS = {"lambda:Invoke": "lambda:InvokeFunction"}
FUNCTIONS = f"arn:aws:lambda:{policies.REGION}:{policies.ACCOUNT}:function:"


@functools.cache
def routes():
    """Lambda's operations, by method and path, as botocore's model has them."""
    model = botocore.session.get_session().get_service_model("lambda")
    found = []
    for name in model.operation_names:
        http_trait = model.operation_model(name).http
        path = re.sub(r"\\\{(\w+)\\\}", r"(?P<\1>[^/]+)", re.escape(http_trait["requestUri"].split("?")[0]))
        found.append((http_trait["method"], re.compile(path + "/?$"), name))
    return found


def call(method, target, headers, body):
    """The action and the resource that IAM would judge."""
    path, _, query = target.partition("?")
    if operation := headers.get("X-Amz-Target"):
        service, _, name = operation.partition(".")
        if service == "AWSStepFunctions":
            asked = json.loads(body)
            return f"states:{name}", asked.get("stateMachineArn") or asked.get("executionArn") or "*"
        return f"cloudwatch:{name}", "*"
    if found := re.search(r"/service/GraniteServiceVersion20100801/operation/(\w+)", path):
        return f"cloudwatch:{found.group(1)}", "*"
    for route_method, pattern, name in routes():
        if method == route_method and (found := pattern.match(urllib.parse.unquote(path))):
            action = ACTIONS.get(f"lambda:{name}", f"lambda:{name}")
            qualifier = urllib.parse.parse_qs(query).get("Qualifier", [""])[0]
            return action, function_arn(found.groupdict().get("FunctionName", "*"), qualifier)
    return f"sts:{urllib.parse.parse_qs(body.decode())['Action'][0]}", "*"


def function_arn(name, qualifier):
    arn = name if name.startswith("arn:") else FUNCTIONS + name
    return f"{arn}:{qualifier}" if qualifier else arn


class Gate:
    """An endpoint of its own for one caller. Everybody may ask STS who they are."""

    def __init__(self, upstream, statements):
        self.upstream, self.statements = upstream.removeprefix("http://"), statements
        self.calls, self.denied = [], []
        gate = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def handle_any(self):
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                gate.answer(self, body)

            do_GET = do_POST = do_PUT = do_DELETE = handle_any

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = "http://127.0.0.1:{}".format(self.server.server_address[1])

    def answer(self, request, body):
        action, resource = call(request.command, request.path, request.headers, body)
        self.calls.append((action, resource))
        if not action.startswith("sts:") and not policies.allows(self.statements, action, resource):
            self.denied.append((action, resource))
            message = f"User: arn:aws:sts::{policies.ACCOUNT}:assumed-role/pipeline/run is not authorized to perform: {action} on resource: {resource}"
            answer = json.dumps({"__type": "AccessDeniedException", "message": message}).encode()
            # Step Functions denies with 400, the others with 403.
            self.send(request, 400 if action.startswith("states:") else 403, {"x-amzn-ErrorType": "AccessDeniedException"}, answer)
            return
        upstream = http.client.HTTPConnection(self.upstream, timeout=60)
        headers = {name: value for name, value in request.headers.items() if name.lower() not in ("host", "connection")}
        upstream.request(request.command, request.path, body, headers)
        answer = upstream.getresponse()
        kept = {name: value for name, value in answer.getheaders() if name.lower() not in ("transfer-encoding", "content-length", "connection")}
        self.send(request, answer.status, kept, answer.read())
        upstream.close()

    @staticmethod
    def send(request, status, headers, body):
        request.send_response_only(status)
        for name, value in headers.items():
            request.send_header(name, value)
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)

    def close(self):
        self.server.shutdown()
        self.server.server_close()
