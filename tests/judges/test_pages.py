"""Every command that a page tells to type, but those of docs/pipelines.md and docs/from-codedeploy.md, which have judges of their own. It runs here, on the
embedded AWS, in the situation that the page speaks of; or it needs what only AWS has, and the page or its first word says so."""

import json
import re
import unittest

import pages
import project
from cloudformation import package
from served import shared, until
from shop import Shop

ELSEWHERE = {"docs/pipelines.md", "docs/from-codedeploy.md"}
# What a command begins with.
COMMAND = re.compile(r"(aws|canary|sam|echo|export|dotnet|bash|python3?|npm|touch) |(execution|PATH|CANARY_\w+)=|tests/|artifacts/")
# The SAM CLI and CloudFormation are AWS's own.
AWS_ONLY = re.compile(r"(sam|aws (cloudformation|iam)) ")
# What builds and tests a clone: .ci/run and development.md are about it.
CLONE = re.compile(r"(dotnet|bash|python3?|npm|touch) |(PATH|CANARY_\w+)=|tests/|artifacts/")
ANYBODY = [{"Effect": "Allow", "Action": "*", "Resource": "*"}]


def commands():
    """Each command with its page, in order. One that goes on in further lines is one."""
    for page in ["README.md", *sorted(str(path.relative_to(project.ROOT)) for path in (project.ROOT / "docs").glob("*.md"))]:
        for block in pages.blocks(page) if page not in ELSEWHERE else ():
            if block.language not in ("", "sh") or not COMMAND.match(block.text):
                continue
            for command in re.findall(r"(?:[^\n'\"\\|]|\\\n|\\.|\|\n?|'[^']*'|\"(?:\\.|[^\"\\])*\")+", block.text):
                if not pages.ELSEWHERE.search(command) and not AWS_ONLY.match(command) and not CLONE.match(command):
                    yield str(block), command


class Situation:
    """What has happened before somebody types a command at orders:live. Each gives what the command may name as $execution."""

    def __init__(self, shop):
        self.shop, self.lambdas, self.states = shop, shop.lambdas, shop.states

    def new_code(self):
        self.lambdas.update_function_code(FunctionName="orders", ZipFile=package("new"))

    def start(self, **more):
        self.new_code()
        text = {"functionName": "orders", "aliasName": "live", "steps": [{"weight": 10, "bakeSeconds": 60}], **more}
        return self.states.start_execution(stateMachineArn=shared().state_machine, input=json.dumps(text))["executionArn"]

    def under_way(self):
        execution = self.start(steps=[{"weight": 10, "bakeSeconds": 36_000}])
        until(self.shop.alias, lambda alias: alias.get("RoutingConfig"))
        return execution

    def waits_for_a_person(self):
        execution = self.start(steps=[{"weight": 10, "bakeSeconds": 30, "approvalSeconds": 36_000}])
        until(lambda: self.shop.run("canary status orders:live")[1], lambda said: "for a person" in said)
        return execution

    def promoted(self):
        execution = self.start()
        until(lambda: self.states.describe_execution(executionArn=execution)["status"], lambda status: status == "SUCCEEDED")
        return execution

    def seven_versions(self):
        for number in range(2, 8):
            self.lambdas.update_function_code(FunctionName="orders", ZipFile=package(str(number)))
            self.lambdas.publish_version(FunctionName="orders")

    def no_alias(self):
        self.seven_versions()
        self.lambdas.delete_alias(FunctionName="orders", Name="live")

    def file(self):
        (self.shop.folder / "orders.rollout.yaml").unlink(missing_ok=True)
        self.shop.run("canary init orders:live")
        self.new_code()

    def nothing(self):
        pass


# By how a command begins: the first that fits.
SITUATIONS = [
    ("aws lambda create-alias", Situation.no_alias), ("aws lambda update-alias", Situation.seven_versions),
    ("canary init orders:live", Situation.nothing), ("canary (lint|plan|start)", Situation.file), ("execution=", Situation.new_code),
    ("canary (watch|list|show|undo)|aws stepfunctions describe-execution", Situation.promoted),
    ("canary (abort|pause|resume|skip|promote)|echo .*\"word\"", Situation.under_way),
    ("canary (approve|reject)|echo .*execution", Situation.waits_for_a_person), (".*", Situation.nothing),
]


class PagesTest(unittest.TestCase):
    def test_each_command_works_where_its_page_says_to_type_it(self):
        for place, command in commands():
            if "tutorial" in place:
                continue
            with self.subTest(f"{place}: {command[:60]}"), Shop(ANYBODY) as shop:
                prepare = next(one for pattern, one in SITUATIONS if re.match(pattern, command))
                execution = prepare(Situation(shop)) or ""
                # Only what starts a rollout goes through the state machine's alias.
                machine = shop.state_machine if "start-execution" in command else shop.state_machine.removesuffix(":live")
                code, printed = shop.run(command, execution=execution, STATE_MACHINE=machine)
                self.assertEqual(0, code, printed)

    def test_the_tutorials_commands_work_one_after_the_other(self):
        with Shop(ANYBODY) as shop:
            script = ""
            for place, command in commands():
                if "tutorial" in place:
                    script += re.sub(r"http://127\.0\.0\.1:\d+", shop.gate.url, command) + "\n"
            self.assertIn("canary undo", script)
            # A stack that is as new as this one has not swept yet, and another judge may have left something behind.
            watch = shared().client("cloudwatch")
            until(lambda: {one["StateValue"] for one in watch.describe_alarms(AlarmNamePrefix="canary-")["MetricAlarms"]}, lambda states: states == {"OK"})
            code, printed = shop.run(script, "bash", "-ex")
            self.assertEqual(0, code, printed)

    def test_commands_are_found(self):
        found = [command for _, command in commands()]
        self.assertGreater(len(found), 25)
        for known in ("canary init orders:live", "canary abort orders:live", "aws cloudwatch put-metric-alarm --alarm-name orders-live-errors"):
            self.assertTrue(any(command.startswith(known) for command in found), known)
        self.assertEqual([], [command for command in found if not COMMAND.match(command)])
