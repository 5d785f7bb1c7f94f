"""moto, another fake of AWS, answers the AWS SDK's clients as the embedded AWS does: member by member, error type by error type.

What differs is in DIFFERENCES, each with its reason. A difference that is not there fails, and so does one there that is none any more.
"""

import contextlib
import functools
import io
import json
import logging
import re
import subprocess
import unittest
import urllib.request

import boto3
import botocore.config
from moto.server import ThreadedMotoServer

import alarm_calls
import project
from served import shared

CALLS = project.ROOT / "tests" / "judges" / "calls" / "bin" / "Debug" / "net10.0" / "Canary.Calls.dll"
# What Canary.Calls calls.
KINDS = ["functions", "machines", "succeeds", "waits", "fails", "stops"]
GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")

# Where they differ: which calls, what of the answer (a regular expression), what moto has there (ANY where it is its own making), and why the
# embedded AWS is right. "facts" is what is recorded of AWS: LocalStack's snapshots, the guides' pages, and botocore's service model.
ANY = object()
REFUSED = "status|error|type|answer"
DIFFERENCES = [
    # Lambda: moto checks nothing about aliases and revisions. [facts: Fakes]
    ("update with a stale revision", REFUSED, ANY, "moto compares no RevisionId; AWS answers 412 [snapshots: aliases]"),
    ("publish a stale revision", REFUSED, ANY, "moto compares no RevisionId; AWS answers 412 [snapshots: versions]"),
    ("publish other code", REFUSED, ANY, "moto compares no CodeSha256; AWS answers 400 [snapshots: versions]"),
    ("route to two versions", REFUSED, ANY, "moto takes any number of weights; AWS one [snapshots: routing]"),
    ("route the double weight", REFUSED, ANY, "moto takes any weight; AWS 0 to 1 [model: Weight]"),
    ("route to .LATEST", REFUSED, ANY, "moto takes any key; AWS [0-9]+ [model: AdditionalVersion]"),
    ("route to the alias's own version", REFUSED, ANY, "moto does not look; AWS answers 400 [snapshots: routing]"),
    ("route to a version that is not there", REFUSED, ANY, "moto does not look; AWS answers 404 [snapshots: routing]"),
    ("create one with a number for a name", REFUSED, ANY, "moto takes any name; AWS none of digits alone [model: Alias]"),
    ("create it once more", "error", "ConflictException", "the model has ResourceConflictException alone"),
    ("create it once more", "type", "AmazonLambdaException", "the model has ResourceConflictException alone"),
    ("get the .*alias|shift|describe it|promote|roll back", "status", 201, "200 [model: responseCode of GetAlias and UpdateAlias]"),
    ("get the .*alias|shift|describe it|promote|roll back", "answer HttpStatusCode", "Created", "200 [model]"),
    ("delete .*alias.*", "status", 201, "204 [model: responseCode of DeleteAlias]"),
    ("delete .*alias.*", "answer HttpStatusCode", "Created", "204 [model]"),
    ("promote|roll back|get the promoted alias", "answer RoutingConfig", {"AdditionalVersionWeights": {}}, "AWS has none without weights [snapshots: aliases]"),
    ("list the aliases", "answer Aliases 0 RoutingConfig", {"AdditionalVersionWeights": {}}, "AWS has none without weights [snapshots: aliases]"),
    ("list the versions", "answer Versions [0-9]+ (State|LastUpdateStatus)", ANY, "AWS lists no state [snapshots: versions]"),
    ("create a function|publish .*|change .*|get .*|list the versions", "answer .*RevisionId", None, "moto's functions have none [snapshots: functions]"),
    ("create a function|publish .*|change .*|get .*|list the versions", "answer .*LastModified", ANY, "AWS writes milliseconds and +0000 [snapshots]"),
    ("create a function", "answer State", "Active", "AWS answers before it is there [page functions-states]"),
    ("create a function", "answer StateReason(Code)?", None, "AWS answers before it is there [page functions-states]"),
    ("change .LATEST", "answer LastUpdateStatus", "Successful", "AWS answers before it is done [page functions-states]"),
    ("change .LATEST", "answer LastUpdateStatusReason(Code)?", None, "AWS answers before it is done [page functions-states]"),
    ("get it|get version 1", "answer Code Location", ANY, "a signed address of AWS's own; here a folder"),
    # CloudWatch.
    ("describe it, and .*", "answer MetricAlarms 0 StateValue", "OK", "a new alarm is INSUFFICIENT_DATA [model: PutMetricAlarm]"),
    ("describe it put anew|describe both kinds", "answer MetricAlarms 0 StateValue", "OK", "a changed alarm keeps its state [model: PutMetricAlarm]"),
    ("describe it put anew|describe both kinds", "answer MetricAlarms 0 StateReason", ANY, "a changed alarm keeps its state [model: PutMetricAlarm]"),
    ("describe .*", "answer MetricAlarms 0 StateReasonData", "{}", "moto sets it where AWS has nothing to tell"),
    ("describe .*", "answer MetricAlarms 0 StateTransitionedTimestamp", None, "moto does not know it [model: MetricAlarm]"),
    ("describe .*", "answer MetricAlarms 0 Metrics", [], "it belongs to alarms on expressions alone [model: PutMetricAlarm]"),
    ("put one with a period of 7 s", REFUSED, ANY, "moto checks no period [model: Period]"),
    ("put one of more than a day", REFUSED, ANY, "moto checks no evaluation range [model: EvaluationPeriods]"),
    ("put one that needs more data than it sees", REFUSED, ANY, "moto does not compare DatapointsToAlarm [model]"),
    ("put a composite alarm.*", REFUSED, ANY, "moto fails, with 500"),
    ("describe both kinds", "answer CompositeAlarms", [], "moto made no composite alarm"),
    ("describe too many", REFUSED, ANY, "100 names at most [model: AlarmNames]"),
    ("get the .*|get what has no data", "answer MetricDataResults 0 Label", ANY, "the metric's name is the label of one statistic [model: Label]"),
    ("get the .*|get what has no data", "answer Messages", None, "moto does not know it [model: GetMetricDataOutput]"),
    # Step Functions.
    ("create another one of that name", REFUSED, ANY, "moto gives the old one; AWS refuses another definition [model: CreateStateMachine]"),
    ("create one of nonsense|start with nonsense", "error", "UnknownError", "moto sends an error of no type"),
    ("create one of nonsense|start with nonsense", "type", "AmazonStepFunctionsException", "moto sends an error of no type"),
    ("start with a bad name", REFUSED, ANY, "moto checks no name of an execution [model: Name]"),
    ("describe what .*", "answer (InputDetails|RedriveCount|RedriveStatus|RedriveStatusReason)", None, "moto does not know it [model: DescribeExecution]"),
    ("list what was stopped", "answer Executions 0 RedriveCount", None, "moto does not know it [model: ExecutionListItem]"),
    ("describe what (succeeds|waits)", "answer Output", ANY, "moto writes spaces into the JSON; AWS none [snapshots]"),
    ("read how it .*", "answer Events 0 ExecutionStartedEventDetails Input", ANY, "moto writes the input anew; AWS keeps it [snapshots]"),
    ("stop it", "answer StopDate", None, "moto leaves it out; it is required [model: StopExecutionOutput]"),
    ("describe what was stopped", "answer (Error|Cause)", None, "moto forgets them [model: StopExecutionInput]"),
]


