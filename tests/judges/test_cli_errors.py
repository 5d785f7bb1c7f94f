"""The `aws` command line, against the embedded AWS, prints the error codes that AWS is known to answer with.

Where each comes from is in the margin: a name of LocalStack's snapshot tests or of a page, both recorded from AWS, or "model" for botocore's service
model. A line in words of the shell is what a person would type; FUNCTION, MACHINE and the like stand for what the test has made.
"""

import contextlib
import io
import json
import os
import re
import shlex
import unittest
from unittest import mock

import awscli.clidriver

from served import shared, until
from stage import Stage

NOTHING = "arn:aws:states:us-east-1:123456789012:execution:canary:nothing"
ALIAS = "lambda update-alias --function-name FUNCTION --name live"
PUBLISH = "lambda publish-version --function-name FUNCTION"
START = "stepfunctions start-execution --state-machine-arn MACHINE"
CREATE_MACHINE = "stepfunctions create-state-machine --role-arn arn:aws:iam::123456789012:role/judged --definition"
ALARM = "cloudwatch put-metric-alarm --namespace Judged --metric-name m --statistic Sum --threshold 1 --comparison-operator GreaterThanThreshold"
STATISTICS = "cloudwatch get-metric-statistics --namespace Judged --metric-name m --statistics Sum --period 60"
RULE = "events put-rule --name judged --event-pattern"
ENDS_AT_ONCE = '{"end":true}'
ENDS = '{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}'
DIRECT = '{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:123456789012:function:sample:live","End":true}}}'

