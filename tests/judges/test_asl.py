"""asl-validator judges the state machine."""

import json
import pathlib
import subprocess
import unittest

import project

HERE = pathlib.Path(__file__).parent


def findings(definition):
    result = subprocess.run(
        ["node", "validate-asl.cjs"], cwd=HERE, input=json.dumps(definition), capture_output=True, text=True, check=False
    )
    if result.returncode != 0:
        raise AssertionError(f"asl-validator did not run. Is it installed (npm ci in tests/judges)?\n{result.stderr}")
    return json.loads(result.stdout)


class StateMachineTest(unittest.TestCase):
    def test_asl_validator_finds_nothing(self):
        self.assertEqual([], findings(project.state_machine()))

    def test_asl_validator_would_find_a_transition_into_nothing(self):
        definition = project.state_machine()
        definition["StartAt"] = "Nowhere"
        self.assertTrue(any("Nowhere" in finding for finding in findings(definition)))

    def test_asl_validator_takes_a_functions_arn_as_a_resource(self):
        for qualifier in ("", ":live", ":7", ":$LATEST"):
            arn = f"arn:aws:lambda:us-east-1:123456789012:function:work{qualifier}"
            definition = {"StartAt": "Work", "States": {"Work": {"Type": "Task", "Resource": arn, "End": True}}}
            self.assertEqual([], findings(definition), arn)

    def test_every_state_says_what_it_does(self):
        for name, state in project.state_machine()["States"].items():
            self.assertTrue(state.get("Comment"), name)

    def test_every_task_has_a_timeout_a_retry_and_a_catch(self):
        for name, state in project.state_machine()["States"].items():
            if state["Type"] == "Task":
                self.assertLessEqual({"Retry", "Catch"}, state.keys(), name)
                self.assertTrue({"TimeoutSeconds", "TimeoutSecondsPath"} & state.keys(), name)
        self.assertIn("TimeoutSeconds", project.state_machine())
