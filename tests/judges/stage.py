"""Where the judged rollouts run: a function that is released, its alarm, and what can happen to them in the embedded AWS."""

import io
import json
import zipfile

from served import shared

ALIAS = "live"


class Stage:
    """A function with an alias at its first version and a $LATEST that has changed since, an alarm, and what can happen to them."""

    def __init__(self, name):
        self.name, self.alarm = name, f"{name}-errors"
        self.aws, self.watch = shared().client("lambda"), shared().client("cloudwatch")
        self.broken = set()
        self.aws.create_function(
            FunctionName=name, Runtime="dotnet10", Handler="Nothing", Role="arn:aws:iam::123456789012:role/judged", Code={"ZipFile": code()}, Publish=True
        )
        self.aws.create_alias(FunctionName=name, Name=ALIAS, FunctionVersion="1")
        self.aws.update_function_configuration(FunctionName=name, Environment={"Variables": {"RELEASE": "2"}})
        # Without data it keeps the state that it is set to.
        self.watch.put_metric_alarm(
            AlarmName=self.alarm, Namespace="Judged", MetricName=name, Statistic="Sum", Period=60, EvaluationPeriods=1, Threshold=1,
            ComparisonOperator="GreaterThanThreshold", TreatMissingData="ignore",
        )

    def input(self, more):
        return {"functionName": self.name, "aliasName": ALIAS, **json.loads(json.dumps(more).replace("ALARM", self.alarm))}

    def fire(self):
        self.watch.set_alarm_state(AlarmName=self.alarm, StateValue="ALARM", StateReason="fired by a judge")

    def move_alias(self):
        self.aws.update_alias(FunctionName=self.name, Name=ALIAS, FunctionVersion="1", RoutingConfig={})

    def throttle(self, *states):
        """Lambda refuses each call of these states' functions."""
        for state in states:
            self.aws.put_function_concurrency(FunctionName=function(state), ReservedConcurrentExecutions=0)
        self.broken |= set(states)

    def crash(self, *states):
        """These states' functions get a heap too small to live in."""
        for state in states:
            self.change(state, lambda variables: {**variables, "DOTNET_GCHeapHardLimit": "1"})
        self.broken |= set(states)

    def mend(self, *states):
        for state in states or self.broken:
            self.aws.delete_function_concurrency(FunctionName=function(state))
            self.change(state, lambda variables: {name: value for name, value in variables.items() if name != "DOTNET_GCHeapHardLimit"})

    def change(self, state, change):
        now = self.aws.get_function_configuration(FunctionName=function(state))["Environment"]["Variables"]
        if change(now) != now:
            self.aws.update_function_configuration(FunctionName=function(state), Environment={"Variables": change(now)})


def code():
    """A package: nobody calls this function."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("nothing.txt", "nothing")
    return archive.getvalue()


def function(state):
    return f"canary-{state}Function"
