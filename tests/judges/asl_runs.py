"""One way through the state machine, run by the embedded AWS's Step Functions and by local-sfn."""

import dataclasses
import datetime
import json
import re
import subprocess
from collections.abc import Callable

from botocore.exceptions import ClientError

import project
from served import shared, until

# Ends the name of a state that is not in the file.
ADDED = " (added)"


@dataclasses.dataclass(frozen=True, eq=False)
class Event:
    """Something that happens once, when a state is entered for the nth time: one that waits, so that it happens before the next task."""

    state: str
    happens: Callable
    nth: int = 1


@dataclasses.dataclass(frozen=True, eq=False)
class Way:
    """One way through the state machine: its name, how it ends, what it is started with, and what goes wrong and what happens meanwhile.

    The answers are to tasks that wait for their tokens: the state, and what SendTaskSuccess or SendTaskFailure is told.
    Provisioned environments, if any, are the alias's before it starts.
    """

    name: str
    ends: str
    input: dict
    faults: tuple = ()
    events: tuple = ()
    answers: tuple = ()
    provisioned: int = 0

    def names(self):
        """The functions on which it is gone, by Step Functions and by local-sfn."""
        return f"{self.name}-1", f"{self.name}-2"

    def all_faults(self):
        return [fault.replace("NAME", name) for fault in self.faults for name in self.names()]


class Recorded:
    """An execution in the embedded AWS, as its history tells it."""

    def __init__(self, stage, way):
        self.states = shared().client("stepfunctions")
        self.due, self.answers = list(way.events), list(way.answers)
        # How many attempts of tasks there had been when something happened.
        self.attempts_before = {}
        start = self.states.start_execution(stateMachineArn=shared().state_machine, input=json.dumps(stage.input(way.input)))
        self.arn = start["executionArn"]
        self.machine = self.states.describe_state_machine_for_execution(executionArn=self.arn)
        self.definition = json.loads(self.machine["definition"])
        self.end = until(lambda: self.look(stage), lambda end: end["status"] != "RUNNING", pause=0.01)
        self.events = self.history()

    def look(self, stage):
        end = self.states.describe_execution(executionArn=self.arn)
        if self.due or self.answers:
            self.events = self.history()
            self.answer()
            entered = [visit["name"] for visit in self.visited()]
            for event in [event for event in self.due if entered.count(event.state) >= event.nth]:
                self.due.remove(event)
                self.attempts_before[event] = len(self.attempts())
                event.happens(stage)
        return end

    def answer(self):
        """Answers the task that waits, if there is an answer to it."""
        attempt = next(iter(self.attempts()[-1:]), {})
        answer = next((answer for answer in self.answers if answer[0] == attempt.get("state") and self.events[-1]["type"] == "TaskSubmitted"), None)
        if answer:
            self.answers.remove(answer)
            send = self.states.send_task_failure if "error" in answer[1] else self.states.send_task_success
            send(taskToken=self.token(attempt), **answer[1])

    def token(self, attempt):
        return next(tokens(self.definition["States"][attempt["state"]].get("Parameters", {}), attempt["parameters"]), None)

    def history(self):
        pages = self.states.get_paginator("get_execution_history").paginate(executionArn=self.arn)
        return [event for page in pages for event in page["events"]]

    def visited(self):
        visits = []
        for event in self.events:
            if details := event.get("stateEnteredEventDetails"):
                visits.append({"name": details["name"], "input": json.loads(details["input"])})
            if details := event.get("stateExitedEventDetails"):
                visits[-1]["output"] = json.loads(details["output"])
        return visits

    def attempts(self):
        attempts = []
        for event in self.events:
            if details := event.get("stateEnteredEventDetails"):
                state = details["name"]
            if details := event.get("taskScheduledEventDetails"):
                attempts.append({"state": state, "parameters": json.loads(details["parameters"])})
            if details := event.get("taskSucceededEventDetails"):
                attempts[-1]["result"] = json.loads(details["output"])
            if details := event.get("taskFailedEventDetails") or event.get("taskTimedOutEventDetails"):
                attempts[-1] |= {"error": details["error"], "cause": details.get("cause", "")}
        return attempts

    def run(self):
        return {"visited": self.visited(), "attempts": self.attempts(), "end": self.ended()}

    def ended(self):
        """How it ended; a text that an intrinsic function made has no backslash, since it has none in local-sfn."""
        if self.end["status"] == "SUCCEEDED":
            return {"output": json.loads(self.end["output"])}
        last = self.definition["States"][self.visited()[-1]["name"]]
        return {
            field: self.end[field].replace("\\", "") if last.get(f"{field.title()}Path", "").startswith("States.") else self.end[field]
            for field in ("error", "cause")
        }

    def context(self):
        """The context object, and what of it changes from state to state: for each attempt of each Task state, in order."""
        context = {
            "Execution": {"Id": self.arn, "Name": self.end["name"], "RoleArn": self.machine["roleArn"], "RedriveCount": 0},
            "StateMachine": {"Id": self.machine["stateMachineArn"], "Name": self.machine["name"]},
        }
        recorded = {}
        for event in self.events:
            if details := event.get("stateEnteredEventDetails"):
                time = event["timestamp"].astimezone(datetime.UTC).isoformat(timespec="milliseconds")
                state = {"EnteredTime": time.replace("+00:00", "Z"), "Name": details["name"], "RetryCount": 0}
            if "taskScheduledEventDetails" in event:
                earlier = recorded.setdefault(state["Name"], [])
                attempt = [attempt for attempt in self.attempts() if attempt["state"] == state["Name"]][len(earlier)]
                earlier.append({"State": state, "Task": {"Token": self.token(attempt)}})
        return context, recorded


