"""docs/pipelines.md and the pipelines of docs/examples: each of their lines is run here, with the native canary and the aws command line, by a role that
may do what the page says it needs and nothing else."""

import base64
import hashlib
import json
import re
import shutil
import unittest

import yaml

import pages
import pipeline_scripts
import policies
import project
from cloudformation import Stack, translated
from samtranslator.yaml_helper import yaml_parse
from sam import cfn_lint
from served import shared, until
from shop import Shop, forget

PAGE = "docs/pipelines.md"
EXAMPLES = pipeline_scripts.EXAMPLES


def upload_statements():
    """What the example's role adds to the stack's policy: the upload."""
    template = yaml_parse((EXAMPLES / "github-role.yaml").read_text())
    policy, = template["Resources"]["Role"]["Properties"]["Policies"]
    return policies.Names(template).statements(policy["PolicyDocument"])


def role():
    return policies.pipeline_policy() + upload_statements()


class PipelinesTest(unittest.TestCase):
    BUILD = "git archive --output {0}.zip HEAD src"
    UPLOAD = "aws lambda update-function-code --function-name orders --zip-file fileb://{0}.zip --output text"

    def enter(self, statements=None):
        shop = Shop(statements or role())
        shop.__enter__()
        self.addCleanup(shop.__exit__)
        return shop

    def run_all(self, shop, scripts, shell=(), variables=None):
        code, printed = 0, ""
        for script in scripts:
            code, more = shop.run(pages.runnable(script), *shell, **(variables or {}))
            printed += more
            if code:
                break
        return code, printed

    def release(self, shop, platform, commit):
        shell, scripts, variable = pipeline_scripts.PLATFORMS[platform]
        return self.run_all(shop, scripts(), shell, {variable: commit})

    def judge_platform(self, platform):
        shop = self.enter()
        self.write_rollout(shop)
        commit = shop.change(platform)

        code, printed = self.release(shop, platform, commit)

        self.assertEqual((0, []), (code, shop.gate.denied), printed)
        self.assertEqual(("2", None), (shop.alias()["FunctionVersion"], shop.alias().get("RoutingConfig")), printed)

        # The same commit again: nothing is left to release.
        code, printed = self.release(shop, platform, commit)
        self.assertEqual((0, "2"), (code, shop.alias()["FunctionVersion"]), printed)
        # They are called after the commit that the platform tells.
        self.assertLessEqual({f"orders-{commit[:12]}-1", f"orders-{commit[:12]}-2"}, shop.executions())

        # What is refused, or rolled back, fails the step.
        shop.set_alarm("ALARM")
        code, printed = self.release(shop, platform, shop.change("three"))
        self.assertEqual((2, "2"), (code, shop.alias()["FunctionVersion"]), printed)
        self.assertIn("orders-live-errors", printed)

    def write_rollout(self, shop):
        shutil.copy(EXAMPLES / "orders.rollout.yaml", shop.folder)

    def test_each_block_of_the_page_runs_or_is_an_excerpt_of_a_file_that_is_judged(self):
        files = [path.read_text() for path in EXAMPLES.iterdir()]
        for block in pages.blocks(PAGE):
            with self.subTest(str(block)):
                if block.language == "json":
                    json.loads(block.text)
                else:
                    self.assertIn(block.language, ("sh", "yaml", "groovy"))
                if block.language in ("yaml", "groovy"):
                    self.assertTrue(any(pages.is_excerpt(block.text, file) for file in files), block.text)

    def test_the_pages_lines_work_from_the_first_to_the_last(self):
        shop = self.enter()
        self.write_rollout(shop)
        for number, (section, script) in enumerate(pages.sections(PAGE).items()):
            with self.subTest(section):
                # Something new to release, which the pipeline has built and uploaded.
                commit = shop.change(f"section {number}")
                code, printed = shop.run(f"{self.BUILD}; {self.UPLOAD}".format("orders"))
                self.assertEqual(0, code, printed)
                before = shop.alias()["FunctionVersion"]
                code, printed = shop.run(script, GIT_SHA=commit, ATTEMPT=str(number))
                self.assertEqual((0, []), (code, shop.gate.denied), printed)
                self.assertNotIn("RoutingConfig", shop.alias())
                if "start" in script:
                    self.assertNotEqual(before, shop.alias()["FunctionVersion"], printed)

    def test_a_rollout_that_fails_ends_the_plain_lines_with_1_and_its_reason(self):
        shop = self.enter()
        shop.set_alarm("ALARM")
        code, printed = shop.run(pages.sections(PAGE)["Without the tool"], GIT_SHA="a", ATTEMPT="1")
        self.assertEqual(1, code, printed)
        self.assertIn("Refused", printed)

    def test_two_pipelines_at_once_release_what_each_has_built(self):
        shop = self.enter()
        self.write_rollout(shop)
        upload = f"{self.BUILD}; {self.UPLOAD} --query CodeSha256"
        shop.change("of a")
        code, printed = shop.run(upload.format("a"))
        self.assertEqual(0, code, printed)
        wanted = base64.b64encode(hashlib.sha256((shop.folder / "a.zip").read_bytes()).digest()).decode()
        self.assertEqual(wanted, printed.strip())
        shop.change("of b")
        code, printed = shop.run(upload.format("b"))
        self.assertEqual(0, code, printed)

        # What is in $LATEST by now is the other's.
        code, printed = shop.run("canary start orders.rollout.yaml --code-sha256 a.zip --wait", GIT_COMMIT="a")
        self.assertEqual((2, "1"), (code, shop.alias()["FunctionVersion"]), printed)
        self.assertIn(f'codeSha256 is "{wanted}"', printed)

        code, printed = shop.run("canary start orders.rollout.yaml --code-sha256 b.zip --wait", GIT_COMMIT="b")
        self.assertEqual(0, code, printed)
        self.assertNotEqual(wanted, shop.code_of(shop.alias()["FunctionVersion"]))

    def test_a_version_that_was_published_with_the_upload_is_released_whatever_was_uploaded_since(self):
        shop = self.enter()
        self.write_rollout(shop)
        line = f"{self.BUILD}; {self.UPLOAD} --publish --query Version"
        versions = []
        for name in ("a", "b"):
            shop.change(f"of {name}")
            code, printed = shop.run(line.format(name))
            self.assertEqual(0, code, printed)
            versions.append(printed.strip())
        code, printed = shop.run(f"canary start orders.rollout.yaml --target-version {versions[0]} --wait")
        self.assertEqual((0, versions[0]), (code, shop.alias()["FunctionVersion"]), printed)

    def test_who_may_not_start_is_told_so(self):
        allowed = [one for one in role() if one.get("Sid") != "StartARollout"]
        shop = self.enter(allowed)
        self.write_rollout(shop)
        code, printed = shop.run("canary start orders.rollout.yaml --wait")
        self.assertEqual((5, "1"), (code, shop.alias()["FunctionVersion"]), printed)
        self.assertIn("states:StartExecution", printed)


