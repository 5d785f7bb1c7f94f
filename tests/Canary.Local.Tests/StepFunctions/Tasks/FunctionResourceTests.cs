using Canary.Local.StepFunctions.Model;
using Canary.Local.Wire;

namespace Canary.Local.Tests.StepFunctions.Tasks;

/// <summary>
/// A Lambda function's ARN as a Task's Resource: its events, its input and its result, as LocalStack's snapshots have recorded
/// them from AWS.
/// </summary>
public class FunctionResourceTests
{
    private const string Arn = "arn:aws:lambda:us-east-1:123456789012:function:work";

    private readonly Workflows _workflows = new();

    [Fact]
    public async Task Function_AsTheResource_GetsTheInputAndItsAnswerIsTheResult()
    {
        _workflows.Functions.Answers("""{"Return":"HelloWorld"}""");

        var run = await _workflows.RunAsync(Direct("\"TimeoutSeconds\":5"), """{ "a" : 1 }""");

        Assert.Equal((ExecutionStatus.Succeeded, """{"Return":"HelloWorld"}"""), (run.Status, run.Output));
        Assert.Equal((Arn, null, """{"a":1}"""), Assert.Single(_workflows.Functions.Calls));
        Assert.Equal(
            [
                "1←0 ExecutionStarted",
                "2←0 TaskStateEntered",
                "3←2 LambdaFunctionScheduled",
                "4←3 LambdaFunctionStarted",
                "5←4 LambdaFunctionSucceeded",
                "6←5 TaskStateExited", "7←6 ExecutionSucceeded",
            ],
            _workflows.History(run.ExecutionArn));
        var events = _workflows.Service.GetExecutionHistory(run.ExecutionArn);
        Assert.Equal(new EventDetails { Resource = Arn, Input = """{"a":1}""", TimeoutInSeconds = 5 }, events[2].Details);
        Assert.Equal(new EventDetails(), events[3].Details);
        Assert.Equal(new EventDetails { Output = """{"Return":"HelloWorld"}""" }, events[4].Details);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"HelloWorld\"")]
    [InlineData("0")]
    [InlineData("true")]
    [InlineData("[1,2]")]
    public async Task Function_WithAnyJson_GetsItAsItIs(string json)
    {
        _workflows.Functions.Echoes();

        var run = await _workflows.RunAsync(Direct(), json);

        Assert.Equal((json, json), (run.Output, _workflows.Functions.Calls.Single().Payload));
    }

    [Theory]
    [InlineData(":live")]
    [InlineData(":7")]
    [InlineData(":$LATEST")]
    public async Task Function_ByAQualifiedArn_IsInvokedByIt(string qualifier)
    {
        _workflows.Functions.Answers("{}");

        await _workflows.RunAsync(Direct(arn: Arn + qualifier));

        Assert.Equal(Arn + qualifier, _workflows.Functions.Calls.Single().Function);
    }

    [Fact]
    public async Task Parameters_AndPaths_ShapeTheEventAndTheOutput()
    {
        _workflows.Functions.Answers("""{"n":2,"m":3}""");

        var run = await _workflows.RunAsync(
            Direct(
                """ "InputPath":"$.in","Parameters":{"FunctionName":"x","of.$":"$.a"},"ResultSelector":{"only.$":"$.n"}"""
                + ""","ResultPath":"$.out" """),
            """{"in":{"a":1}}""");

        Assert.Equal("""{"FunctionName":"x","of":1}""", _workflows.Functions.Calls.Single().Payload);
        Assert.Equal("""{"in":{"a":1},"out":{"only":2}}""", run.Output);
    }

    [Fact]
    public async Task Function_ThatFails_FailsWithItsErrorTypeAndIsCaught()
    {
        _workflows.Functions.Fails("CustomException");

        var run = await _workflows.RunAsync(
            Direct(""" "Catch":[{"ErrorEquals":["CustomException"],"Next":"B"}] """) + ",\"B\":{\"Type\":\"Succeed\"}");

        Assert.Equal("LambdaFunctionFailed", _workflows.Service.GetExecutionHistory(run.ExecutionArn)[4].Type);
        Assert.Equal(
            new EventDetails { Error = "CustomException", Cause = """{"errorType":"CustomException","errorMessage":"no"}""" },
            _workflows.Service.GetExecutionHistory(run.ExecutionArn)[4].Details);
        Assert.Equal(
            """{"Error":"CustomException","Cause":"{\"errorType\":\"CustomException\",\"errorMessage\":\"no\"}"}""", run.Output);
    }

    [Fact]
    public async Task Function_ThatTakesTooLong_TimesOut()
    {
        _workflows.Functions.Answers("{}").Time = TimeSpan.FromSeconds(6);

        var run = await _workflows.RunAsync(Direct("\"TimeoutSeconds\":5"));

        Assert.Equal("LambdaFunctionTimedOut", _workflows.Service.GetExecutionHistory(run.ExecutionArn)[4].Type);
        Assert.Equal(("States.Timeout", Workflows.Start.AddSeconds(5)), (run.Error, run.StopDate));
    }

    [Fact]
    public async Task Answer_OfMoreThanTheLimit_IsNamedByTheArn()
    {
        _workflows.Functions.Answers($"\"{new string('x', 262_144)}\"");

        var run = await _workflows.RunAsync(Direct());

        Assert.Equal(
            (
                "States.DataLimitExceeded",
                $"The state/task '{Arn}' returned a result with a size exceeding the maximum number of bytes service limit."),
            (run.Error, run.Cause));
    }

    [Fact]
    public async Task Function_ThatIsNotThere_IsLambdasRefusal()
    {
        _workflows.Functions.Refuses(404, "ResourceNotFoundException");

        var run = await _workflows.RunAsync(Direct());

        Assert.Equal("Lambda.ResourceNotFoundException", run.Error);
        Assert.Equal("LambdaFunctionFailed", _workflows.Service.GetExecutionHistory(run.ExecutionArn)[4].Type);
    }

    [Theory]
    [InlineData("arn:aws:lambda:us-east-1:123456789012:function:")]
    [InlineData("arn:aws:lambda:us-east-1:123456789012:function:work:a b")]
    [InlineData("arn:aws:lambda:us-east-1:12345:function:work")]
    [InlineData("arn:aws:lambda:us-east-1:123456789012:layer:work")]
    public void Create_WithAnArnOfNoFunction_RefusesIt(string arn)
    {
        var refusal = Assert.Throws<AwsException>(() => _workflows.Create(Direct(arn: arn)));

        Assert.Contains($"Resource '{arn}' is not supported by Canary.Local: use ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("or a Lambda function's ARN", refusal.Message, StringComparison.Ordinal);
    }

    private static string Direct(string more = "", string arn = Arn) =>
        $$"""
        "A":{"Type":"Task","Resource":"{{arn}}",{{(more.Length == 0 ? "" : more + ",")}}"End":true}
        """;
}
