"""Lambda's Runtime API for one invocation, to start a package as Lambda starts it."""

import contextlib
import http.server
import json
import os
import queue
import subprocess
import threading

REQUEST = "8476a536-e9f4-11e8-9739-2dfe598c3fcd"


class Answers(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        body = self.server.events.get()
        self.send_response(200)
        self.send_header("Lambda-Runtime-Aws-Request-Id", REQUEST)
        self.send_header("Lambda-Runtime-Deadline-Ms", "4102444800000")
        self.send_header("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:us-east-1:123456789012:function:judge")
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        size = self.headers.get("Content-Length")
        body = self.rfile.read(int(size)) if size else b"".join(self.chunks())
        self.server.answers.put((self.path, body))
        self.send_response(202)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def chunks(self):
        while size := int(self.rfile.readline(), 16):
            yield self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()

    def log_message(self, *_):
        pass


def next_answer(answers, process, seconds):
    for _ in range(seconds):
        with contextlib.suppress(queue.Empty):
            return answers.get(timeout=1)
        if process.poll() is not None:
            break
    return answers.get_nowait()


def command(package):
    """As the start script of Lambda's .NET runtime does: an assembly of the handler's name if there is one, else the file of that name itself."""
    if (package / "Canary.Functions.dll").is_file():
        return ["dotnet", "exec", "--depsfile", "Canary.Functions.deps.json", "--runtimeconfig", "Canary.Functions.runtimeconfig.json", "Canary.Functions.dll"]
    return [str(package / "Canary.Functions")]


def invoke(package, step, event, timeout=60):
    """Starts the package as the function of that step, gives it the event, and returns where it posted its answer and the answer."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    server.daemon_threads = True
    server.events, server.answers = queue.Queue(), queue.Queue()
    server.events.put(json.dumps(event).encode())
    threading.Thread(target=server.serve_forever, daemon=True).start()
    environment = {
        **os.environ,
        "ANNOTATIONS_HANDLER": step,
        "AWS_ACCESS_KEY_ID": "judge",
        "AWS_SECRET_ACCESS_KEY": "judge",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "512",
        "AWS_LAMBDA_FUNCTION_NAME": "judge",
        "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST",
        "AWS_LAMBDA_RUNTIME_API": f"127.0.0.1:{server.server_port}",
        "AWS_REGION": "us-east-1",
    }
    process = subprocess.Popen(
        command(package),
        cwd=package, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )
    try:
        path, body = next_answer(server.answers, process, timeout)
        return path, json.loads(body)
    except queue.Empty:
        process.kill()
        raise AssertionError(f"The package gave no answer within {timeout} s. It wrote:\n{process.communicate()[0]}") from None
    finally:
        process.kill()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.communicate(timeout=10)
        server.shutdown()
