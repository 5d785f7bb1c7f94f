"""cfn-lint and the SAM translator judge template.yaml: no finding, and no permission beyond what a step needs."""

import json
import re
import unittest

import project
import sam
from sam import cfn_lint

TARGET = "arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:${TargetFunctionPattern}"
OWN = TARGET.replace("TargetFunctionPattern", "AWS::StackName")
HOOK = TARGET.replace("TargetFunctionPattern", "HookFunctionPattern")
READ_VERSIONS = (["lambda:GetFunction"], [TARGET, TARGET + ":*"])
READ_ALARMS = (["cloudwatch:DescribeAlarms"], ["*"])
READ_METRICS = (["cloudwatch:GetMetricData"], ["*"])
READ_ALIAS = (["lambda:GetAlias"], [TARGET])
EXECUTIONS = ["arn:${AWS::Partition}:states:${AWS::Region}:${AWS::AccountId}:execution:${Canary.Name}:*"]
# Those beside the state machine are changed before it, so they name it without a reference.
BY_NAME = [EXECUTIONS[0].replace("Canary.Name", "AWS::StackName")]
READ_HISTORY = (["states:GetExecutionHistory"], BY_NAME)
MOVE_ALIAS = (["lambda:GetAlias", "lambda:UpdateAlias"], [TARGET])
TELL = (["events:PutEvents"], ["arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:event-bus/default"])

# Provisioned concurrency is an alias's own.
GET, PUT, DELETE = (f"lambda:{verb}ProvisionedConcurrencyConfig" for verb in ("Get", "Put", "Delete"))
READ_PROVISIONED = ([GET], [TARGET + ":*"])
RESTORE_PROVISIONED = ([DELETE, GET, PUT], [TARGET + ":*"])

# What each function may do, and on what.
ALLOWED = {
    "PlanRollout": [
        READ_ALIAS,
        READ_VERSIONS,
        (["lambda:GetFunction"], [HOOK, HOOK + ":*"]),
        READ_ALARMS,
        READ_METRICS,
        (["lambda:ListProvisionedConcurrencyConfigs"], [TARGET]),
        (["lambda:ListEventSourceMappings"], ["*"]),
        TELL,
    ],
    "HoldAlias": [MOVE_ALIAS],
    "PublishVersion": [(["lambda:PublishVersion"], [TARGET]), READ_VERSIONS],
    "AwaitVersion": [READ_VERSIONS, TELL],
    "CheckHook": [],
    "CreateAlias": [(["lambda:CreateAlias", "lambda:GetAlias"], [TARGET]), TELL],
    "RaiseConcurrency": [READ_ALIAS, ([PUT], [TARGET + ":*"])],
    "AwaitConcurrency": [READ_PROVISIONED],
    "ShiftWeight": [MOVE_ALIAS, READ_ALARMS, TELL],
    "CheckHealth": [READ_ALIAS, READ_ALARMS, READ_METRICS, TELL],
    "Promote": [MOVE_ALIAS, READ_ALARMS, TELL],
    "AwaitPromotion": [READ_ALIAS, READ_PROVISIONED, TELL],
    "FreeAlias": [MOVE_ALIAS, ([GET, PUT], [TARGET + ":*"]), TELL],
    "Rollback": [MOVE_ALIAS, RESTORE_PROVISIONED, TELL],
    "RestoreAlias": [
        MOVE_ALIAS,
        RESTORE_PROVISIONED,
        (["states:ListExecutions"], [BY_NAME[0].replace(":execution:", ":stateMachine:")[:-2]]),
        (["states:DescribeExecution", "states:GetExecutionHistory"], BY_NAME),
        TELL,
        (["sqs:SendMessage"], [{"Fn::GetAtt": ["LookAtTheAlias", "Arn"]}]),
    ],
    "Control": [MOVE_ALIAS, READ_HISTORY],
    "Approve": [MOVE_ALIAS, READ_HISTORY],
}


def named(value):
    """The resources that a part of a template refers to, by whatever function."""
    if isinstance(value, list):
        return set().union(*map(named, value))
    if not isinstance(value, dict):
        return set()
    found = set()
    for key, inside in value.items():
        if key in ("Ref", "DependsOn"):
            found |= set(as_list(inside))
        elif key == "Fn::GetAtt":
            found.add(inside[0] if isinstance(inside, list) else inside.split(".")[0])
        elif key == "Fn::Sub":
            found |= set(re.findall(r"\$\{(\w+)", as_list(inside)[0]))
        else:
            found |= named(inside)
    return found


