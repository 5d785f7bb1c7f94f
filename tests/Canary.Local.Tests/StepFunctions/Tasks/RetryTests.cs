using Canary.Local.StepFunctions.Model;

namespace Canary.Local.Tests.StepFunctions.Tasks;

public class RetryTests
{
    private readonly Workflows _workflows = new(new Half());

    [Theory]
    [InlineData("", "0 1 3 7")]
    [InlineData(""","IntervalSeconds":3,"MaxAttempts":2""", "0 3 9")]
    [InlineData(""","BackoffRate":1.5,"MaxAttempts":3""", "0 1 2.5 4.75")]
    [InlineData(""","BackoffRate":1.0,"MaxAttempts":3""", "0 1 2 3")]
    [InlineData(""","MaxDelaySeconds":3,"MaxAttempts":5""", "0 1 3 6 9 12")]
    [InlineData(""","MaxAttempts":0""", "0")]
    [InlineData(""","JitterStrategy":"NONE","MaxAttempts":1""", "0 1")]
    [InlineData(""","JitterStrategy":"FULL","IntervalSeconds":4,"MaxDelaySeconds":6,"MaxAttempts":3""", "0 2 5 8")]
    public async Task Retry_OfAnErrorThatGoesOn_WaitsAsItsFieldsSay(string fields, string secondsOfAttempts)
    {
        _workflows.Functions.Fails("Busy");

        var run = await _workflows.RunAsync(
            Workflows.Task("A", $$""" "Retry":[{"ErrorEquals":["Busy"]{{fields}}}],"End":true"""));

        var attempts = _workflows.Service.GetExecutionHistory(run.ExecutionArn).Where(e => e.Type == "TaskScheduled");
        Assert.Equal(secondsOfAttempts, string.Join(' ', attempts.Select(e => (e.Timestamp - Workflows.Start).TotalSeconds)));
        Assert.Equal(("Busy", secondsOfAttempts.Split(' ').Length), (run.Error, run.Transitions));
    }

    [Fact]
    public async Task Retry_OfTwoErrors_CountsEachRetrierAlone()
    {
        _workflows.Functions.Fails("A").Fails("B").Fails("A").Fails("B").Fails("A");

        var run = await _workflows.RunAsync(Workflows.Task(
            "A",
            """ "Retry":[{"ErrorEquals":["A"],"MaxAttempts":2},{"ErrorEquals":["B"],"IntervalSeconds":10,"MaxAttempts":2}]"""
            + ""","End":true"""));

        Assert.Equal(("A", 5), (run.Error, _workflows.Functions.Calls.Count));
        Assert.Equal(Workflows.Start.AddSeconds(1 + 10 + 2 + 20), run.StopDate);
    }

    [Fact]
    public async Task Retry_WithARetrierUsedUp_LooksAtNoOther()
    {
        _workflows.Functions.Fails("A");

        await _workflows.RunAsync(
            Workflows.Task(
                "A", """ "Retry":[{"ErrorEquals":["A"],"MaxAttempts":1},{"ErrorEquals":["States.ALL"]}],"End":true"""));

        Assert.Equal(2, _workflows.Functions.Calls.Count);
    }

    [Fact]
    public async Task Retry_OfATask_CountsInTheContextObject()
    {
        _workflows.Functions.Fails("A").Fails("A").Answers("{}");

        await _workflows.RunAsync("""
            "A":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"work",
            "Payload.$":"$$.State.RetryCount"},
                 "Retry":[{"ErrorEquals":["A"]}],"End":true}
            """);

        Assert.Equal(["0", "1", "2"], _workflows.Functions.Calls.Select(call => call.Payload));
    }

    [Theory]
    [InlineData("States.ALL", "Custom", true)]
    [InlineData("States.TaskFailed", "Custom", true)]
    [InlineData("Custom", "Custom", true)]
    [InlineData("custom", "Custom", false)]
    [InlineData("States.Timeout", "Custom", false)]
    public async Task Catch_OfAFunctionsError_MatchesItsName(string name, string error, bool caught)
    {
        _workflows.Functions.Fails(error);

        Assert.Equal(caught ? ExecutionStatus.Succeeded : ExecutionStatus.Failed, (await CatchAsync(name)).Status);
    }

