"""What the Lambda PublishVersion does, in Python: one call of it, and the document back. Lambda's own Python runtime does more than this loop."""

import http.client
import json
import os

import boto3

AWS = boto3.client("lambda")


def handle(event):
    rollout = event["rollout"]
    published = AWS.publish_version(FunctionName=rollout["function"])
    return {**rollout, "candidateVersion": published["Version"], "candidateArn": f"{rollout['functionArn']}:{published['Version']}"}


def main():
    runtime = http.client.HTTPConnection(os.environ["AWS_LAMBDA_RUNTIME_API"])
    while True:
        runtime.request("GET", "/2018-06-01/runtime/invocation/next")
        response = runtime.getresponse()
        request = response.getheader("Lambda-Runtime-Aws-Request-Id")
        answer = json.dumps(handle(json.load(response)), separators=(",", ":"))
        runtime.request("POST", f"/2018-06-01/runtime/invocation/{request}/response", answer)
        runtime.getresponse().read()


main()
