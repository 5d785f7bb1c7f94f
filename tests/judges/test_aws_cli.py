"""The `aws` command line drives a rollout in the embedded AWS, with the very lines that `serve` prints."""

import functools
import json
import re
import subprocess
import sys
import unittest

import project
from served import Served, until
from stage import code

SPEED = 20


class AwsCommandLineTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.served = Served(SPEED)
        cls.addClassCleanup(cls.served.kill)

    def lines(self):
        self.served.line("Ctrl-C")
        return [line.strip() for line in self.served.lines if line and line.strip().startswith("aws ")]

    def line(self, *words):
        return next(line for line in self.lines() if all(word in line for word in words))

    def run_line(self, line):
        result = self.served.aws(line)
        if result.returncode != 0:
            raise AssertionError(f"{line}\n{result.stdout}{result.stderr}")
        return json.loads(result.stdout) if result.stdout.strip() else {}

    def alias(self):
        return self.run_line(self.line("lambda get-alias"))

    def execution(self, name):
        """As the printed line that describes another one describes it."""
        return self.run_line(re.sub(r":[^:]+$", f":{name}", self.line("describe-execution")))

    def run_printed(self, line):
        """Runs a line as a person does who reads what it is for: with the patience that its effect needs."""
        if "start-execution" in line:
            # A rollout is refused while its alarm is in ALARM, so one waits until the last one's traffic has calmed down.
            until(lambda: self.run_line(self.line("describe-alarms")), lambda seen: seen["MetricAlarms"][0]["StateValue"] != "ALARM")
        if "stop-execution" in line:
            until(self.alias, lambda seen: seen.get("RoutingConfig"))
        answer = self.run_line(line)
        if "describe-alarms" in line:
            until(lambda: self.run_line(line), lambda seen: seen["MetricAlarms"][0]["StateValue"] == "ALARM")
        if "describe-execution" in line:
            answer = until(lambda: self.run_line(line), lambda seen: seen["status"] != "RUNNING")
        return answer

    @staticmethod
    def line_that_approves():
        return re.search(r"^echo [^\n]*\|\n[^\n]*canary-Approve[^\n]*$", (project.ROOT / "README.md").read_text(), re.MULTILINE).group()

    def test_the_readmes_line_that_approves_exits_with_0_where_something_is_in_a_script_that_minds_its_pipes(self):
        # Whatever the command line goes on to write has to be read: who stops at the first match breaks the pipe.
        script = f"""set -eo pipefail; aws() {{ cat >/dev/null; echo '{{"accepted":true}}'; seq 100000; }}; {self.line_that_approves()}"""

        result = subprocess.run(["bash", "-c", script], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)

        self.assertEqual(0, result.returncode, result.stderr[:200])

    def test_the_readmes_line_that_approves_exits_with_1_where_nothing_is_approved(self):
        line = self.line_that_approves()
        wrong = "arn:aws:states:us-east-1:123456789012:execution:canary:nobody"
        # Version 1 of the command line is here: it knows no --cli-binary-format.
        script = f'aws() {{ "{sys.executable}" -m awscli "$@"; }}; execution={wrong}; {line}'

        environment = {**self.served.environment, "AWS_ENDPOINT_URL": self.served.url}
        result = subprocess.run(["bash", "-c", script], env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)

        self.assertEqual(1, result.returncode, result)
        self.assertIn(f'{{"accepted":false,"message":"Nothing was asked of any rollout. The rollout {wrong} does not exist', result.stderr)
        self.assertNotIn("stackTrace", result.stderr)

    def test_the_printed_lines_work_from_the_first_to_the_last(self):
        before = self.alias()
        seen = {}
        for line in self.lines():
            answer = self.run_printed(line)
            if "describe-execution" in line:
                seen[answer["name"]] = (answer, self.alias())
            if "get-execution-history" in line:
                self.judge_history(answer["events"])
        self.assertEqual({"good-1", "bad-1"}, set(seen))

        good, promoted = seen["good-1"]
        self.assertEqual("SUCCEEDED", good["status"], good)
        self.assertTrue(json.loads(good["output"]))
        self.assertNotEqual(before["FunctionVersion"], promoted["FunctionVersion"])
        self.assertIsNone(promoted.get("RoutingConfig"), promoted)

        bad, restored = seen["bad-1"]
        self.assertEqual(("FAILED", "RolledBack"), (bad["status"], bad.get("error")), bad)
        self.assertEqual((promoted["FunctionVersion"], None), (restored["FunctionVersion"], restored.get("RoutingConfig")))

        self.assertEqual("ABORTED", self.execution("stopped-1")["status"])
        # The event of the stop has RestoreAlias take the weight back.
        settled = until(self.alias, lambda alias: not alias.get("RoutingConfig"))
        self.assertEqual(promoted["FunctionVersion"], settled["FunctionVersion"])

    def judge_history(self, events):
        self.assertEqual(list(range(1, len(events) + 1)), [event["id"] for event in events])
        self.assertEqual(("ExecutionStarted", "ExecutionSucceeded"), (events[0]["type"], events[-1]["type"]))
        entered = [event["stateEnteredEventDetails"]["name"] for event in events if event["type"].endswith("StateEntered")]
        self.assertEqual("PlanRollout", entered[0])
        self.assertLessEqual({"PublishVersion", "AwaitVersion", "ShiftWeight", "CheckHealth", "Promote"}, set(entered))
        self.assertNotIn("Rollback", entered)

    def test_a_rule_is_put_with_its_target_meets_an_event_and_is_deleted(self):
        aws = self.line("lambda get-alias").split(" lambda ")[0]
        alias = self.alias()["AliasArn"]
        self.run_line(f"""{aws} events put-rule --name orders --event-pattern '{{"source":["shop"]}}'""")
        self.assertEqual(0, self.run_line(f"{aws} events put-targets --rule orders --targets Id=1,Arn={alias}")["FailedEntryCount"])
        self.assertEqual([{"Id": "1", "Arn": alias}], self.run_line(f"{aws} events list-targets-by-rule --rule orders")["Targets"])
        put = self.run_line(f"""{aws} events put-events --entries '[{{"Source":"shop","DetailType":"Order","Detail":"{{}}"}},{{"Source":"shop"}}]'""")
        self.assertEqual((1, "InvalidArgument"), (put["FailedEntryCount"], put["Entries"][1]["ErrorCode"]))
        self.run_line(f"{aws} events disable-rule --name orders")
        self.assertEqual("DISABLED", self.run_line(f"{aws} events describe-rule --name orders")["State"])
        self.run_line(f"{aws} events enable-rule --name orders")
        self.assertIn("has targets", self.served.aws(f"{aws} events delete-rule --name orders").stderr)
        self.assertEqual(0, self.run_line(f"{aws} events remove-targets --rule orders --ids 1")["FailedEntryCount"])
        self.run_line(f"{aws} events delete-rule --name orders")
        names = [rule["Name"] for rule in self.run_line(f"{aws} events list-rules")["Rules"]]
        self.assertEqual(["canary-RestoreAliasFunctionExecutionEnded", "canary-RollbackFailed", "canary-Sweep"], names)

    def test_lambda_takes_its_time_and_the_sdks_waiters_wait_for_it(self):
        client = self.served.client("lambda")
        created = client.create_function(
            FunctionName="slow", Runtime="dotnet10", Handler="Nothing", Role="arn:aws:iam::123456789012:role/slow", Code={"ZipFile": code()}, Publish=True
        )
        self.assertEqual(("Pending", "Creating"), (created["State"], created["StateReasonCode"]))
        client.get_waiter("function_active_v2").wait(FunctionName="slow")
        client.create_alias(FunctionName="slow", Name="live", FunctionVersion="1")
        client.put_provisioned_concurrency_config(FunctionName="slow", Qualifier="live", ProvisionedConcurrentExecutions=5)
        look = functools.partial(client.get_provisioned_concurrency_config, FunctionName="slow", Qualifier="live")
        self.assertEqual(("IN_PROGRESS", 0), (look()["Status"], look()["AllocatedProvisionedConcurrentExecutions"]))
        until(look, lambda seen: (seen["Status"], seen["AllocatedProvisionedConcurrentExecutions"]) == ("READY", 5))

    def test_stopped_by_ctrl_c_it_leaves_no_process(self):
        served = Served(SPEED)
        self.addCleanup(served.kill)
        served.line("Ctrl-C")
        served.stop()
        group = str(served.process.pid)
        until(lambda: subprocess.run(["pgrep", "-g", group], capture_output=True, text=True, check=False).stdout.split(), lambda left: not left)