def transcript(calls, url):
    """What the calls came to, by the name of the call."""
    if not CALLS.is_file():
        raise AssertionError(f"{CALLS.name} is not built. Say: dotnet build")
    made = subprocess.run(["dotnet", CALLS, url, calls], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=120)
    if made.returncode != 0:
        raise AssertionError(f"The calls at {url} ended early:\n{made.stdout[-1000:]}{made.stderr}")
    lines = [json.loads(GUID.sub("a guid", line)) for line in made.stdout.splitlines()]
    return {line.pop("call"): line for line in lines}


def client(service, url):
    """As served.py makes them, for moto."""
    config = botocore.config.Config(retries={"total_max_attempts": 1}, parameter_validation=False)
    return boto3.client(
        service, endpoint_url=url, region_name="us-east-1", aws_access_key_id="moto", aws_secret_access_key="moto", config=config
    )


class Moto:
    """moto as a server in this process."""

    def __init__(self):
        self.server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
        # It logs each request, and each fault of an execution.
        for logger in ["werkzeug", "moto"]:
            logging.getLogger(logger).setLevel(logging.CRITICAL)
        self.server.start()
        self.url = "http://{}:{}".format(*self.server.get_host_and_port())

    def client(self, service):
        config = botocore.config.Config(retries={"total_max_attempts": 1}, parameter_validation=False)
        return boto3.client(
            service, endpoint_url=self.url, region_name="us-east-1", aws_access_key_id="moto", aws_secret_access_key="moto", config=config
        )

    def begin(self):
        """Makes it forget everything: it cannot start a second execution."""
        self.post("reset", {})
        # It can run state machines, and only says that it has unless it is told to.
        self.post("config", {"stepfunctions": {"execute_state_machine": True}})
        # It wants a function's role to be there; the embedded AWS has no IAM.
        policy = {"Statement": [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]}
        self.client("iam").create_role(RoleName="called", AssumeRolePolicyDocument=json.dumps(policy))

    def post(self, what, body):
        request = urllib.request.Request(f"{self.url}/moto-api/{what}", json.dumps(body).encode(), {"Content-Type": "application/json"})
        urllib.request.urlopen(request).close()