    [Theory]
    [InlineData("States.ALL", true)]
    [InlineData("States.Timeout", true)]
    [InlineData("States.TaskFailed", false)]
    public async Task Catch_OfATimeout_IsNotForTaskFailed(string name, bool caught)
    {
        _workflows.Functions.Answers("{}").Time = TimeSpan.FromMinutes(2);

        var run = await CatchAsync(name);

        Assert.Equal(caught ? ExecutionStatus.Succeeded : ExecutionStatus.Failed, run.Status);
        if (caught) Assert.Equal("""{"Error":"States.Timeout","Cause":""}""", run.Output);
    }

    [Fact]
    public async Task Catch_WithoutResultPath_DropsTheInputAndWithNullTheError()
    {
        _workflows.Functions.FailsWith("""{"errorType":"E"}""");

        Assert.Equal("""{"Error":"E","Cause":"{\"errorType\":\"E\"}"}""", (await CatchAsync("E")).Output);
        Assert.Equal("""{"in":1}""", (await CatchAsync("E", "\"ResultPath\":null,")).Output);
    }

    [Theory]
    [InlineData(429, "TooManyRequestsException", "Lambda.TooManyRequestsException")]
    [InlineData(404, "ResourceNotFoundException", "Lambda.ResourceNotFoundException")]
    [InlineData(500, "ServiceException", "Lambda.ServiceException")]
    [InlineData(502, "EC2ThrottledException", "Lambda.EC2ThrottledException")]
    [InlineData(503, "ServiceUnavailable", "Lambda.ServiceException")]
    [InlineData(403, "AccessDeniedException", "Lambda.AWSLambdaException")]
    public async Task Refusal_ByLambda_HasTheNameOfItsCode(int status, string code, string error)
    {
        _workflows.Functions.Refuses(status, code);

        var run = await _workflows.RunAsync(Workflows.Task("A", "\"End\":true"));

        Assert.Equal(error, run.Error);
        Assert.StartsWith($"Refused. (Service: AWSLambda; Status Code: {status}; Error Code: {code}; Request ID: ", run.Cause);
    }

    [Theory]
    [InlineData(
        """{"errorType":"Runtime.ExitError","errorMessage":"RequestId: 1 Error: Runtime exited with error: exit status 1"}""",
        "Runtime.ExitError", null)]
    [InlineData(
        """{"errorType":"Sandbox.Timedout","errorMessage":"RequestId: 1 Error: Task timed out after 3.00 seconds"}""",
        "Sandbox.Timedout",
        null)]
    [InlineData("""{"errorMessage":"x"}""",
        "Lambda.Unknown",
        "The cause could not be determined because Lambda did not return an error type. "
        + """Returned payload: {"errorMessage":"x"}""")]
    [InlineData(
        "oops", "Lambda.Unknown",
        "The cause could not be determined because Lambda did not return an error type. Returned payload: oops")]
    public async Task ErrorDocument_OfAFunction_NamesTheError(string document, string error, string? cause)
    {
        _workflows.Functions.FailsWith(document);

        var run = await _workflows.RunAsync(Workflows.Task("A", "\"End\":true"));

        Assert.Equal((error, cause ?? document), (run.Error, run.Cause));
    }

    [Fact]
    public async Task Answer_OfMoreThanTheLimit_IsAnErrorThatAllCatches()
    {
        _workflows.Functions.Answers($"\"{new string('x', 262_144)}\"");

        var run = await CatchAsync("States.ALL");

        Assert.StartsWith(
            """{"Error":"States.DataLimitExceeded","Cause":"The state/task 'lambda' returned a result with a size exceeding""",
            run.Output);
    }

    private Task<ExecutionDescription> CatchAsync(string name, string resultPath = "") => _workflows.RunAsync(
        Workflows.Task(
            "A", $$""" "TimeoutSeconds":60,"Catch":[{"ErrorEquals":["{{name}}"],{{resultPath}}"Next":"B"}],"End":true""")
            + ",\"B\":{\"Type\":\"Succeed\"}",
        """{"in":1}""");

    private sealed class Half : Random
    {
        public override double NextDouble() => 0.5;
    }
}
