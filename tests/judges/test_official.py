"""Does the whole solution build against the official packages? A source may lack them, so packages with their names and members are made from a list."""

import os
import pathlib
import tempfile
import unittest

import official_packages
import project


class OfficialTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        copy = project.ScratchCopy()
        cls.root = copy.__enter__()
        cls.addClassCleanup(copy.__exit__)
        scratch = tempfile.TemporaryDirectory(prefix="canary-official-")
        cls.addClassCleanup(scratch.cleanup)
        cls.scratch = pathlib.Path(scratch.name).resolve()
        cls.feed = official_packages.make(cls.scratch)

    def dotnet(self, *arguments):
        # A folder of its own for packages: the machine's must never hold stand-ins under the official names. It is read for all others.
        cached = pathlib.Path(os.environ.get("NUGET_PACKAGES") or pathlib.Path.home() / ".nuget" / "packages")
        return project.run(
            "dotnet", *arguments, "-p:AwsPackages=official", f"-p:RestoreSources={self.feed}",
            f"-p:RestorePackagesPath={self.scratch / 'packages'}", f"-p:RestoreFallbackFolders={cached}", "-p:NuGetAudit=false", cwd=self.root,
        )

    def test_the_whole_solution_builds_against_the_official_names(self):
        built = self.dotnet("build", "Canary.sln", "-v:quiet", "-nologo")
        self.assertEqual(0, built.returncode, built.stdout[-6000:])

    def test_the_tests_of_compat_are_no_test_project_there(self):
        asked = self.dotnet("msbuild", "tests/Canary.Compat.Tests", "-getProperty:OutputType,IsTestProject,IsTestingPlatformApplication")
        self.assertEqual(0, asked.returncode, asked.stdout)
        for expected in ['"OutputType": "Library"', '"IsTestProject": "false"', '"IsTestingPlatformApplication": "false"']:
            self.assertIn(expected, asked.stdout)


if __name__ == "__main__":
    unittest.main()
