"""The native `canary`, built once for all judges that need it."""

import functools
import os
import pathlib

import project


@functools.cache
def canary():
    """The file, as docs/pipelines.md says to make it. CANARY_NATIVE names one that is there already."""
    if ready := os.environ.get("CANARY_NATIVE"):
        return pathlib.Path(ready)
    output = project.scratch() / "native"
    published = project.run(
        "dotnet", "publish", "cli", "--configuration", "Release", "--runtime", project.RUNTIME, "-p:PublishAot=true", "--output", output,
        cwd=project.scratch(), AwsPackages="compat",
    )
    if published.returncode != 0:
        raise AssertionError(published.stdout)
    return output / "canary"
