using Canary.Local.Tests.StepFunctions;
using Canary.Local.Wire;

namespace Canary.Local.Tests.StatesLanguage;

public class DefinitionTests
{
    private const string End = ",\"End\":true}";

    private readonly Workflows _workflows = new();

    [Theory]
    [InlineData(""" "A":{"Type":"Map"} """,
        "SCHEMA_VALIDATION_FAILED: State type 'Map' is not supported by Canary.Local: use Task, Wait, Pass, Choice, "
        + "Succeed or Fail at /States/A/Type")]
    [InlineData(""" "A":{"Type":"Parallel"} """, "State type 'Parallel' is not supported by Canary.Local")]
    [InlineData(""" "A":{"End":true} """, "These fields are required: [Type] at /States/A")]
    [InlineData(
        """ "A":{"Type":"Pass","Catch":[]""" + End, "SCHEMA_VALIDATION_FAILED: Field 'Catch' is not supported at /States/A")]
    [InlineData(""" "A":{"Type":"Pass","Assign":{}""" + End, "Field 'Assign' is not supported at /States/A")]
    [InlineData(
        """ "A":{"Type":"Pass","QueryLanguage":"JSONata" """ + End, "QueryLanguage 'JSONata' is not supported by Canary.Local")]
    [InlineData(""" "A":{"Type":"Succeed","End":true} """, "Field 'End' is not supported at /States/A")]
    [InlineData(""" "A":{"Type":"Pass"} """, "Exactly one of these fields is required: [Next, End] at /States/A")]
    [InlineData(
        """ "A":{"Type":"Pass","Next":"A","End":true} """, "Only one of these fields is allowed: [Next, End] at /States/A")]
    [InlineData(""" "A":{"Type":"Pass","InputPath":"a" """ + End, "'a' is no path: a path starts with $. at /States/A/InputPath")]
    [InlineData(
        """ "A":{"Type":"Pass","InputPath":"$.a[*]" """ + End,
        "'$.a[*]' uses a wildcard ([*]), which Canary.Local does not support")]
    [InlineData(""" "A":{"Type":"Pass","InputPath":"$..a" """ + End, "uses a recursive descent (..)")]
    [InlineData(""" "A":{"Type":"Pass","InputPath":"$.a[?(@.b)]" """ + End, "uses a filter ([?(…)])")]
    [InlineData(""" "A":{"Type":"Pass","InputPath":"$.a[0:2]" """ + End, "uses a slice ([from:to])")]
    [InlineData(""" "A":{"Type":"Pass","ResultPath":"$$.a" """ + End, "points into the context object")]
    [InlineData(""" "A":{"Type":"Pass","Parameters":{"x.$":"nope"}""" + End,
        "The value for the field 'x.$' must be a valid JSONPath or a valid intrinsic function call")]
    [InlineData(""" "A":{"Type":"Pass","Parameters":{"x.$":"States.Hash($.a,'MD5')"}""" + End,
        "The intrinsic function 'States.Hash' is not supported by Canary.Local")]
    [InlineData(
        """ "A":{"Type":"Pass","Parameters":{"x.$":"States.MathAdd(1)"}""" + End, "States.MathAdd does not take 1 arguments")]
    [InlineData(""" "A":{"Type":"Pass","Parameters":{"x.$":"States.Format('a"}""" + End, "A string is not closed")]
    [InlineData(""" "A":{"Type":"Pass","Parameters":{"x.$":"$.a","x":1}""" + End, "The field 'x' is there twice")]
    [InlineData(
        """ "A":{"Type":"Wait" """ + End,
        "Exactly one of these fields is required: [Seconds, SecondsPath, Timestamp, TimestampPath]")]
    [InlineData(
        """ "A":{"Type":"Wait","Seconds":-1""" + End,
        "Expected a whole number from 0 to 99999999, found -1 at /States/A/Seconds")]
    [InlineData(""" "A":{"Type":"Wait","Seconds":"1" """ + End, "Expected a whole number from 0 to 99999999, found \"1\"")]
    [InlineData(""" "A":{"Type":"Wait","Timestamp":"2026-01-01" """ + End, "'2026-01-01' is no timestamp")]
    [InlineData(
        """ "A":{"Type":"Fail","Error":"a","ErrorPath":"$.a"} """, "Only one of these fields is allowed: [Error, ErrorPath]")]
    [InlineData(
        """ "A":{"Type":"Choice","Default":"B"},"B":{"Type":"Succeed"} """, "These fields are required: [Choices] at /States/A")]
    [InlineData(""" "A":{"Type":"Choice","Choices":[{"Variable":"$.a","IsNull":true}],"Default":"B"},"B":{"Type":"Succeed"} """,
        "These fields are required: [Next] at /States/A/Choices[0]")]
    [InlineData(""" "A":{"Type":"Choice","Choices":[{"Variable":"$.a","StringLike":"x","Next":"B"}]},"B":{"Type":"Succeed"} """,
        "Field 'StringLike' is not supported at /States/A/Choices[0]")]
    [InlineData(
        """ "A":{"Type":"Choice","Choices":[{"Variable":"$.a","NumericEquals":"1","Next":"B"}]},"B":{"Type":"Succeed"} """,
        "\"1\" is no value that NumericEquals can compare with")]
    [InlineData(
        """ "A":{"Type":"Choice","Choices":[{"Not":{"Variable":"$.a","IsNull":true,"Next":"B"},"Next":"B"}]}"""
        + ""","B":{"Type":"Succeed"} """,
        "Field 'Next' is not supported at /States/A/Choices[0]/Not")]
    [InlineData(""" "A":{"Type":"Task","End":true} """, "These fields are required: [Resource] at /States/A")]
    [InlineData(
        """ "A":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken","HeartbeatSeconds":9"""
        + ""","TimeoutSeconds":9,"End":true} """,
        "HeartbeatSeconds must be smaller than TimeoutSeconds at /States/A/HeartbeatSeconds")]
    [InlineData(
        """ "A":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke.waitForTaskToken","HeartbeatSeconds":9"""
        + ""","HeartbeatSecondsPath":"$.h","End":true} """,
        "Only one of these fields is allowed: [HeartbeatSeconds, HeartbeatSecondsPath] at /States/A")]
    [InlineData(""" "A":{"Type":"Task","Resource":"arn:aws:states:::events:putEvents.waitForTaskToken","End":true} """,
        "Resource 'arn:aws:states:::events:putEvents.waitForTaskToken' is not supported by Canary.Local: use "
        + "'arn:aws:states:::lambda:invoke', ")]
    [InlineData(""" "A":{"Type":"Task","Resource":"arn:aws:states:::events:putEvents","Parameters":{"Payload":1},"End":true} """,
        "The field 'Payload' is not supported by Step Functions in Canary.Local at /States/A/Parameters")]
    [InlineData(""" "A":{"Type":"Task","Resource":"arn:aws:states:::events:putEvents","Parameters":{},"End":true} """,
        "The field 'Entries' is required but was missing at /States/A/Parameters")]
    [InlineData(""" "A":{"Type":"Task","Resource":"arn:aws:states:::sns:publish","End":true} """,
        "Resource 'arn:aws:states:::sns:publish' is not supported by Canary.Local")]
    [InlineData(""" "A":{"Type":"Task","Resource":"${PlanRolloutArn}","End":true} """,
        "Value '${PlanRolloutArn}' is not a valid resource ARN at /States/A/Resource")]
    [InlineData(""" "A":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","HeartbeatSeconds":5,"End":true} """,
        "Field 'HeartbeatSeconds' is not supported at /States/A")]
    [InlineData(""" "A":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"Payload":1},"End":true} """,
        "The field 'FunctionName' is required but was missing at /States/A/Parameters")]
    [InlineData(
        """ "A":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":"""
        + """{"FunctionName":"f","InvocationType":"Event"},"End":true} """,
        "The field 'InvocationType' is not supported")]
    public void Create_WithWhatIsNotSupported_RefusesItByName(string states, string message)
    {
        var refusal = Assert.Throws<AwsException>(() => _workflows.Create(states));

        Assert.Equal((400, "InvalidDefinition"), (refusal.StatusCode, refusal.Code));
        Assert.StartsWith("Invalid State Machine Definition: '", refusal.Message);
        Assert.Contains(message, refusal.Message);
    }