class Judged:
    """The same in local-sfn."""

    def __init__(self, stage, way, record):
        self.stage, self.way, self.record, self.attempts = stage, way, record, []
        self.due = list(way.events)
        context, recorded = record.context()
        start = {"definition": adapted(record.definition), "input": stage.input(way.input), "context": context, "recorded": recorded}
        said = interpret(start, self.answer)
        self.end = {name: said[name] for name in ("output", "error", "cause") if name in said}
        self.visited = visited(said["visited"])

    def run(self):
        return {"visited": self.visited, "attempts": self.attempts, "end": self.end}

    def answer(self, question):
        state, parameters = question["task"], question["parameters"]
        for event in [event for event in self.due if len(self.attempts) == self.record.attempts_before[event]]:
            self.due.remove(event)
            event.happens(self.stage)
        answer = self.outcome(state, parameters)
        self.attempts.append({"state": state, "parameters": parameters, **answer})
        return answer

    def outcome(self, state, parameters):
        """What Lambda makes of it now. What comes from elsewhere, or of time, is as the record has it: the same event in the same world."""
        recorded = next(iter(self.record.attempts()[len(self.attempts) :]), {})
        outcome = {name: recorded[name] for name in ("result", "error", "cause") if name in recorded}
        resource = self.record.definition["States"][state]["Resource"]
        if outcome.get("error") == "States.Timeout" or not resource.startswith("arn:aws:states:::lambda:invoke"):
            return outcome
        answer = self.invoke(**parameters)
        if "error" in answer or resource.endswith(".waitForTaskToken"):
            return answer if "error" in answer else outcome
        return {"result": {**outcome.get("result", {}), **answer["result"]}}

    def invoke(self, FunctionName, Payload):
        try:
            answer = self.stage.aws.invoke(FunctionName=FunctionName, Payload=json.dumps(Payload))
        except ClientError as refusal:
            error, status = refusal.response["Error"], refusal.response["ResponseMetadata"]
            details = f"Status Code: {status['HTTPStatusCode']}; Error Code: {error['Code']}; Request ID: {status['RequestId']}; Proxy: null"
            return {"error": f"Lambda.{error['Code']}", "cause": f"{error['Message']} (Service: AWSLambda; {details})"}
        document = answer["Payload"].read().decode()
        if "FunctionError" in answer:
            return {"error": json.loads(document)["errorType"], "cause": document}
        return {"result": {"ExecutedVersion": answer["ExecutedVersion"], "Payload": json.loads(document), "StatusCode": answer["StatusCode"]}}


def interpret(start, answer):
    """Runs local-sfn, which asks for each result of a task, to the end."""
    process = subprocess.Popen(
        ["node", "run-asl.cjs"], cwd=project.ROOT / "tests" / "judges", stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )

    def ask(message):
        process.stdin.write(json.dumps(message) + "\n")
        process.stdin.flush()
        line = process.stdout.readline()
        if not line:
            raise AssertionError(f"local-sfn did not run. Is it installed (npm ci in tests/judges)?\n{process.communicate()[1]}")
        return json.loads(line)

    try:
        said = ask(start)
        while "task" in said:
            said = ask(answer(said))
        return said
    finally:
        process.kill()
        process.communicate()


def tokens(template, parameters):
    """Where a template has the task's token, what the parameters made of it have there."""
    for name, value in template.items():
        if value == "$$.Task.Token":
            yield parameters[name.removesuffix(".$")]
        if isinstance(value, dict):
            yield from tokens(value, parameters[name])


def visited(visits):
    """The states of the file alone. A Fail state has no output: what the state before it has computed is in its error and cause."""
    for one, after in zip(visits, visits[1:]):
        if after["name"] == one["name"] + ADDED:
            del one["output"]
    return [visit for visit in visits if not visit["name"].endswith(ADDED)]


def adapted(definition):
    """The same state machine in local-sfn's words: see DIFFERENCES in test_local_sfn.py."""
    states = {}
    for name, state in definition["States"].items():
        states[name] = json.loads(re.sub(r"\$\$\.(State|Task)\.", rf"$$.States.{name}.\1.", json.dumps(state)))
        # Time does not pass there.
        states[name].pop("TimeoutSecondsPath", None)
        computed = {field: state[f"{field}Path"] for field in ("Error", "Cause") if state.get(f"{field}Path", "").startswith("States.")}
        if computed:
            kept = {field: value for field, value in state.items() if field.removesuffix("Path") not in computed}
            evaluated = {f"{field}.$": call for field, call in computed.items()}
            states[name] = {"Type": "Pass", "Parameters": evaluated, "ResultPath": "$.added", "Next": name + ADDED}
            states[name + ADDED] = {**kept, **{f"{field}Path": f"$.added.{field}" for field in computed}}
    return {**definition, "States": states}
