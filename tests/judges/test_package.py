"""Does `sam build` work from this layout? See sam_build, which replays it, in a scratch copy."""

import io
import json
import pathlib
import re
import struct
import tempfile
import unittest
import zipfile

import project
import runtime_api
import sam_build
from sam_build import PROJECT

# Of a library compiled ahead for Linux: the processor's number in a PE file, combined with Linux's.
COMPILED_FOR = {"linux-arm64": 0xAA64 ^ 0x7B79, "linux-x64": 0x8664 ^ 0x7B79}
PLAN = {"input": {}, "execution": "arn:aws:states:us-east-1:123456789012:execution:Canary:judge", "at": "2026-01-01T00:00:00Z"}


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
    def output(self, runtime, native=False):
        output, printed = sam_build.packed(runtime, native)
        self.assertIsNotNone(output, printed)
        return output

    def test_the_project_file_says_its_target_framework(self):
        self.assertEqual("net10.0", sam_build.in_the_project_file(project.ROOT / "functions" / PROJECT, "TargetFramework"))

    def test_the_template_names_the_executable_and_a_runtime_of_its_framework(self):
        function = project.template()["Globals"]["Function"]
        self.assertEqual((PROJECT, "dotnet10"), (function["Handler"], function["Runtime"]))

    def test_a_package_is_complete_for_arm64(self):
        template = project.template()
        self.assertEqual([{"Ref": "Architecture"}], template["Globals"]["Function"]["Architectures"])
        self.assertEqual("arm64", template["Parameters"]["Architecture"]["Default"])
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
        self.check_run(self.output(project.RUNTIME))

    def check_run(self, output):
        path, answer = runtime_api.invoke(output, "PlanRollout", PLAN)
        self.assertEqual(f"/2018-06-01/runtime/invocation/{runtime_api.REQUEST}/response", path, answer)
        # Nothing was asked for, so the plan refuses and names the field that is missing.
        self.assertIn("functionName", json.dumps(answer))

    def test_a_native_package_is_one_file_and_runs_as_lambda_runs_it(self):
        """PublishAot=true sam build."""
        output = self.output(project.RUNTIME, native=True)
        self.assertEqual([PROJECT], [path.name for path in output.iterdir()])
        self.assertTrue((output / PROJECT).stat().st_mode & 0o111)
        self.assertLess(zipped(output), 10_000_000)
        self.check_run(output)

    def test_the_project_file_does_not_say_that_it_is_native(self):
        """The tools of `sam build` would start a container, which would not know that it is meant to be."""
        self.assertIsNone(sam_build.in_the_project_file(project.ROOT / "functions" / PROJECT, "PublishAot"))

    def test_a_native_file_for_a_newer_glibc_is_refused(self):
        for versions, code in [("GLIBC_2.17 GLIBC_2.34 GLIBC_2.3.4", 0), ("GLIBC_2.34 GLIBC_2.38", 1)]:
            with self.subTest(versions), tempfile.TemporaryDirectory() as folder:
                file = pathlib.Path(folder, PROJECT)
                file.write_bytes(b"\x7fELF\xff\0" + versions.replace(" ", "\0").encode() + b"\0\xfe")
                guarded = project.run(
                    "dotnet", "msbuild", "functions/Canary.Functions", "-t:GuardGlibc", "-p:PublishAot=true", f"-p:NativeBinary={file}",
                    "-p:AwsPackages=compat", cwd=project.ROOT,
                )
                self.assertEqual(code, guarded.returncode, guarded.stdout)
                self.assertEqual(bool(code), "error CANARY003: This native file asks for GLIBC_2.38, " in guarded.stdout, guarded.stdout)

    def test_stand_ins_that_were_asked_for_are_packed_with_one_warning(self):
        _, printed = sam_build.packed("linux-x64")
        self.assertEqual(1, len(re.findall("warning CANARY002", printed)), printed)

    def test_stand_ins_that_nobody_asked_for_are_not_packed(self):
        with project.ScratchCopy() as root:
            (root / "artifacts").mkdir()
            # What a restore notes where the package source lacks the official packages.
            (root / "artifacts" / "AwsPackages.props").write_text(
                "<Project><PropertyGroup><AwsPackages>compat</AwsPackages></PropertyGroup></Project>\n"
            )
            _, result = sam_build.package(root, "linux-x64", AwsPackages="")
            self.assertNotEqual(0, result.returncode)
            errors = set(re.findall(r"error (\w+): (.*?) \[", result.stdout))
            self.assertEqual({"CANARY001"}, {code for code, _ in errors}, result.stdout)
            self.assertIn("AwsPackages=compat sam build", result.stdout)