# What is typed, and the code that is printed; None is an answer without an error.
LINES = [
    # PublishVersion. [snapshots of test_lambda_api: versions]
    (f"{PUBLISH} --code-sha256 d3Jvbmc=", "InvalidParameterValueException"),
    (f"{PUBLISH} --revision-id 00000000-0000-0000-0000-000000000000", "PreconditionFailedException"),
    ("lambda publish-version --function-name no-such-function", "ResourceNotFoundException"),
    # Aliases: weights, versions, revisions. [snapshots of test_lambda_api: aliases, routing; page configuring-alias-routing]
    (f"{ALIAS} --routing-config AdditionalVersionWeights={{2=0.1,3=0.1}}", "InvalidParameterValueException"),
    (f"{ALIAS} --routing-config AdditionalVersionWeights={{2=2.0}}", "ValidationException"),
    (f"{ALIAS} --routing-config AdditionalVersionWeights={{2=1.01}}", "ValidationException"),
    (f"""{ALIAS} --routing-config '{{"AdditionalVersionWeights":{{"$LATEST":0.1}}}}'""", "ValidationException"),
    (f"{ALIAS} --routing-config AdditionalVersionWeights={{1=0.1}}", "InvalidParameterValueException"),
    (f"{ALIAS} --routing-config AdditionalVersionWeights={{99=0.1}}", "ResourceNotFoundException"),
    (f"{ALIAS} --routing-config AdditionalVersionWeights={{3=0.1}}", "InvalidParameterValueException"),  # another role [serverless-aws-alias#64]
    (f"{ALIAS} --routing-config AdditionalVersionWeights={{4=0.1}}", "InvalidParameterValueException"),  # another dead-letter queue
    (f"{ALIAS} --function-version $LATEST --routing-config AdditionalVersionWeights={{1=0.1}}", "InvalidParameterValueException"),
    (f"{ALIAS} --function-version 99", "ResourceNotFoundException"),
    (f"{ALIAS} --function-version $LATEST", None),
    (f"{ALIAS} --function-version 1", None),
    (f"{ALIAS} --revision-id 00000000-0000-0000-0000-000000000000", "PreconditionFailedException"),
    ("lambda update-alias --function-name FUNCTION --name none --function-version 1", "ResourceNotFoundException"),
    ("lambda create-alias --function-name FUNCTION --name live --function-version 1", "ResourceConflictException"),
    ("lambda create-alias --function-name FUNCTION --name 7 --function-version 1", "ValidationException"),
    ("lambda create-alias --function-name FUNCTION --name a.b --function-version 1", "ValidationException"),
    ("lambda create-alias --function-name FUNCTION --name new --function-version 99", "ResourceNotFoundException"),
    ("lambda create-alias --function-name no-such-function --name live --function-version 1", "ResourceNotFoundException"),
    ("lambda get-alias --function-name FUNCTION --name none", "ResourceNotFoundException"),
    ("lambda delete-alias --function-name FUNCTION --name none", None),
    # Functions. [model; snapshots of test_lambda_api: functions]
    ("lambda get-function --function-name no-such-function", "ResourceNotFoundException"),
    ("lambda get-function --function-name FUNCTION --qualifier 99", "ResourceNotFoundException"),
    ("lambda get-function-configuration --function-name FUNCTION --qualifier none", "ResourceNotFoundException"),
    ("lambda delete-function --function-name FUNCTION --qualifier 1", "ResourceConflictException"),
    ("lambda delete-function --function-name no-such-function", "ResourceNotFoundException"),
    ("lambda update-function-configuration --function-name FUNCTION --revision-id 00000000-0000-0000-0000-000000000000", "PreconditionFailedException"),
    ("lambda invoke --function-name no-such-function OUT", "ResourceNotFoundException"),
    ("lambda invoke --function-name FUNCTION:none OUT", "ResourceNotFoundException"),
    # Executions. [model]
    (f"{START} --name 'a b'", "InvalidName"),
    (f"{START} --name a/b", "InvalidName"),
    (f"{START} --name 'a#b'", "InvalidName"),
    (f"{START} --name 'a*b'", "InvalidName"),
    (f"{START} --name {'a' * 81}", "ValidationException"),
    (f"{START} --name {'a' * 80}", None),
    (f"{START} --input nonsense", "InvalidExecutionInput"),
    (f"{START}-none", "StateMachineDoesNotExist"),
    ("stepfunctions start-execution --state-machine-arn nonsense", "InvalidArn"),
    (f"stepfunctions stop-execution --execution-arn {NOTHING}", "ExecutionDoesNotExist"),
    (f"stepfunctions describe-execution --execution-arn {NOTHING}", "ExecutionDoesNotExist"),
    (f"stepfunctions get-execution-history --execution-arn {NOTHING}", "ExecutionDoesNotExist"),
    (f"stepfunctions describe-state-machine-for-execution --execution-arn {NOTHING}", "ExecutionDoesNotExist"),
    ("stepfunctions describe-execution --execution-arn nonsense", "InvalidArn"),
    ("stepfunctions stop-execution --execution-arn nonsense", "InvalidArn"),
    ("stepfunctions list-executions --state-machine-arn MACHINE-none", "StateMachineDoesNotExist"),
    ("stepfunctions list-executions --state-machine-arn MACHINE --next-token nonsense", "InvalidToken"),
    (f"stepfunctions list-executions --state-machine-arn MACHINE --next-token {'a' * 3097}", "ValidationException"),  # [snapshots of test_sfn_api]
    # State machines. [model]
    ("stepfunctions describe-state-machine --state-machine-arn MACHINE-none", "StateMachineDoesNotExist"),
    ("stepfunctions update-state-machine --state-machine-arn MACHINE-none --definition '" + ENDS + "'", "StateMachineDoesNotExist"),
    ("stepfunctions update-state-machine --state-machine-arn MACHINE", "MissingRequiredParameter"),
    ("stepfunctions update-state-machine --state-machine-arn MACHINE --definition nonsense", "InvalidDefinition"),
    (f"{CREATE_MACHINE} nonsense --name new", "InvalidDefinition"),
    (f"{CREATE_MACHINE} '{ENDS}' --name 'a b'", "InvalidName"),
    (f"{CREATE_MACHINE} '{ENDS}' --name canary", "StateMachineAlreadyExists"),
    (f"{CREATE_MACHINE} '{DIRECT}' --name direct", None),  # [snapshots of test_lambda_task]
    # Task tokens, redrive. [model]
    ("stepfunctions send-task-success --task-token nonsense --task-output '{}'", "InvalidToken"),
    ("stepfunctions send-task-failure --task-token nonsense", "InvalidToken"),
    ("stepfunctions send-task-heartbeat --task-token nonsense", "InvalidToken"),
    (f"stepfunctions send-task-heartbeat --task-token {'a' * 2049}", "ValidationException"),
    (f"stepfunctions redrive-execution --execution-arn {NOTHING}", "ExecutionDoesNotExist"),
    # Alarms: names that nobody knows are dropped in silence, composites unless they are asked for. [model]
    ("cloudwatch set-alarm-state --alarm-name none --state-value OK --state-reason judged", "ResourceNotFound"),
    ("cloudwatch set-alarm-state --alarm-name ALARM_NAME --state-value FINE --state-reason judged", "ValidationError"),
    (f"cloudwatch describe-alarms --alarm-names {' '.join(f'a{i}' for i in range(101))}", "ValidationError"),
    ("cloudwatch describe-alarms --next-token nonsense", "InvalidNextToken"),
    (f"{ALARM} --alarm-name new --period 7 --evaluation-periods 1", "ValidationError"),
    (f"{ALARM} --alarm-name new --period 60 --evaluation-periods 1441", "ValidationError"),  # a day at most
    (f"{ALARM} --alarm-name new --period 60 --evaluation-periods 1 --datapoints-to-alarm 2", "ValidationError"),
    (f"{STATISTICS} --start-time 2026-01-01T00:00:00Z --end-time 2026-01-01T00:00:00Z", "InvalidParameterValue"),  # [snapshots of test_cloudwatch]
    (f"{STATISTICS} --start-time 2026-01-01T00:00:00Z --end-time 2026-01-03T00:00:00Z", "InvalidParameterCombination"),  # [the same]
    ("cloudwatch list-metrics --namespace :judged", "ValidationError"),
    ("cloudwatch put-composite-alarm --alarm-name new --alarm-rule nonsense", "ValidationError"),
    ("cloudwatch put-composite-alarm --alarm-name new --alarm-rule ALARM(none)", "ValidationError"),
    # Rules. [model; snapshots of test_events and test_events_patterns]
    ("events list-rules --name-prefix 'a b'", "ValidationException"),
    ("events describe-rule --name none", "ResourceNotFoundException"),
    (f"{RULE} '{{\"source\":[{{\"anything-but\":{{\"prefix\":\"\"}}}}]}}'", "InvalidEventPatternException"),
    (f"{RULE} '{{\"source\":\"judged\"}}'", "InvalidEventPatternException"),
]


