"""Does `sam build` work from this layout? There is no SAM CLI offline, so its steps are replayed here, in a scratch copy.

What they are, from the public sources of aws-lambda-builders (workflow dotnet_clipackage) and Amazon.Lambda.Tools: in the folder of CodeUri
`dotnet lambda package --msbuild-parameters "--runtime <rid>"`, which finds the target framework, runs `dotnet publish` and zips its output.
"""

import functools
import io
import json
import os
import pathlib
import platform
import re
import struct
import subprocess
import unittest
import xml.etree.ElementTree
import zipfile

import project
import runtime_api

PROJECT = "Canary.Functions"
# Of a library compiled ahead for Linux: the processor's number in a PE file, combined with Linux's.
COMPILED_FOR = {"linux-arm64": 0xAA64 ^ 0x7B79, "linux-x64": 0x8664 ^ 0x7B79}


def run(*command, cwd, **environment):
    return subprocess.run(
        command, cwd=cwd, env={**os.environ, "MSBUILDTERMINALLOGGER": "off", "MSBUILDDISABLENODEREUSE": "1", **environment},
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
    )


def target_framework(folder):
    """`dotnet lambda package` asks MSBuild and passes it --runtime, which MSBuild refuses; then it looks into the project file alone."""
    tree = xml.etree.ElementTree.parse(folder / f"{PROJECT}.csproj")
    found = tree.find("./PropertyGroup/TargetFramework")
    return found.text if found is not None else None


def package(root, runtime, **environment):
    folder = root / project.template()["Globals"]["Function"]["CodeUri"]
    framework = target_framework(folder)
    output = folder / "bin" / "Release" / str(framework) / "publish"
    result = run(
        "dotnet", "publish", str(folder), "--output", str(output), "--configuration", "Release", "--framework", str(framework),
        "--runtime", runtime, "/p:GenerateRuntimeConfigurationFiles=true", "--self-contained", "false",
        cwd=folder, **environment,
    )
    return output, result


def zipped(output):
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        for path in sorted(path for path in output.rglob("*") if path.is_file()):
            file.write(path, path.relative_to(output))
    return len(archive.getvalue())


def machine(library):
    data = library.read_bytes()
    header = struct.unpack_from("<I", data, 0x3C)[0]
    return struct.unpack_from("<H", data, header + 4)[0]


class PackageTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        copy = project.ScratchCopy()
        cls.root = copy.__enter__()
        cls.addClassCleanup(copy.__exit__)

    @classmethod
    @functools.cache
    def packed(cls, runtime):
        # Through the environment, as a user passes it through `sam build`. It is right where the official packages are at hand too.
        output, result = package(cls.root, runtime, AwsPackages="compat")
        return (output.rename(cls.root / f"package-{runtime}") if result.returncode == 0 else None), result.stdout

    def output(self, runtime):
        output, printed = self.packed(runtime)
        self.assertIsNotNone(output, printed)
        return output

    def test_the_project_file_says_its_target_framework(self):
        self.assertEqual("net10.0", target_framework(project.ROOT / "functions" / PROJECT))

    def test_the_template_names_the_executable_and_a_runtime_of_its_framework(self):
        function = project.template()["Globals"]["Function"]
        self.assertEqual((PROJECT, "dotnet10"), (function["Handler"], function["Runtime"]))

    def test_a_package_is_complete_for_arm64(self):
        self.assertIn("arm64", project.template()["Globals"]["Function"]["Architectures"])
        self.check("linux-arm64")

    def test_a_package_is_complete_for_x64(self):
        self.check("linux-x64")

    def check(self, runtime):
        output = self.output(runtime)
        dependencies = json.loads((output / f"{PROJECT}.deps.json").read_text())
        self.assertEqual(f".NETCoreApp,Version=v10.0/{runtime}", dependencies["runtimeTarget"]["name"])
        libraries = [
            pathlib.PurePosixPath(asset).name
            for library in dependencies["targets"][dependencies["runtimeTarget"]["name"]].values()
            for asset in [*library.get("runtime", {}), *library.get("native", {})]
        ]
        self.assertLessEqual({f"{PROJECT}.dll", "Canary.dll", "AWSSDK.Core.dll", "AWSSDK.Lambda.dll", "Amazon.Lambda.RuntimeSupport.dll"}, set(libraries))
        self.assertEqual([], [name for name in libraries if not (output / name).is_file()])
        frameworks = json.loads((output / f"{PROJECT}.runtimeconfig.json").read_text())["runtimeOptions"]["framework"]
        self.assertEqual("Microsoft.NETCore.App", frameworks["name"])
        for name in [f"{PROJECT}.dll", "Canary.dll", "AWSSDK.Core.dll"]:
            self.assertEqual(hex(COMPILED_FOR[runtime]), hex(machine(output / name)), f"{name} is not compiled ahead for {runtime}")
        # Lambda takes 50 MB. A start reads the package, so one that has grown to a fifth of that wants an explanation.
        self.assertLess(zipped(output), 10_000_000)

    def test_the_package_runs_as_lambda_runs_it(self):
        runtime = {"x86_64": "linux-x64", "aarch64": "linux-arm64"}[platform.machine()]
        event = {"input": {}, "execution": "arn:aws:states:us-east-1:123456789012:execution:Canary:judge", "at": "2026-01-01T00:00:00Z"}
        path, answer = runtime_api.invoke(self.output(runtime), "PlanRollout", event)
        self.assertEqual(f"/2018-06-01/runtime/invocation/{runtime_api.REQUEST}/response", path, answer)
        # Nothing was asked for, so the plan refuses and names the field that is missing.
        self.assertIn("functionName", json.dumps(answer))

    def test_stand_ins_that_were_asked_for_are_packed_with_one_warning(self):
        _, printed = self.packed("linux-x64")
        self.assertEqual(1, len(re.findall("warning CANARY002", printed)), printed)

    def test_stand_ins_that_nobody_asked_for_are_not_packed(self):
        with project.ScratchCopy() as root:
            (root / "artifacts").mkdir()
            # What a restore notes where the package source lacks the official packages.
            (root / "artifacts" / "AwsPackages.props").write_text(
                "<Project><PropertyGroup><AwsPackages>compat</AwsPackages></PropertyGroup></Project>\n"
            )
            _, result = package(root, "linux-x64", AwsPackages="")
            self.assertNotEqual(0, result.returncode)
            errors = set(re.findall(r"error (\w+): (.*?) \[", result.stdout))
            self.assertEqual({"CANARY001"}, {code for code, _ in errors}, result.stdout)
            self.assertIn("AwsPackages=compat sam build", result.stdout)
