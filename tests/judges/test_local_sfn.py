"""local-sfn, another interpreter of the Amazon States Language, runs the same file with the same Lambdas and goes the same way with the same data.

Each way is gone twice, each time with a fresh function: by the embedded AWS's own Step Functions, whose history is the record, then by local-sfn
(aws-local-stepfunctions), for which this judge invokes the Lambdas of the same embedded AWS. What happens meanwhile happens at the same place.
"""

import functools
import json
import re
import unittest

import project
import served
from asl_runs import Event, Judged, Recorded, Way, interpret
from stage import Stage

# A check waits for seconds of the machine's where something has to happen meanwhile.
WAYS = [
    Way(
        "promoted", "Promoted",
        {"steps": [{"weight": 10, "bakeSeconds": 60}, {"weight": 50, "bakeSeconds": 40}], "checkIntervalSeconds": 30, "alarms": ["ALARM"]},
    ),
    Way("promoted-at-once", "Promoted", {"deploymentConfig": "AllAtOnce", "description": "all \"at\" once: 100 % \\ {}"}),
    Way("nothing-to-do", "NothingToDo", {"targetVersion": "1", "deploymentConfig": "AllAtOnce"}),
    Way("refused", "Refused", {"steps": [{"weight": 20, "bakeSeconds": 60}, {"weight": 10, "bakeSeconds": 60}], "alarms": ["no-such-alarm"], "speed": "fast"}),
    Way(
        "rolled-back", "RolledBack", {"steps": [{"weight": 10, "bakeSeconds": 6000}], "checkIntervalSeconds": 300, "alarms": ["ALARM"]},
        events=(Event("Bake", Stage.fire, nth=2),),
    ),
    Way(
        "alias-changed", "AliasChanged", {"steps": [{"weight": 10, "bakeSeconds": 600}, {"weight": 50, "bakeSeconds": 60}], "checkIntervalSeconds": 600},
        events=(Event("Bake", Stage.move_alias),),
    ),
    Way("publish-fails", "Failed", {"deploymentConfig": "AllAtOnce"}, faults=("lambda:PublishVersion(NAME) access-denied",)),
    Way("plan-fails", "CallFailed", {"deploymentConfig": "AllAtOnce"}, faults=("lambda:GetAlias(NAME:live) server-error",)),
    Way(
        "rollback-fails", "RollbackFailed", {"deploymentConfig": "AllAtOnce"},
        faults=("lambda:UpdateAlias(NAME:live) access-denied", "lambda:GetAlias(NAME:live) server-error #2"),
    ),
    # The SDK calls twice before a Lambda gives up: two attempts fail, and the third succeeds.
    Way("a-retry-helps", "Promoted", {"deploymentConfig": "AllAtOnce"}, faults=("lambda:UpdateAlias(NAME:live) throttle x4",)),
    Way("an-answer-is-lost", "Promoted", {"deploymentConfig": "AllAtOnce"}, faults=("lambda:UpdateAlias(NAME:live) lost-response x1",)),
    Way("hooks-pass", "Promoted", {"deploymentConfig": "AllAtOnce", "hooks": {"beforeAllowTraffic": "sample", "afterAllowTraffic": "sample:live"}}),
    Way(
        "a-hook-fails", "RolledBack", {"deploymentConfig": "AllAtOnce", "hooks": {"beforeAllowTraffic": "sample:live", "afterAllowTraffic": "sample:1"}},
        faults=("function:sample(1) crash-before",),
    ),
    Way(
        "hooks-call-back", "RolledBack", {"deploymentConfig": "AllAtOnce", "hooks": {
            "beforeAllowTraffic": {"functionName": "sample", "waitForCallback": True},
            "afterAllowTraffic": {"functionName": "sample", "waitForCallback": True, "timeoutSeconds": 3600},
        }},
        answers=(
            ("BeforeAllowTrafficCallback", {"output": '{"status": "Succeeded", "reason": "12 tests"}'}),
            ("AfterAllowTrafficCallback", {"error": "Broken", "cause": 'it said "no"'}),
        ),
    ),
    Way(
        "a-hook-is-silent", "RolledBack",
        {"deploymentConfig": "AllAtOnce", "hooks": {"beforeAllowTraffic": {"functionName": "sample", "waitForCallback": True, "timeoutSeconds": 30}}},
    ),
    Way("the-first-one", "Created", {"aliasName": "first", "createAlias": True, "deploymentConfig": "AllAtOnce", "hooks": {"beforeAllowTraffic": "sample"}}),
    Way(
        "approved-then-rejected", "RolledBack",
        {
            "steps": [{"weight": 10, "bakeSeconds": 60, "approvalSeconds": 7200}, {"weight": 50, "bakeSeconds": 60, "approvalSeconds": 7200}],
            "checkIntervalSeconds": 600,
        },
        events=(
            Event("Bake", lambda stage: stage.say("approve by alice: 12 tests"), nth=2),
            Event("Bake", lambda stage: stage.say('reject by bob: p99 is "3 s"'), nth=4),
        ),
    ),
    Way(
        "provisioned", "Promoted", {"steps": [{"weight": 10, "bakeSeconds": 30}], "checkIntervalSeconds": 30, "provisionedConcurrency": 4},
        provisioned=2,
    ),
    Way("nobody-approves", "RolledBack", {"steps": [{"weight": 10, "bakeSeconds": 30, "approvalSeconds": 60}], "checkIntervalSeconds": 30}),
]