class CommandLine:
    """The command line tool in this process: starting Python anew for each line would take longer than all of them."""

    def __init__(self, names):
        self.served, self.names, self.driver = shared(), names, awscli.clidriver.create_clidriver()

    def type(self, line):
        """What it prints, and the code of the error that it prints."""
        words = [re.sub("|".join(self.names), lambda found: self.names[found.group()], word) for word in shlex.split(line)]
        output, errors = io.StringIO(), io.StringIO()
        # Where the tool keeps its own data is told by the environment too.
        environment = {**self.served.environment, "AWS_DATA_PATH": os.environ["AWS_DATA_PATH"]}
        with mock.patch.dict(os.environ, environment, clear=True), contextlib.redirect_stdout(output), contextlib.redirect_stderr(errors):
            code = self.driver.main(["--endpoint-url", self.served.url, *words])
        found = re.search(r"An error occurred \((\w+)\) when calling the \w+ operation", errors.getvalue())
        if (code != 0) != bool(found):
            raise AssertionError(f"aws {line}\n{errors.getvalue()}")
        return output.getvalue(), found and found.group(1)


class CommandLineErrorsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        stage = Stage("cli-errors")
        aws = stage.aws
        for change in [{}, {"Role": "arn:aws:iam::123456789012:role/other"}, {"DeadLetterConfig": {"TargetArn": "arn:aws:sqs:us-east-1:123456789012:letters"}}]:
            # Versions 2, 3 and 4.
            if change:
                aws.update_function_configuration(FunctionName=stage.name, Role="arn:aws:iam::123456789012:role/judged")
                aws.update_function_configuration(FunctionName=stage.name, **change)
            aws.publish_version(FunctionName=stage.name)
        states = shared().client("stepfunctions")
        waits = '{"StartAt":"A","States":{"A":{"Type":"Choice","Choices":[{"Variable":"$.end","IsPresent":true,"Next":"C"}],"Default":"B"},' \
            '"B":{"Type":"Wait","Seconds":90000000,"Next":"C"},"C":{"Type":"Succeed"}}}'
        machine = states.create_state_machine(name="cli-errors", definition=waits, roleArn="arn:aws:iam::123456789012:role/judged")["stateMachineArn"]
        calls_back = '{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken",' \
            '"Parameters":{"FunctionName":"sample","Payload":{"token.$":"$$.Task.Token"}},"TimeoutSeconds":90000000,"End":true}}}'
        callback = states.create_state_machine(name="cli-callback", definition=calls_back, roleArn="arn:aws:iam::123456789012:role/judged")["stateMachineArn"]
        stage.watch.put_composite_alarm(AlarmName="cli-errors-any", AlarmRule=f'ALARM("{stage.alarm}")')
        cls.tool = CommandLine({"FUNCTION": stage.name, "MACHINE": machine, "CALLBACK": callback, "OUT": os.devnull, "ALARM_NAME": stage.alarm})

    def judge(self, line, code):
        self.assertEqual(code, self.tool.type(line)[1])

    def read(self, line):
        output, code = self.tool.type(line)
        self.assertIsNone(code)
        return json.loads(output)

    def test_a_name_is_the_same_execution_while_it_runs_and_taken_when_it_has_ended(self):
        # [model: the name is unique for 90 days; same name and same input while it runs is the same answer]
        self.assertEqual(self.read(f"{START} --name waits --input '{{}}'"), self.read(f"{START} --name waits --input '{{}}'"))
        self.judge(f"{START} --name waits --input 7", "ExecutionAlreadyExists")
        execution = self.read(f"{START} --name ends --input '{ENDS_AT_ONCE}'")["executionArn"]
        until(lambda: self.read(f"stepfunctions describe-execution --execution-arn {execution}"), lambda seen: seen["status"] == "SUCCEEDED")
        self.judge(f"{START} --name ends --input '{ENDS_AT_ONCE}'", "ExecutionAlreadyExists")
        self.judge(f"{START} --name ends --input 7", "ExecutionAlreadyExists")

    def test_a_token_answers_once_and_in_time(self):
        # [model: SendTaskSuccess]
        execution = self.read("stepfunctions start-execution --state-machine-arn CALLBACK --input '{}'")["executionArn"]
        history = f"stepfunctions get-execution-history --execution-arn {execution}"
        events = until(lambda: self.read(history)["events"], lambda seen: any(event["type"] == "TaskSubmitted" for event in seen))
        details = next(event["taskScheduledEventDetails"] for event in events if event["type"] == "TaskScheduled")
        token = json.loads(details["parameters"])["Payload"]["token"]
        self.judge(f"stepfunctions send-task-success --task-token {token} --task-output nonsense", "InvalidOutput")
        self.judge(f"stepfunctions send-task-heartbeat --task-token {token}", None)
        self.judge(f"stepfunctions send-task-success --task-token {token} --task-output 7", None)
        self.judge(f"stepfunctions send-task-success --task-token {token} --task-output 7", "TaskTimedOut")
        self.judge(f"stepfunctions send-task-failure --task-token {token}", "TaskTimedOut")
        until(lambda: self.read(f"stepfunctions describe-execution --execution-arn {execution}"), lambda seen: seen["status"] == "SUCCEEDED")
        self.judge(f"stepfunctions redrive-execution --execution-arn {execution}", "ExecutionNotRedrivable")

    def test_a_function_without_concurrency_is_throttled(self):
        # [model: ReservedConcurrentExecutions]
        self.read("lambda put-function-concurrency --function-name FUNCTION --reserved-concurrent-executions 0")
        self.judge("lambda invoke --function-name FUNCTION OUT", "TooManyRequestsException")
        self.judge("lambda delete-function-concurrency --function-name FUNCTION", None)

    def test_alarms_that_nobody_knows_are_dropped_in_silence(self):
        seen = self.read("cloudwatch describe-alarms --alarm-names no-such-alarm ALARM_NAME")
        self.assertEqual([1, 0], [len(seen["MetricAlarms"]), len(seen["CompositeAlarms"])])

    def test_composite_alarms_are_left_out_unless_they_are_asked_for(self):
        # [model: AlarmTypes]
        self.assertEqual([], self.read("cloudwatch describe-alarms --alarm-names cli-errors-any")["CompositeAlarms"])
        asked = self.read("cloudwatch describe-alarms --alarm-names cli-errors-any --alarm-types CompositeAlarm MetricAlarm")
        self.assertEqual(["cli-errors-any"], [alarm["AlarmName"] for alarm in asked["CompositeAlarms"]])

    def test_an_alarm_that_is_changed_keeps_its_state(self):
        # [model: PutMetricAlarm]
        change = f"{ALARM} --alarm-name kept --treat-missing-data ignore --period 60 --evaluation-periods"
        self.judge(f"{change} 1", None)
        self.assertEqual("INSUFFICIENT_DATA", self.state("kept"))
        self.judge("cloudwatch set-alarm-state --alarm-name kept --state-value ALARM --state-reason judged", None)
        self.judge(f"{change} 2", None)
        self.assertEqual("ALARM", self.state("kept"))

    def state(self, alarm):
        return self.read(f"cloudwatch describe-alarms --alarm-names {alarm}")["MetricAlarms"][0]["StateValue"]


for number, (line, code) in enumerate(LINES, 1):
    setattr(CommandLineErrorsTest, f"test_line_{number:02}_{code}", lambda self, line=line, code=code: self.judge(line, code))
