"""Where the judged rollouts run: a function that is released, its alarm, and what can happen to them in the embedded AWS."""

import io
import json
import zipfile

from served import shared

ALIAS = "live"


class Stage:
    """A function with an alias at its first version and a $LATEST that has changed since, an alarm, and what can happen to them."""

    def __init__(self, name, provisioned=0):
        self.name, self.alarm = name, f"{name}-errors"
        self.aws, self.watch = shared().client("lambda"), shared().client("cloudwatch")
        self.aws.create_function(
            FunctionName=name, Runtime="dotnet10", Handler="Nothing", Role="arn:aws:iam::123456789012:role/judged", Code={"ZipFile": code()}, Publish=True
        )
        self.aws.create_alias(FunctionName=name, Name=ALIAS, FunctionVersion="1")
        self.aws.update_function_configuration(FunctionName=name, Environment={"Variables": {"RELEASE": "2"}})
        if provisioned:
            self.aws.put_provisioned_concurrency_config(FunctionName=name, Qualifier=ALIAS, ProvisionedConcurrentExecutions=provisioned)
        # Without data it keeps the state that it is set to.
        self.watch.put_metric_alarm(
            AlarmName=self.alarm, Namespace="Judged", MetricName=name, Statistic="Sum", Period=60, EvaluationPeriods=1, Threshold=1,
            ComparisonOperator="GreaterThanThreshold", TreatMissingData="ignore",
        )

    def input(self, more):
        return {"functionName": self.name, "aliasName": ALIAS, **json.loads(json.dumps(more).replace("ALARM", self.alarm))}

    def fire(self):
        self.watch.set_alarm_state(AlarmName=self.alarm, StateValue="ALARM", StateReason="fired by a judge")

    def say(self, word):
        """Writes a word behind the mark of the rollout that holds the alias, as anybody may do by hand."""
        mark = self.aws.get_alias(FunctionName=self.name, Name=ALIAS)["Description"].split(";")[0]
        self.aws.update_alias(FunctionName=self.name, Name=ALIAS, Description=f"{mark}; {word}")

    def move_alias(self):
        self.aws.update_alias(FunctionName=self.name, Name=ALIAS, FunctionVersion="1", RoutingConfig={})


def code():
    """A package: nobody calls this function."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as file:
        file.writestr("nothing.txt", "nothing")
    return archive.getvalue()
