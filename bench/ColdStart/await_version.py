"""What the Lambda AwaitVersion does, in Python: one call of GetFunction, and the document back. Lambda's own Python runtime does more than this loop."""

import http.client
import json
import os

import boto3

AWS = boto3.client("lambda")


def handle(event):
    rollout = event["rollout"]
    found = AWS.get_function(FunctionName=rollout["function"], Qualifier=rollout["candidateVersion"])["Configuration"]
    if found["State"] != "Active" or found["LastUpdateStatus"] != "Successful":
        raise RuntimeError(f"Version {found['Version']} is {found['State']}.")
    return {**rollout, "reason": f"Version {found['Version']} is Active."}


def main():
    runtime = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
    while True:
        runtime.request("GET", "/2018-06-01/runtime/invocation/next")
        response = runtime.getresponse()
        request = response.getheader("Lambda-Runtime-Aws-Request-Id")
        answer = json.dumps(handle(json.load(response)))
        runtime.request("POST", f"/2018-06-01/runtime/invocation/{request}/response", answer)
        runtime.getresponse().read()


main()