class PolicyTest(unittest.TestCase):
    """The stack's policy and the calls of the tools, in both directions."""

    def test_every_call_of_the_tools_is_allowed_and_every_permission_is_used(self):
        calls = []
        with Shop(role()) as shop:
            shutil.copy(EXAMPLES / "orders.rollout.yaml", shop.folder)
            for line in (
                "canary lint", "canary plan", "canary watch nobody:live || true", PipelinesTest.BUILD.format("orders"),
                "version=$(aws lambda update-function-code --function-name orders --zip-file fileb://orders.zip --publish --query Version --output text);"
                " canary start --target-version $version --wait",
                "canary watch orders:live",
            ):
                code, printed = shop.run(line)
                self.assertEqual((0, []), (code, shop.gate.denied), f"{line}\n{printed}")
            calls = shop.gate.calls
        needless = []
        for statement in role():
            for action in policies.as_list(statement["Action"]):
                for resource in policies.as_list(statement["Resource"]):
                    one = [{"Effect": "Allow", "Action": action, "Resource": resource}]
                    if not any(policies.allows(one, *call) for call in calls):
                        needless.append((action, resource))
        # The alias of the state machine, or the state machine itself: what is started is for whoever starts to choose.
        self.assertLessEqual({action for action, _ in needless}, {"states:StartExecution"})
        self.assertLessEqual(len(needless), 1, needless)

    def test_the_policy_neither_steers_nor_approves_nor_stops(self):
        statements = policies.pipeline_policy()
        function = "arn:aws:lambda:us-east-1:123456789012:function:"
        for action, resource in [
            ("lambda:InvokeFunction", function + "canary-Control"), ("lambda:InvokeFunction", function + "canary-Approve"),
            ("lambda:InvokeFunction", function + "canary-RestoreAlias"), ("lambda:InvokeFunction", function + "orders"),
            ("lambda:UpdateAlias", function + "orders"), ("lambda:UpdateFunctionCode", function + "orders"),
            ("states:StopExecution", "arn:aws:states:us-east-1:123456789012:execution:canary:orders-1"),
            ("states:StartExecution", "arn:aws:states:us-east-1:123456789012:stateMachine:other"),
        ]:
            self.assertFalse(policies.allows(statements, action, resource), (action, resource))

    def test_the_output_is_the_policys_arn(self):
        self.assertEqual({"Ref": "PipelinePolicy"}, project.template()["Outputs"]["PipelinePolicyArn"]["Value"])


