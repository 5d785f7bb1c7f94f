"""docs/from-codedeploy.md: each before and after is one that cfn-lint and SAM take, the after freezes the alias, and a stack's update in the middle of a
rollout does what the page says, played on the embedded AWS with the calls that CloudFormation makes."""

import json
import pathlib
import re
import subprocess
import time
import unittest

from samtranslator.yaml_helper import yaml_parse

import pages
import pipeline_scripts
from cloudformation import KINDS, Stack, UpdateFailed, package, translated
from sam import cfn_lint
from served import shared, until
from shop import ROLE, Shop, forget

HERE = pathlib.Path(__file__).parent
PAGE = "docs/from-codedeploy.md"
EXAMPLES = pipeline_scripts.EXAMPLES
BEFORE, AFTER = (f"sam-{when}.yaml" for when in ("before", "after"))
# What calls the alias or speaks for it.
CALLERS = ["AWS::Lambda::Permission", "AWS::Lambda::EventSourceMapping", "AWS::ApiGatewayV2::Api"]


def text(name):
    return (EXAMPLES / name).read_text()


def changed(one, other):
    """The types of the resources that an update from one to the other would touch."""
    return sorted({(one.get(name) or other.get(name))["Type"] for name in {*one, *other} if one.get(name) != other.get(name)})


class PageTest(unittest.TestCase):
    def test_each_block_runs_or_is_an_excerpt_of_a_file_that_is_judged(self):
        files = [path.read_text() for path in EXAMPLES.iterdir()]
        for block in pages.blocks(PAGE):
            with self.subTest(str(block)):
                self.assertIn(block.language, ("sh", "yaml", "hcl", "typescript", "json"))
                if block.language == "json":
                    json.loads(block.text)
                elif block.language != "sh":
                    self.assertTrue(any(pages.is_excerpt(block.text, file) for file in files), block.text)

    def test_the_lines_work(self):
        anybody = [{"Effect": "Allow", "Action": "*", "Resource": "*"}]
        for section, script in pages.sections(PAGE).items():
            with self.subTest(section), Shop(anybody) as shop:
                (shop.folder / "orders.rollout.yaml").write_text(text("orders.rollout.yaml"))
                shop.lambdas.update_function_code(FunctionName="orders", ZipFile=package("two"))
                code, printed = shop.run(script)
                self.assertEqual(0, code, printed)


class TemplatesTest(unittest.TestCase):
    def test_cfn_lint_finds_nothing(self):
        for name in (BEFORE, AFTER):
            with self.subTest(name):
                self.assertEqual([], cfn_lint(text(name)))

    def test_before_new_code_moves_the_alias(self):
        self.assertLessEqual(set(KINDS), set(changed(translated(text(BEFORE), "one"), translated(text(BEFORE), "two"))))

    def test_after_new_code_changes_the_function_and_nothing_else(self):
        self.assertEqual(["AWS::Lambda::Function"], changed(translated(text(AFTER), "one"), translated(text(AFTER), "two")))

    def test_a_memory_size_an_environment_or_a_layer_changes_the_function_and_nothing_else(self):
        before = translated(text(AFTER), "one")
        for more in ("MemorySize: 512", "Environment: {Variables: {RELEASE: two}}", "Layers: [!Sub 'arn:aws:lambda:us-east-1:1:layer:a:2']"):
            with self.subTest(more):
                after = translated(text(AFTER).replace("      CodeUri: src\n", f"      CodeUri: src\n      {more}\n"), "one")
                self.assertEqual(["AWS::Lambda::Function"], changed(before, after))

    def test_all_that_calls_the_alias_stays_as_it_is(self):
        before, after = (translated(text(name), "one") for name in (BEFORE, AFTER))
        kept = {name: one for name, one in before.items() if one["Type"] in CALLERS}
        self.assertEqual(set(CALLERS), {one["Type"] for one in kept.values()})
        for name, one in kept.items():
            self.assertEqual(one, after[name])
            self.assertIn("OrdersAliaslive", json.dumps(one))

    def test_with_the_ten_characters_of_the_stack_neither_version_nor_alias_changes(self):
        before = translated(text(BEFORE), "one")
        name, = (name for name, one in before.items() if one["Type"] == KINDS[1])
        after = translated(text(AFTER).replace("0123456789", name.removeprefix("OrdersVersion")), "one")
        self.assertEqual(before[name], after[name])
        self.assertEqual(before["OrdersAliaslive"]["Properties"], after["OrdersAliaslive"]["Properties"])

    def test_a_retained_function_hands_it_on_to_its_alias(self):
        retained = text(BEFORE).replace("  Orders:\n", "  Orders:\n    DeletionPolicy: Retain\n", 1)
        self.assertEqual("Retain", translated(retained, "one")["OrdersAliaslive"]["DeletionPolicy"])

    def test_serverless_has_resources_that_cfn_lint_accepts_and_a_frozen_alias(self):
        for name in ("serverless-before.yml", "serverless-after.yml"):
            with self.subTest(name):
                resources = yaml_parse(text(name))["resources"]["Resources"]
                # What the framework makes of the function.
                resources["OrdersLambdaFunction"] = {
                    "Type": KINDS[0], "Properties": {"FunctionName": "orders", "Role": ROLE, "Runtime": "nodejs22.x", "Handler": "orders.handler",
                                                     "Code": {"S3Bucket": "packages", "S3Key": "orders"}},
                }
                self.assertEqual([], cfn_lint(json.dumps({"Resources": resources})))
        after = yaml_parse(text("serverless-after.yml"))
        self.assertNotIn("events", after["functions"]["orders"])
        self.assertFalse(after["provider"]["versionFunctions"])
        alias = after["resources"]["Resources"]["OrdersLambdaFunctionAliaslive"]["Properties"]
        self.assertEqual("7", alias["FunctionVersion"])

    @staticmethod
    def hcl(name):
        read = subprocess.run(["node", "read-hcl.cjs", EXAMPLES / name], cwd=HERE, capture_output=True, text=True, check=True)
        return json.loads(read.stdout)["resource"]

    def test_terraform_ignores_what_a_rollout_writes_and_changes_nothing_else(self):
        before, after = (self.hcl(f"terraform-{when}.tf") for when in ("before", "after"))
        live, = after["aws_lambda_alias"]["live"]
        lifecycle, = live.pop("lifecycle")
        # What Canary writes to an alias: version, weights, description.
        self.assertEqual(["${function_version}", "${routing_config}", "${description}"], lifecycle["ignore_changes"])
        self.assertEqual(before, after)

    def test_cdk_freezes_the_version(self):
        self.assertIn("version: orders.currentVersion", text("cdk-before.ts"))
        self.assertNotIn("currentVersion", text("cdk-after.ts"))


