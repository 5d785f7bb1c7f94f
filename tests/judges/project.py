"""What the judges read of the project."""

import atexit
import functools
import json
import os
import pathlib
import platform
import re
import shutil
import subprocess
import tempfile

from samtranslator.yaml_helper import yaml_parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
TEMPLATE = ROOT / "template.yaml"
STATE_MACHINE = ROOT / "statemachines" / "canary.asl.json"
# The Lambdas that the state machine runs, in the order of the template, and those beside it.
STEPS = [
    "PlanRollout", "HoldAlias", "PublishVersion", "AwaitVersion", "CheckHook", "CreateAlias", "RaiseConcurrency", "AwaitConcurrency", "ShiftWeight",
    "CheckHealth", "Promote", "AwaitPromotion", "FreeAlias", "Rollback",
]
BESIDE = ["RestoreAlias", "Control", "Approve"]
# This machine's own: what is compiled for it can be run.
RUNTIME = {"x86_64": "linux-x64", "aarch64": "linux-arm64"}[platform.machine()]


def run(*command, cwd, **environment):
    """Runs a command that builds something. The analyzers have had their say in the project's own build: here they would only take time."""
    return subprocess.run(
        [str(part) for part in command], cwd=cwd, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
        env={**os.environ, "MSBUILDTERMINALLOGGER": "off", "MSBUILDDISABLENODEREUSE": "1", "RunAnalyzers": "false", **environment},
    )


def template():
    return yaml_parse(TEMPLATE.read_text())


def placeholders():
    return set(re.findall(r"\$\{(\w+)\}", STATE_MACHINE.read_text()))


def state_machine():
    """The definition as Step Functions gets it: every ${Name} replaced by an ARN."""
    return json.loads(re.sub(r"\$\{(\w+)\}", r"arn:aws:lambda:us-east-1:123456789012:function:\1", STATE_MACHINE.read_text()))


class ScratchCopy:
    """A copy of what git would clone, without what builds have left. Use it in a with statement."""

    def __enter__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="canary-judge-")).resolve()
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, check=True, capture_output=True
        )
        for name in filter(None, listed.stdout.decode().split("\0")):
            if (ROOT / name).is_file():
                (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(ROOT / name, self.folder / name)
        return self.folder

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)


@functools.cache
def scratch():
    """The one copy in which the judges build what a release is made of: what one has built, the next need not."""
    copy = ScratchCopy()
    atexit.register(copy.__exit__)
    return copy.__enter__()
