"""Runs every judge and ends with one line: N passed, N failed. Name modules to run only those, such as test_asl."""

import pathlib
import re
import subprocess
import sys
import unittest

HERE = pathlib.Path(__file__).parent
# They share what they build, so they run one after the other. All others mostly wait, and do so beside them.
BUILDING = ["test_migration", "test_official", "test_package", "test_pages", "test_pipelines", "test_release", "test_tool"]


class Counting(unittest.TextTestResult):
    passed = 0

    def addSuccess(self, test):
        super().addSuccess(test)
        self.passed += 1


def judge(modules):
    suite = unittest.TestLoader().loadTestsFromNames(modules)
    result = unittest.TextTestRunner(stream=sys.stdout, verbosity=2, resultclass=Counting).run(suite)
    # A judge that was skipped has judged nothing.
    failed = suite.countTestCases() - result.passed
    return result.passed, max(failed, len(result.failures) + len(result.errors))


def judge_elsewhere(modules):
    return subprocess.Popen([sys.executable, __file__, *modules], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def told(process):
    """What a process has counted, after all else that it printed. One that ends without counting has failed."""
    printed, _ = process.communicate()
    print(printed, end="")
    counted = re.search(r"^(\d+) passed, (\d+) failed$", printed.splitlines()[-1] if printed else "")
    return tuple(map(int, counted.groups())) if counted else (0, 1)


def main():
    if modules := sys.argv[1:]:
        passed, failed = judge(modules)
    else:
        beside = judge_elsewhere(sorted({path.stem for path in HERE.glob("test_*.py")} - set(BUILDING)))
        here, there = judge(BUILDING), told(beside)
        passed, failed = here[0] + there[0], here[1] + there[1]
    print(f"{passed} passed, {failed} failed")
    return 0 if failed == 0 and passed > 0 else 1


if __name__ == "__main__":
    sys.path.insert(0, str(HERE))
    sys.exit(main())