    [Theory]
    [InlineData(
        """ "Retry":[{"ErrorEquals":["States.ALL","X"]}] """, "States.ALL must appear alone at /States/A/Retry[0]/ErrorEquals")]
    [InlineData(
        """ "Retry":[{"ErrorEquals":["States.ALL"]},{"ErrorEquals":["X"]}] """,
        "States.ALL must appear in the last item at /States/A/Retry[0]")]
    [InlineData(""" "Retry":[{"ErrorEquals":["States.TimeOut"]}] """, "'States.TimeOut' is no error of Step Functions")]
    [InlineData(""" "Retry":[{"ErrorEquals":[]}] """, "Expected a list that is not empty, found []")]
    [InlineData(
        """ "Retry":[{"ErrorEquals":["X"],"BackoffRate":0.5}] """,
        "Expected a number of at least 1, found 0.5 at /States/A/Retry[0]/BackoffRate")]
    [InlineData(""" "Retry":[{"ErrorEquals":["X"],"IntervalSeconds":0}] """, "Expected a whole number from 1")]
    [InlineData(""" "Retry":[{"ErrorEquals":["X"],"MaxAttempts":-1}] """, "Expected a whole number from 0")]
    [InlineData(
        """ "Retry":[{"ErrorEquals":["X"],"MaxDelaySeconds":31622400}] """,
        "Expected a whole number from 1 to 31622399, found 31622400")]
    [InlineData(""" "Retry":[{"ErrorEquals":["X"],"JitterStrategy":"SOME"}] """, "'SOME' is not FULL or NONE")]
    [InlineData(""" "Retry":[{"ErrorEquals":["X"],"Next":"A"}] """, "Field 'Next' is not supported at /States/A/Retry[0]")]
    [InlineData(""" "Catch":[{"ErrorEquals":["X"]}] """, "These fields are required: [Next] at /States/A/Catch[0]")]
    [InlineData(""" "TimeoutSeconds":0 """, "Expected a whole number from 1 to 99999999, found 0 at /States/A/TimeoutSeconds")]
    [InlineData(
        """ "TimeoutSeconds":5,"TimeoutSecondsPath":"$.t" """,
        "Only one of these fields is allowed: [TimeoutSeconds, TimeoutSecondsPath]")]
    public void Create_WithAFaultyTask_RefusesItByName(string fields, string message)
    {
        var refusal = Assert.Throws<AwsException>(() => _workflows.Create(Workflows.Task("A", fields + ",\"End\":true")));

        Assert.Contains(message, refusal.Message);
    }

