"""The `aws` command line drives a rollout in the embedded AWS, with the very lines that `serve` prints."""

import contextlib
import json
import os
import re
import shlex
import signal
import subprocess
import sys
import threading
import time
import unittest

import project

SPEED = 60
PATIENCE = 120


class Served:
    """`dotnet run --project local -- serve` as a process: what it printed, and where it listens."""

    def __init__(self):
        self.process = subprocess.Popen(
            ["dotnet", "run", "--project", "local", "--", "serve", "--port", "0", "--speed", str(SPEED)],
            cwd=project.ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            # A group of its own, so that a signal reaches what `dotnet run` starts, as Ctrl-C in a terminal does.
            start_new_session=True,
        )
        self.lines = []
        self.changed = threading.Condition()
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        for line in self.process.stdout:
            with self.changed:
                self.lines.append(line.rstrip("\n"))
                self.changed.notify_all()
        with self.changed:
            self.lines.append(None)
            self.changed.notify_all()

    def line(self, pattern):
        """The first printed line in which the pattern is found, when it is there."""
        with self.changed:
            self.changed.wait_for(lambda: self.found(pattern) or None in self.lines, timeout=PATIENCE)
            line = self.found(pattern)
        if line is None:
            raise AssertionError(f"serve printed no line with '{pattern}', but:\n" + "\n".join(filter(None, self.lines)))
        return line

    def found(self, pattern):
        return next((line for line in self.lines if line is not None and re.search(pattern, line)), None)

    def stop(self):
        os.killpg(self.process.pid, signal.SIGINT)
        return self.process.wait(timeout=30)

    def kill(self):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.process.stdout.close()


def aws(*arguments):
    environment = {
        **os.environ,
        "AWS_ACCESS_KEY_ID": "judge", "AWS_SECRET_ACCESS_KEY": "judge", "AWS_DEFAULT_REGION": "us-east-1",
        "AWS_EC2_METADATA_DISABLED": "true", "AWS_MAX_ATTEMPTS": "1", "AWS_PAGER": "",
    }
    result = subprocess.run(
        [sys.executable, "-m", "awscli", *arguments], env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    if result.returncode != 0:
        raise AssertionError(f"aws {shlex.join(arguments)}\n{result.stdout}{result.stderr}")
    return json.loads(result.stdout) if result.stdout.strip() else {}


def until(look, done):
    deadline = time.monotonic() + PATIENCE
    while not done(seen := look()):
        if time.monotonic() > deadline:
            raise AssertionError(f"After {PATIENCE} s it still was: {json.dumps(seen, default=str)}")
    return seen


class AwsCommandLineTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.served = Served()
        cls.addClassCleanup(cls.served.kill)
        cls.url = re.search(r"http://127\.0\.0\.1:\d+", cls.served.line("Canary.Local listens on http://127.0.0.1:")).group()
        cls.start = shlex.split(cls.served.line(r"^\s*aws .*stepfunctions start-execution"))[1:]

    def aws(self, *arguments):
        return aws("--endpoint-url", self.url, *arguments)

    def alias(self, request):
        return self.aws("lambda", "get-alias", "--function-name", request["functionName"], "--name", request["aliasName"])

    def status(self, execution):
        return self.aws("stepfunctions", "describe-execution", "--execution-arn", execution)

    def test_a_rollout_is_started_watched_and_another_one_stopped(self):
        self.assertEqual(["--endpoint-url", self.url], self.start[:2])
        request = json.loads(self.start[self.start.index("--input") + 1])
        machine = self.start[self.start.index("--state-machine-arn") + 1]
        before = self.alias(request)

        # The line as it was printed.
        execution = aws(*self.start)["executionArn"]
        ended = until(lambda: self.status(execution), lambda seen: seen["status"] != "RUNNING")

        self.assertEqual("SUCCEEDED", ended["status"], ended)
        after = self.alias(request)
        self.assertNotEqual(before["FunctionVersion"], after["FunctionVersion"])
        self.assertFalse(after.get("RoutingConfig"), after)
        self.assertTrue(json.loads(ended["output"]))
        self.judge_history(execution)

        # Back to the version before, stopped on the way.
        back = json.dumps({**request, "targetVersion": before["FunctionVersion"]})
        second = self.aws("stepfunctions", "start-execution", "--state-machine-arn", machine, "--input", back)["executionArn"]
        shifted = until(lambda: self.alias(request), lambda seen: seen.get("RoutingConfig"))
        self.assertEqual([before["FunctionVersion"]], list(shifted["RoutingConfig"]["AdditionalVersionWeights"]))
        self.aws("stepfunctions", "stop-execution", "--execution-arn", second, "--error", "Judge", "--cause", "seen enough")
        stopped = self.status(second)
        self.assertEqual(("ABORTED", "Judge", "seen enough"), (stopped["status"], stopped["error"], stopped["cause"]))
        listed = self.aws("stepfunctions", "list-executions", "--state-machine-arn", machine)["executions"]
        self.assertEqual({execution: "SUCCEEDED", second: "ABORTED"}, {one["executionArn"]: one["status"] for one in listed})

    def judge_history(self, execution):
        events = self.aws("stepfunctions", "get-execution-history", "--execution-arn", execution)["events"]
        self.assertEqual(list(range(1, len(events) + 1)), [event["id"] for event in events])
        self.assertEqual(("ExecutionStarted", "ExecutionSucceeded"), (events[0]["type"], events[-1]["type"]))
        entered = [event["stateEnteredEventDetails"]["name"] for event in events if event["type"].endswith("StateEntered")]
        self.assertEqual("PlanRollout", entered[0])
        self.assertLessEqual({"PublishVersion", "AwaitVersion", "ShiftWeight", "CheckHealth", "Promote"}, set(entered))
        self.assertNotIn("Rollback", entered)

    def test_stopped_by_ctrl_c_it_leaves_no_process(self):
        served = Served()
        self.addCleanup(served.kill)
        served.line("Canary.Local listens on")
        served.stop()
        group = str(served.process.pid)
        until(lambda: subprocess.run(["pgrep", "-g", group], capture_output=True, text=True, check=False).stdout.split(), lambda left: not left)