# Where local-sfn has less than AWS, and what this judge does about it: why, and states that end as said only as long as that is so.
# Sources: README.md, docs/feature-support.md and build/main.node.cjs of the package; the specification (https://states-language.net/spec.html).
# Whatever is not here has to be the same.
DIFFERENCES = {
    "Only a Lambda function's ARN can be a Resource": (
        "docs/feature-support.md: 'only Lambda functions supported'. The judge invokes them itself (README: Task state override), with the record's "
        "SdkHttpMetadata. Events, callbacks and time-outs are as recorded. (Not tried here: it would call AWS.)",
        {"A": {"Type": "Succeed"}},
        {"seconds": 5},
    ),
    "The context object has neither State nor Task": (
        "README: 'the Context Object will default to' Execution alone. The judge gives them, as the record has them.",
        {"A": {"Type": "Pass", "Parameters": {"at.$": "$$.State.EnteredTime"}, "End": True}},
        "States.Runtime",
    ),
    "TimeoutSecondsPath is a path into the parameters": (
        "TaskStateAction reads it in what Parameters made; the specification has it select from the state's input. The judge leaves it out: "
        "no time passes, and what timed out is as recorded.",
        {"A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"a": 1}, "TimeoutSecondsPath": "$.seconds", "End": True}},
        "States.Runtime",
    ),
    "ErrorPath and CausePath take no intrinsic function": (
        "FailStateAction reads a path only; the specification allows an intrinsic function. The judge adds a Pass state before the Fail state: "
        "there local-sfn evaluates it.",
        {"A": {"Type": "Fail", "ErrorPath": "States.Format('right')"}},
        "States.Runtime",
    ),
    "What an intrinsic function returns loses its backslashes": (
        "BaseIntrinsicFunction removes them all, and so breaks the JSON of States.JsonToString. The judge compares such a cause without them.",
        {"A": {"Type": "Pass", "Parameters": {"a": "\""}, "Next": "B"}, "B": {"Type": "Pass", "Parameters": {"b.$": "States.JsonToString($)"}, "End": True}},
        {"b": '{"a":"""}'},
    ),
}

served.FAULTS += [fault for way in WAYS for fault in way.all_faults()]

GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def alike(run, name):
    """What must differ, made the same: the function's name, and revisions and requests, which are told apart by the order in which they appear."""
    seen = {}
    text = json.dumps(run).replace(name, "NAME")
    return json.loads(GUID.sub(lambda found: seen.setdefault(found.group(), f"id {len(seen) + 1}"), text))


def untraced(value):
    """Without a Lambda's stack trace: of calls that fail together, the one that is seen first differs from run to run."""
    return re.sub(r'"stackTrace": \[.*?\n  \]', '"stackTrace": []', value, flags=re.DOTALL) if isinstance(value, str) else value


def difference(one, other, where="$"):
    """The first place where two documents are not the same."""
    if isinstance(one, dict) and isinstance(other, dict):
        found = (difference(one.get(name), other.get(name), f"{where}.{name}") for name in [*one, *(name for name in other if name not in one)])
        return next(filter(None, found), None)
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        return next(filter(None, (difference(*pair, f"{where}[{i}]") for i, pair in enumerate(zip(one, other)))), None)
    same = untraced(one) == untraced(other) and isinstance(one, bool) == isinstance(other, bool)
    return None if same else f"{where}\nCanary.Local: {json.dumps(one)}\nlocal-sfn:    {json.dumps(other)}"


@functools.cache
def go(way):
    """Both runs, and what they have that can be compared."""
    first, second = (Stage(name, way.provisioned) for name in way.names())
    record = Recorded(first, way)
    judged = Judged(second, way, record)
    return alike(record.run(), first.name), alike(judged.run(), second.name)


class LocalSfnTest(unittest.TestCase):
    def judge(self, way):
        expected, actual = go(way)
        self.assertEqual(way.ends, expected["end"].get("error") or expected["end"]["output"]["outcome"])
        self.assertEqual(names(expected), names(actual))
        self.assertIsNone(difference(expected, actual), "the first difference")

    def test_every_state_is_on_a_way(self):
        self.assertEqual(set(project.state_machine()["States"]), {name for way in WAYS for name in names(go(way)[0])})

    def test_what_is_done_for_local_sfn_is_still_needed(self):
        for difference, (_, states, end) in DIFFERENCES.items():
            with self.subTest(difference):
                start = {"definition": {"StartAt": "A", "States": states}, "input": {"seconds": 5}, "context": {}, "recorded": {}}
                said = interpret(start, lambda question: {"result": {}})
                self.assertEqual(end, said["output"] if "output" in said else said["error"])


def names(run):
    return [visit["name"] for visit in run["visited"]]


for one in WAYS:
    setattr(LocalSfnTest, f"test_way_{one.name.replace('-', '_')}", lambda self, way=one: self.judge(way))
