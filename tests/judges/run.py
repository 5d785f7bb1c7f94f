"""Runs every judge and ends with one line: N passed, N failed. Name modules to run only those, such as test_asl."""

import pathlib
import sys
import unittest

HERE = pathlib.Path(__file__).parent


class Counting(unittest.TextTestResult):
    passed = 0

    def addSuccess(self, test):
        super().addSuccess(test)
        self.passed += 1


def main():
    loader = unittest.TestLoader()
    suite = loader.loadTestsFromNames(sys.argv[1:]) if sys.argv[1:] else loader.discover(str(HERE))
    result = unittest.TextTestRunner(stream=sys.stdout, verbosity=2, resultclass=Counting).run(suite)
    # A judge that was skipped has judged nothing.
    failed = suite.countTestCases() - result.passed
    failed = max(failed, len(result.failures) + len(result.errors))
    print(f"{result.passed} passed, {failed} failed")
    return 0 if failed == 0 and result.passed > 0 else 1


if __name__ == "__main__":
    sys.path.insert(0, str(HERE))
    sys.exit(main())
