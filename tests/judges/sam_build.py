"""What `sam build` does, replayed: there is no SAM CLI offline.

From the public sources of aws-lambda-builders (workflow dotnet_clipackage) and Amazon.Lambda.Tools: in the folder of CodeUri
`dotnet lambda package --msbuild-parameters "--runtime <rid>"`, which finds the target framework, runs `dotnet publish` and zips its output.
Where it takes a project for a native one and does not run on Amazon Linux, it starts a container, which sees none of our environment. Whether it is one
it looks up in the project file, as text: neither the environment nor Directory.Build.props counts.
"""

import functools
import xml.etree.ElementTree

import project

PROJECT = "Canary.Functions"


def in_the_project_file(folder, name):
    """`dotnet lambda package` asks MSBuild and passes it --runtime, which MSBuild refuses; then it looks into the project file alone."""
    found = xml.etree.ElementTree.parse(folder / f"{PROJECT}.csproj").find(f"./PropertyGroup/{name}")
    return found.text if found is not None else None


def package(root, runtime, **environment):
    folder = root / project.template()["Globals"]["Function"]["CodeUri"]
    framework = in_the_project_file(folder, "TargetFramework")
    output = folder / "bin" / "Release" / str(framework) / "publish"
    result = project.run(
        "dotnet", "publish", folder, "--output", output, "--configuration", "Release", "--framework", framework,
        "--runtime", runtime, "/p:GenerateRuntimeConfigurationFiles=true", "--self-contained", "false",
        cwd=folder, **environment,
    )
    return output, result


def packed(runtime, native=False):
    """What was packed, or None, and what was printed."""
    return packed_once(runtime, native)


# It tells packed_once(x) from packed_once(x, False): the default is the other's.
@functools.cache
def packed_once(runtime, native):
    """Through the environment, as a user passes it through `sam build`."""
    # The stand-ins are right where the official packages are at hand too.
    environment = {"AwsPackages": "compat", **({"PublishAot": "true"} if native else {})}
    output, result = package(project.scratch(), runtime, **environment)
    if result.returncode != 0:
        return None, result.stdout
    kept = output.rename(project.scratch() / f"package-{runtime}{'-native' if native else ''}")
    return kept, result.stdout
