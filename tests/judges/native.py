"""The native `canary`, built once for all judges that need it."""

import atexit
import functools
import os
import pathlib
import platform
import subprocess

import project

RUNTIME = {"x86_64": "linux-x64", "aarch64": "linux-arm64"}[platform.machine()]


def run(*command, cwd, **environment):
    return subprocess.run(
        [str(part) for part in command], cwd=cwd, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
        env={**os.environ, "MSBUILDTERMINALLOGGER": "off", "MSBUILDDISABLENODEREUSE": "1", **environment},
    )


@functools.cache
def canary():
    """The file, as docs/pipelines.md says to make it. CANARY_NATIVE names one that is there already."""
    if ready := os.environ.get("CANARY_NATIVE"):
        return pathlib.Path(ready)
    copy = project.ScratchCopy()
    root = copy.__enter__()
    atexit.register(copy.__exit__)
    output = root / "native"
    published = run(
        "dotnet", "publish", "cli", "--configuration", "Release", "--runtime", RUNTIME, "-p:PublishAot=true", "--output", output,
        cwd=root, AwsPackages="compat",
    )
    if published.returncode != 0:
        raise AssertionError(published.stdout)
    return output / "canary"
