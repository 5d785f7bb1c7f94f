"""The embedded AWS as a process of its own, and clients of it."""

import atexit
import contextlib
import functools
import json
import os
import re
import shlex
import signal
import subprocess
import sys
import threading
import time

import boto3
import botocore.config

import project

PATIENCE = 180


class Served:
    """`dotnet run --project cli -- serve` as a process: what it printed, and where it listens."""

    def __init__(self, speed, *options):
        # A process started in a script's background ignores SIGINT, and so would everything that it starts.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        self.process = subprocess.Popen(
            ["dotnet", "run", "--project", "cli", "--", "serve", "--port", "0", "--speed", str(speed), *options],
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

    @property
    def url(self):
        return re.search(r"http://127\.0\.0\.1:\d+", self.line("Canary.Local listens on http://127.0.0.1:")).group()

    @property
    def state_machine(self):
        return re.search(r"--state-machine-arn (\S+):live ", self.line("start-execution")).group(1)

    @functools.cached_property
    def environment(self):
        """What the printed line tells to export, and nothing of the machine's own about AWS."""
        exported = shlex.split(self.line("export AWS_ACCESS_KEY_ID"))[1:]
        return {
            **{name: value for name, value in os.environ.items() if not name.startswith("AWS_")},
            **dict(assignment.split("=", 1) for assignment in exported),
            "AWS_EC2_METADATA_DISABLED": "true", "AWS_MAX_ATTEMPTS": "1", "AWS_PAGER": "",
        }

    @functools.cache
    def client(self, service):
        """A client of boto3's that calls once: a refusal is a fact, not something to try again."""
        return boto3.client(
            service, endpoint_url=self.url, region_name=self.environment["AWS_DEFAULT_REGION"],
            aws_access_key_id=self.environment["AWS_ACCESS_KEY_ID"], aws_secret_access_key=self.environment["AWS_SECRET_ACCESS_KEY"],
            config=botocore.config.Config(retries={"total_max_attempts": 1}, parameter_validation=False),
        )

    def aws(self, line):
        """Runs a line that begins with `aws`."""
        command = [sys.executable, "-m", "awscli", *shlex.split(line)[1:]]
        return subprocess.run(command, env=self.environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)

    def stop(self):
        os.killpg(self.process.pid, signal.SIGINT)
        return self.process.wait(timeout=30)

    def kill(self):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.process.stdout.close()


# What goes wrong in the shared one, as `serve --help` tells it. Whoever wants a fault adds it before the first test runs, for a resource of its own.
FAULTS = []


@functools.cache
def shared():
    """One without traffic, as fast as it goes, for all judges that need no other: it ends with this process."""
    served = Served(100, "--traffic", "0", "--delays", "0", *(word for fault in FAULTS for word in ("--fault", fault)))
    atexit.register(served.kill)
    return served


def until(look, done, pause=0.2):
    deadline = time.monotonic() + PATIENCE
    while not done(seen := look()):
        if time.monotonic() > deadline:
            raise AssertionError(f"After {PATIENCE} s it still was: {json.dumps(seen, default=str)}")
        time.sleep(pause)
    return seen