    [Theory]
    [InlineData(""" "A":{"Type":"Pass","Next":"C"},"B":{"Type":"Pass","End":true} """,
        "MISSING_TRANSITION_TARGET: Missing 'Next' target: C at /States/A/Next, MISSING_TRANSITION_TARGET: State "
        + "\"B\" is not reachable. at /States/B")]
    [InlineData(""" "B":{"Type":"Succeed"} """,
        "MISSING_TRANSITION_TARGET: Missing 'Next' target: A at /StartAt, MISSING_TRANSITION_TARGET: State "
        + "\"B\" is not reachable. at /States/B")]
    [InlineData(
        """ "A":{"Type":"Pass","Next":"B"},"B":{"Type":"Pass","Next":"A"} """,
        "MISSING_END_STATE: Workflow has no terminal state")]
    [InlineData(
        """ "A":{"Type":"Choice","Choices":[{"Variable":"$.a","IsNull":true,"Next":"X"}],"Default":"Y"}"""
        + ""","B":{"Type":"Pass","Next":"A"} """,
        "MISSING_TRANSITION_TARGET: Missing 'Next' target: X at /States/A/Choices[0]/Next, "
        + "MISSING_TRANSITION_TARGET: Missing 'Next' target: Y at /States/A/Default, "
        + "MISSING_END_STATE: Workflow has no terminal state")]
    public void Create_WithABrokenPath_SaysAllOfItInAwsWords(string states, string message)
    {
        var refusal = Assert.Throws<AwsException>(() => _workflows.Create(states));

        Assert.Equal($"Invalid State Machine Definition: '{message}'", refusal.Message);
    }