def differences(one, other, where=""):
    """Each place where they are not the same, with what is there in the one and in the other."""
    if isinstance(one, dict) and isinstance(other, dict):
        for name in [*one, *(name for name in other if name not in one)]:
            yield from differences(one.get(name), other.get(name), f"{where} {name}".strip())
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for i, pair in enumerate(zip(one, other)):
            yield from differences(*pair, f"{where} {i}")
    elif one != other:
        yield where, one, other


def explains(row, call, where, theirs):
    calls, places, value, _ = row
    return re.fullmatch(calls, call) and re.fullmatch(places, where) and (value is ANY or value == theirs)


@functools.cache
def found():
    """All differences, by the kind of the calls."""
    # moto's interpreter prints what it does not like of a definition.
    with contextlib.redirect_stderr(io.StringIO()):
        return compared(Moto())


def compared(moto):
    moto.begin()
    ours, theirs = (alarm_calls.transcript(client) for client in (shared().client("cloudwatch"), moto.client("cloudwatch")))
    kinds = {"alarms": (ours, theirs)}
    for kind in KINDS:
        moto.begin()
        kinds[kind] = (transcript(kind, shared().url), transcript(kind, moto.url))
    moto.server.stop()
    return {
        kind: [(call, *difference) for call in ours for difference in differences(ours[call], theirs.get(call))] for kind, (ours, theirs) in kinds.items()
    }


class MotoTest(unittest.TestCase):
    def judge(self, kind):
        unexplained = [one for one in found()[kind] if not any(explains(row, one[0], one[1], one[3]) for row in DIFFERENCES)]
        self.assertEqual([], unexplained, "not in DIFFERENCES: the call, what of it, Canary.Local's, moto's")

    def test_every_difference_in_the_table_is_still_there(self):
        every = [one for kind in found().values() for one in kind]
        gone = [row for row in DIFFERENCES if not any(explains(row, one[0], one[1], one[3]) for one in every)]
        self.assertEqual([], gone)


for kind in ["alarms", *KINDS]:
    setattr(MotoTest, f"test_calls_{kind}", lambda self, kind=kind: self.judge(kind))
