"""The shop that the pages release in: its function orders with the alias live, an alarm, a folder like its repository, and shells with a role."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import native
from cloudformation import package
from gate import Gate
from served import shared

ROLE = "arn:aws:iam::123456789012:role/orders"


class Shop:
    """Use it in a with statement. Each has a new function orders, whose alias is at version 1."""

    def __init__(self, statements):
        self.statements = statements

    def __enter__(self):
        self.lambdas, self.states = shared().client("lambda"), shared().client("stepfunctions")
        forget()
        self.lambdas.create_function(
            FunctionName="orders", Runtime="dotnet10", Handler="Nothing", Role=ROLE, Code={"ZipFile": package("one")}, Publish=True
        )
        self.lambdas.create_alias(FunctionName="orders", Name="live", FunctionVersion="1")
        self.set_alarm("OK")
        self.gate = Gate(shared().url, self.statements)
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="canary-shop-")).resolve()
        self.change("two")
        tools = self.folder / ".tools"
        tools.mkdir()
        (tools / "aws").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m awscli "$@"\n')
        (tools / "aws").chmod(0o755)
        (tools / "canary").symlink_to(native.canary())
        return self

    def __exit__(self, *_):
        arn = shared().state_machine.removesuffix(":live")
        for running in self.states.list_executions(stateMachineArn=arn, statusFilter="RUNNING")["executions"]:
            self.states.stop_execution(executionArn=running["executionArn"])
        self.gate.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def change(self, content):
        """Commits new code, and gives the commit."""
        (self.folder / "src").mkdir(exist_ok=True)
        (self.folder / "src" / "orders.py").write_text(content)
        git = ["git", "-C", self.folder, "-c", "user.name=judge", "-c", "user.email=judge@example.com", "-c", "commit.gpgsign=false"]
        for command in (["init", "--quiet"], ["add", "src"], ["commit", "--quiet", "--message", content]):
            subprocess.run([*git, *command], check=True, capture_output=True)
        return subprocess.run([*git, "rev-parse", "HEAD"], check=True, capture_output=True, text=True).stdout.strip()

    def set_alarm(self, state):
        watch = shared().client("cloudwatch")
        # Without data it keeps the state that it is set to.
        watch.put_metric_alarm(
            AlarmName="orders-live-errors", Namespace="Judged", MetricName="orders", Statistic="Sum", Period=60, EvaluationPeriods=1, Threshold=1,
            ComparisonOperator="GreaterThanThreshold", TreatMissingData="ignore",
        )
        watch.set_alarm_state(AlarmName="orders-live-errors", StateValue=state, StateReason="set by a judge")

    def run(self, script, *shell, **variables):
        """Runs a script as a pipeline's step, and gives its exit code and all that it printed."""
        environment = {name: value for name, value in shared().environment.items() if not name.startswith(("GITHUB_", "CI", "GIT_", "BUILD_"))}
        environment |= {
            "AWS_ENDPOINT_URL": self.gate.url, "PATH": f"{self.folder / '.tools'}:{os.environ['PATH']}", "STATE_MACHINE": self.state_machine, **variables,
        }
        result = subprocess.run(
            [*(shell or ("bash", "-e")), "-c", script], cwd=self.folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True, check=False, timeout=170,
        )
        return result.returncode, result.stdout

    @property
    def state_machine(self):
        """What the stack's output tells to start."""
        return shared().state_machine

    def alias(self):
        return self.lambdas.get_alias(FunctionName="orders", Name="live")

    def code_of(self, version):
        return self.lambdas.get_function_configuration(FunctionName="orders", Qualifier=version)["CodeSha256"]

    def executions(self):
        """The names of all that there are."""
        arn = shared().state_machine.removesuffix(":live")
        pages = self.states.get_paginator("list_executions").paginate(stateMachineArn=arn)
        return {one["name"] for page in pages for one in page["executions"]}


def forget():
    """Takes the function away that another judge has left."""
    lambdas = shared().client("lambda")
    try:
        lambdas.delete_function(FunctionName="orders")
    except lambdas.exceptions.ResourceNotFoundException:
        pass