class ExamplesTest(unittest.TestCase):
    """What the files say besides their run lines."""

    def test_cfn_lint_finds_nothing(self):
        for name in ("github-role.yaml", "codepipeline.yaml", "orders.yaml"):
            with self.subTest(name):
                self.assertEqual([], cfn_lint((EXAMPLES / name).read_text()))

    def test_the_two_rollout_files_say_the_same(self):
        self.assertEqual(json.loads(pipeline_scripts.text("orders.rollout.json")), yaml.safe_load(pipeline_scripts.text("orders.rollout.yaml")))

    def test_a_session_and_a_job_last_longer_than_the_wait(self):
        wait = max(int(hours) for hours in re.findall(r"--timeout (\d+)h", "".join(pipeline_scripts.github()))) * 3600
        job = yaml.safe_load(pipeline_scripts.text("github-actions.yml"))["jobs"]["release"]
        session = next(step["with"]["role-duration-seconds"] for step in job["steps"] if "role-to-assume" in step.get("with", {}))
        most = yaml_parse(pipeline_scripts.text("github-role.yaml"))["Resources"]["Role"]["Properties"]["MaxSessionDuration"]
        self.assertLess(wait, job["timeout-minutes"] * 60)
        self.assertLess(job["timeout-minutes"] * 60, session)
        self.assertLessEqual(session, most)
        azure = yaml.safe_load(pipeline_scripts.text("azure-pipelines.yml"))
        self.assertLess(wait, azure["stages"][0]["jobs"][0]["timeoutInMinutes"] * 60)
        self.assertLess(azure["stages"][0]["jobs"][0]["timeoutInMinutes"] * 60, azure["variables"]["aws.rolecredential.maxduration"])

    def test_one_release_at_a_time_and_none_is_cancelled(self):
        self.assertEqual({"group": "release-orders", "cancel-in-progress": False}, yaml.safe_load(pipeline_scripts.text("github-actions.yml"))["concurrency"])
        release = yaml.safe_load(pipeline_scripts.text("gitlab-ci.yml"))["release"]
        self.assertEqual(("orders-live", False), (release["resource_group"], release["interruptible"]))
        self.assertIn("disableConcurrentBuilds()", pipeline_scripts.text("Jenkinsfile"))
        self.assertEqual("sequential", yaml.safe_load(pipeline_scripts.text("azure-pipelines.yml"))["stages"][0]["lockBehavior"])
        self.assertEqual("QUEUED", self.pipeline()["ExecutionMode"])

    @staticmethod
    def pipeline():
        return yaml_parse(pipeline_scripts.text("codepipeline.yaml"))["Resources"]["Pipeline"]["Properties"]

    def test_codepipeline_releases_without_a_shell(self):
        """Its two actions are played: CloudFormation's, which uploads, and Step Functions', which starts, waits, and fails if the rollout does."""
        actions = {action["Name"]: action for stage in self.pipeline()["Stages"] for action in stage["Actions"]}
        self.assertLessEqual({action["ActionTypeId"]["Provider"] for action in actions.values()}, {"CodeStarSourceConnection", "CloudFormation", "StepFunctions"})
        release = actions["Canary"]["Configuration"]
        self.assertEqual("FilePath", release["InputType"])
        forget()
        self.addCleanup(forget)
        stack = Stack(shared().client("lambda"))
        stack.update(translated(pipeline_scripts.text("orders.yaml"), "one"))
        stack.update(translated(pipeline_scripts.text("orders.yaml"), "two"))
        self.assertEqual(["create_function", "publish_version", "create_alias", "update_function_code"], stack.calls)

        end = self.play(release)

        self.assertEqual("SUCCEEDED", end["status"], end)
        self.assertEqual("2", shared().client("lambda").get_alias(FunctionName="orders", Name="live")["FunctionVersion"])

    def play(self, configuration):
        """As the action's reference says: the input is the file's content, the name the prefix and the action execution's id."""
        template = yaml_parse(pipeline_scripts.text("codepipeline.yaml"))
        arn = shared().state_machine.removesuffix(":live")
        names = policies.Names(template, StateMachineArn=arn)
        inline, = template["Resources"]["PipelineRole"]["Properties"]["Policies"]
        statements = policies.pipeline_policy() + names.statements(inline["PolicyDocument"])
        self.assertTrue(policies.allows(statements, "states:DescribeStateMachine", arn))
        self.assertTrue(policies.allows(statements, "states:StartExecution", arn))
        states = shared().client("stepfunctions")
        name = f"{configuration['ExecutionNamePrefix']}-1624a1d1-3699-43f0-8e1e-6bafd7fde791"
        self.assertLessEqual(len(name), 80)
        text = json.loads(pipeline_scripts.text(configuration["Input"]))
        text["alarms"] = []
        execution = states.start_execution(stateMachineArn=arn, name=name, input=json.dumps(text))["executionArn"]
        self.assertTrue(policies.allows(statements, "states:DescribeExecution", execution))
        return until(lambda: states.describe_execution(executionArn=execution), lambda seen: seen["status"] != "RUNNING")


for platform in pipeline_scripts.PLATFORMS:
    name = platform.lower().replace(" ", "_")
    setattr(PipelinesTest, f"test_{name}_releases_runs_again_and_fails_as_the_rollout_does", lambda self, one=platform: self.judge_platform(one))