    [Theory]
    [InlineData("{}", "SCHEMA_VALIDATION_FAILED: These fields are required: [States, StartAt] at /")]
    [InlineData("[]", "SCHEMA_VALIDATION_FAILED: Definition must be a valid JSON object")]
    [InlineData("nope", "INVALID_JSON_DESCRIPTION: ")]
    [InlineData(
        """{"StartAt":"A","States":{"A":{"Type":"Succeed"}},"Timeout":5}""",
        "SCHEMA_VALIDATION_FAILED: Field 'Timeout' is not supported at /")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Succeed"}},"Version":"2.0"}""", "Version '2.0' is not supported")]
    [InlineData(
        """{"StartAt":"A","States":{"A":{"Type":"Succeed"}},"QueryLanguage":"JSONata"}""",
        "QueryLanguage 'JSONata' is not supported")]
    [InlineData("""{"StartAt":"A","States":{"A":{"Type":"Wait","Foo":1},"B":{"Type":"Task"}}}""",
        "Field 'Foo' is not supported at /States/A, SCHEMA_VALIDATION_FAILED: These fields are "
        + "required: [Resource] at /States/B")]
    public void Create_WithAFaultyDocument_SaysAllOfIt(string definition, string message)
    {
        var refusal = Assert.Throws<AwsException>(() => _workflows.Service.CreateStateMachine("m", definition, Workflows.Role));

        Assert.Equal("InvalidDefinition", refusal.Code);
        Assert.Contains(message, refusal.Message);
    }

    [Fact]
    public void Create_Twice_IsTheSameOrAlreadyExists()
    {
        var definition = Workflows.Machine("\"A\":{\"Type\":\"Succeed\"}");
        var arn = _workflows.Service.CreateStateMachine("m", definition, Workflows.Role);

        Assert.Equal(arn, _workflows.Service.CreateStateMachine("m", definition, Workflows.Role));
        Assert.Equal(arn, _workflows.Service.CreateStateMachine("m", definition, $"{Workflows.Role}-other"));
        Assert.Equal(Workflows.Role, _workflows.Service.DescribeStateMachine(arn).RoleArn);
        var refusal = Assert.Throws<AwsException>(
            () => _workflows.Service.CreateStateMachine("m", definition + " ", Workflows.Role));
        Assert.Equal(("StateMachineAlreadyExists", $"State Machine Already Exists: '{arn}'"), (refusal.Code, refusal.Message));
    }

    [Fact]
    public void Update_WithWhatIsThereAlready_KeepsTheRevision()
    {
        var definition = Workflows.Machine("\"A\":{\"Type\":\"Succeed\"}");
        var arn = _workflows.Service.CreateStateMachine("m", definition, Workflows.Role);
        var changed = _workflows.Service.UpdateStateMachine(arn, definition, $"{Workflows.Role}-other");

        Assert.Equal(changed.RevisionId, _workflows.Service.UpdateStateMachine(arn, definition, changed.RoleArn).RevisionId);
        Assert.NotEqual(changed.RevisionId, _workflows.Service.UpdateStateMachine(arn, definition + " ", null).RevisionId);
    }

    [Theory]
    [InlineData("a b", Workflows.Role, "InvalidName")]
    [InlineData("a", "role", "InvalidArn")]
    [InlineData("", Workflows.Role, "ValidationException")]
    public void Create_WithABadNameOrRole_IsRefused(string name, string role, string code)
    {
        var refusal = Assert.Throws<AwsException>(
            () => _workflows.Service.CreateStateMachine(name, Workflows.Machine("\"A\":{\"Type\":\"Succeed\"}"), role));

        Assert.Equal(code, refusal.Code);
    }
}