def needs(name, resources):
    """All that CloudFormation changes before a resource."""
    found, left = set(), [name]
    while left:
        for one in named(resources[left.pop()]) & set(resources) - found:
            found.add(one)
            left.append(one)
    return found


def translated(code="code"):
    template = project.template()
    # As `sam package` leaves them: the translator wants places in S3.
    template["Globals"]["Function"]["CodeUri"] = f"s3://bucket/{code}"
    template["Resources"]["Canary"]["Properties"]["DefinitionUri"] = "s3://bucket/definition"
    return sam.transformed(template)


def as_list(value):
    return value if isinstance(value, list) else [value]


def text(value):
    return value.get("Fn::Sub", value) if isinstance(value, dict) else value


def ordered(statements):
    return sorted(statements, key=str)


class TemplateTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.resources = translated()

    def statements(self, role):
        for policy in self.resources[role]["Properties"].get("Policies", []):
            yield from policy["PolicyDocument"]["Statement"]

    def test_cfn_lint_finds_nothing(self):
        self.assertEqual([], cfn_lint(project.TEMPLATE.read_text()))

    def test_cfn_lint_accepts_the_definition_inside_the_template(self):
        """With the definition in another file cfn-lint does not look at it; inside it does."""
        self.assertEqual([], cfn_lint(self.inlined(project.state_machine())))

    def test_cfn_lint_would_find_a_fault_in_the_definition(self):
        definition = project.state_machine()
        definition["StartAt"] = "Nowhere"
        del definition["States"]
        self.assertNotEqual([], cfn_lint(self.inlined(definition)))

    def inlined(self, definition):
        properties = {"RoleArn": "arn:aws:iam::123456789012:role/canary", "Definition": definition}
        return json.dumps({"Resources": {"Canary": {"Type": "AWS::StepFunctions::StateMachine", "Properties": properties}}})

    def test_the_translator_warns_of_nothing(self):
        with self.assertNoLogs(level="WARNING"):
            translated()

    def test_each_function_may_do_what_its_step_needs_and_nothing_else(self):
        for step, allowed in ALLOWED.items():
            with self.subTest(step):
                actual = [
                    (sorted(as_list(statement["Action"])), [text(one) for one in as_list(statement["Resource"])])
                    for statement in self.statements(f"{step}FunctionRole")
                ]
                self.assertEqual(ordered((sorted(actions), on) for actions, on in allowed), ordered(actual))

    def test_whoever_meets_a_mark_may_see_whether_its_rollout_runs_and_nothing_else(self):
        for step in ("PlanRollout", "Rollback"):
            with self.subTest(step):
                policy = self.resources[f"{step}ReadsHolds"]["Properties"]
                self.assertEqual([{"Ref": f"{step}FunctionRole"}], policy["Roles"])
                (statement,) = policy["PolicyDocument"]["Statement"]
                self.assertEqual(("Allow", "states:DescribeExecution"), (statement["Effect"], statement["Action"]))
                self.assertEqual(EXECUTIONS[0], text(statement["Resource"]))

    def test_whoever_may_change_a_function_or_its_aliases_never_may_change_canarys_own(self):
        never = self.resources["NeverItself"]["Properties"]
        (statement,) = never["PolicyDocument"]["Statement"]
        self.assertEqual("Deny", statement["Effect"])
        self.assertEqual([f"${{{step}Function.Arn}}*" for step in project.STEPS + project.BESIDE], [text(one) for one in statement["Resource"]])
        changes = ("Create", "Delete", "Publish", "Put", "Update")
        changing, roles = set(), set()
        for step, allowed in ALLOWED.items():
            actions = {action for actions, _ in allowed for action in actions if action.startswith(tuple(f"lambda:{verb}" for verb in changes))}
            changing |= actions
            if actions:
                roles.add(f"{step}FunctionRole")
        self.assertEqual(changing, set(statement["Action"]))
        self.assertEqual(roles, {role["Ref"] for role in never["Roles"]})

    def test_the_plan_knows_every_function_of_the_stack_but_itself_which_lambda_tells(self):
        named = self.resources["PlanRolloutFunction"]["Properties"]["Environment"]["Variables"]["OWN_FUNCTIONS"]["Fn::Join"][1]
        self.assertEqual(
            {f"{step}Function" for step in project.STEPS if step != "PlanRollout"} | {f"${{AWS::StackName}}-{step}" for step in project.BESIDE},
            {one.get("Ref") or text(one) for one in named},
        )
        for step in project.BESIDE:
            self.assertEqual(f"${{AWS::StackName}}-{step}", text(self.resources[f"{step}Function"]["Properties"]["FunctionName"]))

    def test_hooks_are_named_so_on_purpose(self):
        self.assertEqual("canary-hook-*", project.template()["Parameters"]["HookFunctionPattern"]["Default"])

    def test_whoever_may_need_to_look_at_an_alias_is_told(self):
        alarms = {name: one["Properties"] for name, one in self.resources.items() if one["Type"] == "AWS::CloudWatch::Alarm"}
        watched = {
            name: (one["Namespace"], one["MetricName"], text(one["Dimensions"][0]["Value"]), one["ComparisonOperator"][:7], one["TreatMissingData"])
            for name, one in alarms.items()
        }
        self.assertEqual({
            "RollbackFailedAlarm": ("AWS/Events", "Invocations", "${AWS::StackName}-RollbackFailed", "Greater", "notBreaching"),
            "RestoreAliasErrorsAlarm": ("AWS/Lambda", "Errors", "${AWS::StackName}-RestoreAlias", "Greater", "notBreaching"),
            "SweepMissingAlarm": ("AWS/Events", "Invocations", "${AWS::StackName}-Sweep", "LessTha", "breaching"),
        }, watched)
        topic = {"Fn::If": ["HasAlarmTopic", [{"Ref": "AlarmTopicArn"}], {"Ref": "AWS::NoValue"}]}
        self.assertTrue(all(one["AlarmActions"] == topic == one["OKActions"] for one in alarms.values()))
        rules = {name: one["Properties"] for name, one in self.resources.items() if one["Type"] == "AWS::Events::Rule"}
        self.assertEqual({f"${{AWS::StackName}}-{name}" for name in ("RollbackFailed", "Sweep", "Notifications", "Chat")}, {text(one["Name"]) for one in rules.values() if "Name" in one})
        (failed,) = [one for one in rules.values() if "error" in one.get("EventPattern", {}).get("detail", {})]
        self.assertEqual(["RollbackFailed"], failed["EventPattern"]["detail"]["error"])
        self.assertIn("RollbackFailed", project.state_machine()["States"])
        queue = {"Fn::GetAtt": ["LookAtTheAlias", "Arn"]}
        self.assertEqual(queue, failed["Targets"][0]["Arn"])
        restoring = self.resources["RestoreAliasFunctionEventInvokeConfig"]["Properties"]
        self.assertEqual(queue, restoring["DestinationConfig"]["OnFailure"]["Destination"])

    def test_every_log_takes_the_users_key(self):
        groups = [resource["Properties"] for resource in self.resources.values() if resource["Type"] == "AWS::Logs::LogGroup"]
        key = {"Fn::If": ["HasLogKey", {"Ref": "LogKeyArn"}, {"Ref": "AWS::NoValue"}]}
        self.assertTrue(all(group["KmsKeyId"] == key for group in groups))

    def test_no_action_has_a_wildcard(self):
        roles = [name for name, resource in self.resources.items() if resource["Type"] == "AWS::IAM::Role"]
        self.assertEqual(len(ALLOWED) + 1, len(roles))
        for role in roles:
            for statement in self.statements(role):
                for action in as_list(statement["Action"]):
                    self.assertNotIn("*", action, role)

    def test_managed_policies_are_for_logs_and_traces_only(self):
        for name, resource in self.resources.items():
            for arn in resource["Properties"].get("ManagedPolicyArns", []):
                self.assertIn(arn.rsplit("/", 1)[1], ["AWSLambdaBasicExecutionRole", "AWSXrayWriteOnlyAccess", "AWSXRayDaemonWriteAccess"], name)

    def test_the_state_machine_invokes_exactly_its_functions_and_the_hooks_and_delivers_logs(self):
        invoke, hooks, never, deliver = self.statements("CanaryRole")
        self.assertEqual("lambda:InvokeFunction", invoke["Action"])
        # Every version, and no other name of them: an update must not take the permission from rollouts that are under way.
        self.assertEqual([f"${{{step}Function.Arn}}:*" for step in project.STEPS], [text(one) for one in invoke["Resource"]])
        self.assertEqual(("lambda:InvokeFunction", [HOOK, HOOK + ":*"]), (hooks["Action"], [text(one) for one in hooks["Resource"]]))
        self.assertEqual(("Deny", "lambda:InvokeFunction"), (never["Effect"], never["Action"]))
        self.assertEqual([f"{OWN}-{step}*" for step in project.BESIDE], [text(one) for one in never["Resource"]])
        self.assertTrue(all(action.startswith("logs:") for action in deliver["Action"]), deliver)

    def test_substitutions_are_those_that_the_definition_names(self):
        self.assertEqual(project.placeholders(), set(self.resources["Canary"]["Properties"]["DefinitionSubstitutions"]))

    def test_the_steps_of_a_rollout_are_versions_that_stay(self):
        named = self.resources["Canary"]["Properties"]["DefinitionSubstitutions"]
        versions = {name: one for name, one in self.resources.items() if one["Type"] == "AWS::Lambda::Version"}
        self.assertEqual(set(versions), {one["Ref"] for one in named.values()})
        self.assertEqual(
            {f"{step}Arn": f"{step}Function" for step in project.STEPS},
            {name: versions[one["Ref"]]["Properties"]["FunctionName"]["Ref"] for name, one in named.items()},
        )
        self.assertTrue(all(one["DeletionPolicy"] == "Retain" for one in versions.values()))
        # Any change of a function is another version, its code as much as its settings.
        self.assertNotEqual(set(versions), {name for name, one in translated("other-code").items() if one["Type"] == "AWS::Lambda::Version"})

    def test_an_update_shifts_new_rollouts_gradually_and_goes_back_on_an_alarm(self):
        alias = self.resources["CanaryAliaslive"]["Properties"]
        self.assertEqual("live", alias["Name"])
        self.assertEqual({
            "StateMachineVersionArn": {"Ref": "CanaryVersion"},
            "Type": "CANARY",
            "Percentage": 20,
            "Interval": 15,
            "Alarms": [{"Ref": "RollbackFailedAlarm"}, {"Ref": "RestoreAliasErrorsAlarm"}],
        }, alias["DeploymentPreference"])
        version = self.resources["CanaryVersion"]
        self.assertEqual({"Fn::GetAtt": ["Canary", "StateMachineRevisionId"]}, version["Properties"]["StateMachineRevisionId"])
        self.assertEqual(("Retain", "Retain"), (version["DeletionPolicy"], version["UpdateReplacePolicy"]))

    def test_what_stands_beside_the_state_machine_is_updated_before_it(self):
        for step in project.BESIDE:
            self.assertIn(f"{step}Function", needs("Canary", self.resources))
            self.assertNotIn("Canary", needs(f"{step}Function", self.resources))

    def test_nothing_needs_itself(self):
        for name in self.resources:
            self.assertNotIn(name, needs(name, self.resources))

    def test_everything_logs_to_a_group_with_retention_and_is_traced(self):
        for step in project.STEPS + project.BESIDE:
            function = self.resources[f"{step}Function"]["Properties"]
            self.assertEqual({"LogFormat": "JSON", "LogGroup": {"Ref": f"{step}Logs"}}, function["LoggingConfig"])
            self.assertEqual("Active", function["TracingConfig"]["Mode"])
            self.assertEqual(step, function["Environment"]["Variables"]["ANNOTATIONS_HANDLER"])
        groups = [resource["Properties"] for resource in self.resources.values() if resource["Type"] == "AWS::Logs::LogGroup"]
        self.assertEqual(len(project.STEPS + project.BESIDE) + 1, len(groups))
        self.assertTrue(all("RetentionInDays" in group for group in groups))
        machine = self.resources["Canary"]["Properties"]
        # The data would put task tokens into the log.
        self.assertEqual(("ALL", False), (machine["LoggingConfiguration"]["Level"], machine["LoggingConfiguration"]["IncludeExecutionData"]))
        self.assertTrue(machine["TracingConfiguration"]["Enabled"])
        # Without this prefix every log group goes into one resource policy, and that has a size limit.
        self.assertTrue(text(self.resources["CanaryLogs"]["Properties"]["LogGroupName"]).startswith("/aws/vendedlogs/states/"))

    def test_a_function_reports_its_own_timeout_before_the_task_gives_up(self):
        timeout = {self.resources[f"{step}Function"]["Properties"]["Timeout"] for step in project.STEPS}
        tasks = {name: state for name, state in project.state_machine()["States"].items() if state["Type"] == "Task"}
        own = {name: state for name, state in tasks.items() if "FunctionName" in state["Parameters"]}
        self.assertEqual(set(project.STEPS), set(own))
        # How long a hook has is in the document.
        for name, state in own.items():
            self.assertGreater(state["TimeoutSeconds"], max(timeout), name)