class RehearsalTest(unittest.TestCase):
    """A stack's update in the middle of a rollout."""

    def setUp(self):
        forget()
        self.addCleanup(forget)
        self.aws, self.states = shared().client("lambda"), shared().client("stepfunctions")

    def stack(self, template, clears_weights=False):
        """Deployed once, and then with new code in $LATEST."""
        stack = Stack(self.aws, clears_weights)
        stack.update(translated(template, "one"))
        self.aws.update_function_code(FunctionName="orders", ZipFile=package("two"))
        return stack

    def begin(self):
        """A rollout that has shifted 10 %."""
        text = {"functionName": "orders", "aliasName": "live", "steps": [{"weight": 10, "bakeSeconds": 300}]}
        execution = self.states.start_execution(stateMachineArn=shared().state_machine, input=json.dumps(text))["executionArn"]
        until(self.alias, lambda alias: alias.get("RoutingConfig"), pause=0.05)
        return execution

    def alias(self):
        return self.aws.get_alias(FunctionName="orders", Name="live")

    def end(self, execution):
        found = until(lambda: self.states.describe_execution(executionArn=execution), lambda seen: seen["status"] != "RUNNING")
        return found.get("error") or json.loads(found["output"])["outcome"]

    def traffic(self):
        alias = self.alias()
        return alias["FunctionVersion"], alias.get("RoutingConfig", {}).get("AdditionalVersionWeights", {})

    def test_new_code_with_a_frozen_alias_lets_the_rollout_go_on_and_waits_for_the_next(self):
        stack = self.stack(text(AFTER))
        execution = self.begin()
        del stack.calls[:]
        stack.update(translated(text(AFTER), "three"))
        self.assertEqual(["update_function_code"], stack.calls)
        self.assertEqual(("Promoted", ("2", {})), (self.end(execution), self.traffic()))
        execution = self.begin()
        self.assertEqual(("Promoted", ("3", {})), (self.end(execution), self.traffic()))

    def judge_overtaken(self, template, update, clears_weights, wanted):
        stack = self.stack(template, clears_weights)
        execution = self.begin()
        update(stack)
        left = self.traffic()
        self.assertEqual(wanted, left)
        self.assertEqual("AliasChanged", self.end(execution))
        # Nor does anything that comes after it.
        time.sleep(4)
        self.assertEqual(left, self.traffic())

    def test_new_code_with_an_alias_that_is_not_frozen_ends_it_and_stays(self):
        before = re.sub(r"      DeploymentPreference:\n(        .*\n)+", "", text(BEFORE), count=1)
        for clears, weights in ((True, {}), (False, {"2": 0.1})):
            with self.subTest(clears=clears):
                forget()
                self.judge_overtaken(before, lambda stack: stack.update(translated(before, "three")), clears, ("3", weights))

    def test_a_change_of_the_frozen_entry_or_a_revert_of_drift_ends_it_and_stays(self):
        """As a revert does: it writes what the template says, whatever was there."""
        for clears in (True, False):
            with self.subTest(clears=clears):
                forget()
                stack = self.stack(text(AFTER), clears)
                self.assertEqual("Promoted", self.end(self.begin()))
                self.aws.update_function_code(FunctionName="orders", ZipFile=package("three"))
                execution = self.begin()
                stack.alias("OrdersAliaslive", stack.resources["OrdersAliaslive"], stack.resources["OrdersAliaslive"])
                left = self.traffic()
                self.assertEqual("1", left[0])
                self.assertEqual(("AliasChanged", left), (self.end(execution), self.traffic()))

    def test_an_update_to_the_version_that_is_being_released_is_refused_and_the_rollout_goes_on(self):
        stack = self.stack(text(AFTER))
        execution = self.begin()
        wrong = translated(text(AFTER), "one")
        wrong["OrdersAliaslive"]["Properties"]["FunctionVersion"] = "2"
        del stack.calls[:]
        with self.assertRaisesRegex(UpdateFailed, "already included"):
            stack.update(wrong)
        self.assertEqual(["update_alias", "update_alias"], stack.calls)
        self.assertEqual(("Promoted", ("2", {})), (self.end(execution), self.traffic()))

    def test_ten_other_characters_give_a_new_version_all_traffic_and_those_of_the_stack_do_not(self):
        before = translated(text(BEFORE), "one")
        name, = (name for name, one in before.items() if one["Type"] == KINDS[1])
        for ten, wanted in ((name.removeprefix("OrdersVersion"), "1"), ("abcdefghij", "2")):
            with self.subTest(ten):
                forget()
                stack = Stack(self.aws)
                stack.update(before)
                stack.update(translated(text(AFTER).replace("0123456789", ten), "one"))
                self.assertEqual((wanted, {}), self.traffic())
