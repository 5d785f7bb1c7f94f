using Canary.Local.StepFunctions.Model;
using static Canary.Local.Tests.StepFunctions.Tasks.TokenTasks;

namespace Canary.Local.Tests.StepFunctions.Tasks;

/// <summary>Tasks that wait for their tokens. The events are those that LocalStack's snapshots have recorded from AWS.</summary>
public class CallbackTests
{
    private const string End = "\"End\":true";

    private readonly Workflows _workflows = new();

    public CallbackTests() => _workflows.Functions.Answers("""{"ignored":true}""");

    [Fact]
    public async Task Success_OfItsToken_IsTheResultAndWritesSixEvents()
    {
        var arn = await _workflows.WaitingAsync(
            WaitStates("\"TimeoutSeconds\":600,\"HeartbeatSeconds\":60,\"ResultPath\":\"$.approval\"," + End), """{"a":1}""");
        await _workflows.Clock.RunUntilAsync(Workflows.Start.AddSeconds(30));

        _workflows.Service.SendTaskSuccess(_workflows.Token(), """{ "by" : 1.50 }""");
        var run = await _workflows.EndAsync(arn);

        Assert.Equal((ExecutionStatus.Succeeded, """{"a":1,"approval":{"by":1.50}}"""), (run.Status, run.Output));
        Assert.Equal((Workflows.Start.AddSeconds(30), 1), (run.StopDate, run.Transitions));
        Assert.Equal(
            [
                "1←0 ExecutionStarted", "2←0 TaskStateEntered", "3←2 TaskScheduled", "4←3 TaskStarted", "5←4 TaskSubmitted",
                "6←5 TaskSucceeded",
                "7←6 TaskStateExited", "8←7 ExecutionSucceeded",
            ],
            _workflows.History(arn));
        var events = _workflows.Service.GetExecutionHistory(arn);
        var named = new EventDetails { Resource = "invoke.waitForTaskToken", ResourceType = "lambda" };
        var parameters = $$$"""{"FunctionName":"work","Payload":{"token":"{{{_workflows.Token()}}}"}}""";
        Assert.Equal(
            named with { Region = "us-east-1", Parameters = parameters, TimeoutInSeconds = 600, HeartbeatInSeconds = 60 },
            events[2].Details);
        Assert.Equal(named, events[3].Details);
        Assert.StartsWith("""{"ExecutedVersion":"7","Payload":{"ignored":true},""", events[4].Details.Output);
        Assert.Equal(named with { Output = """{ "by" : 1.50 }""" }, events[5].Details);
    }

    [Fact]
    public async Task Failure_OfItsToken_IsCaughtByItsName()
    {
        var arn = await _workflows.WaitingAsync(
            WaitStates(""" "Catch":[{"ErrorEquals":["Refused"],"Next":"B"}],"End":true""") + ",\"B\":{\"Type\":\"Succeed\"}");

        _workflows.Service.SendTaskFailure(_workflows.Token(), "Refused", "Too risky.");

        Assert.Equal("""{"Error":"Refused","Cause":"Too risky."}""", (await _workflows.EndAsync(arn)).Output);
        Assert.Equal(
            new EventDetails
            {
                Resource = "invoke.waitForTaskToken",
                ResourceType = "lambda",
                Error = "Refused",
                Cause = "Too risky.",
            },
            _workflows.Service.GetExecutionHistory(arn).Single(one => one.Type == "TaskFailed").Details);
    }

    [Fact]
    public async Task Failure_ThatCallsItselfATimeout_IsWrittenAsAFailure()
    {
        var arn = await _workflows.WaitingAsync(WaitStates(End));

        _workflows.Service.SendTaskFailure(_workflows.Token(), "States.Timeout");
        await _workflows.EndAsync(arn);

        Assert.Equal(["6←5 TaskFailed", "7←6 ExecutionFailed"], _workflows.History(arn)[^2..]);
    }

    [Fact]
    public async Task Failure_WithoutAnError_IsCaughtByAll()
    {
        var arn = await _workflows.WaitingAsync(
            WaitStates(""" "Catch":[{"ErrorEquals":["States.ALL"],"Next":"B"}],"End":true""") + ",\"B\":{\"Type\":\"Succeed\"}");

        _workflows.Service.SendTaskFailure(_workflows.Token());

        var run = await _workflows.EndAsync(arn);
        Assert.Equal((ExecutionStatus.Succeeded, """{"Error":null,"Cause":null}"""), (run.Status, run.Output));
    }

    [Theory]
    [InlineData("\"TimeoutSeconds\":90", "{}", 90)]
    [InlineData("\"TimeoutSecondsPath\":\"$.t\"", """{"t":40}""", 40)]
    [InlineData("\"HeartbeatSeconds\":20", "{}", 20)]
    [InlineData("\"HeartbeatSecondsPath\":\"$.h\",\"TimeoutSeconds\":90", """{"h":30}""", 30)]
    public async Task Answer_ThatDoesNotComeInTime_TimesOut(string fields, string input, int seconds)
    {
        var arn = await _workflows.WaitingAsync(WaitStates($"{fields},{End}"), input);
        var run = await _workflows.EndAsync(arn);

        Assert.Equal((ExecutionStatus.Failed, "States.Timeout", null), (run.Status, run.Error, run.Cause));
        Assert.Equal(Workflows.Start.AddSeconds(seconds), run.StopDate);
        Assert.Equal(["5←4 TaskSubmitted", "6←5 TaskTimedOut", "7←6 ExecutionFailed"], _workflows.History(arn)[^3..]);
    }

    [Theory]
    [InlineData("States.Timeout", true)]
    [InlineData("States.HeartbeatTimeout", true)]
    [InlineData("States.ALL", true)]
    [InlineData("States.TaskFailed", false)]
    public async Task Catch_OfAMissingHeartbeat_KnowsItByBothNames(string name, bool caught)
    {
        var fields = $$""" "HeartbeatSeconds":20,"Catch":[{"ErrorEquals":["{{name}}"],"Next":"B"}],"End":true""";

        var run = await _workflows.RunAsync(WaitStates(fields) + ",\"B\":{\"Type\":\"Succeed\"}");

        Assert.Equal(caught ? ExecutionStatus.Succeeded : ExecutionStatus.Failed, run.Status);
    }

    [Fact]
    public async Task Catch_OfATimeout_IsNotForAHeartbeat()
    {
        var fields = """ "TimeoutSeconds":20,"Catch":[{"ErrorEquals":["States.HeartbeatTimeout"],"Next":"B"}],"End":true""";

        var run = await _workflows.RunAsync(WaitStates(fields) + ",\"B\":{\"Type\":\"Succeed\"}");

        Assert.Equal("States.Timeout", run.Error);
    }

    [Fact]
    public async Task Heartbeats_ThatKeepComing_HoldItUntilItsTimeout()
    {
        var arn = await _workflows.WaitingAsync(WaitStates("\"TimeoutSeconds\":100,\"HeartbeatSeconds\":30," + End));
        for (var seconds = 25; seconds < 100; seconds += 25)
        {
            await _workflows.Clock.RunUntilAsync(Workflows.Start.AddSeconds(seconds));
            _workflows.Service.SendTaskHeartbeat(_workflows.Token());
        }

        Assert.Equal(Workflows.Start.AddSeconds(100), (await _workflows.EndAsync(arn)).StopDate);
    }

    [Fact]
    public async Task Retry_OfACallback_HasANewToken()
    {
        var arn = await _workflows.WaitingAsync(
            WaitStates(""" "TimeoutSeconds":10,"Retry":[{"ErrorEquals":["States.Timeout"],"MaxAttempts":1}],"End":true"""));
        var first = _workflows.Token();
        await _workflows.Clock.RunUntilAsync(Workflows.Start.AddSeconds(15));

        Assert.NotEqual(first, _workflows.Token());
        Assert.Equal("TaskTimedOut", Refusal(() => _workflows.Service.SendTaskSuccess(first, "{}")).Code);
        _workflows.Service.SendTaskSuccess(_workflows.Token(), "\"second\"");
        Assert.Equal("\"second\"", (await _workflows.EndAsync(arn)).Output);
    }

    [Fact]
    public async Task Success_WithNoJson_IsRefusedAndTheTaskWaitsOn()
    {
        var arn = await _workflows.WaitingAsync(WaitStates(End));

        Assert.Equal("InvalidOutput", Refusal(() => _workflows.Service.SendTaskSuccess(_workflows.Token(), "{")).Code);
        Assert.Equal(
            "ValidationException",
            Refusal(() => _workflows.Service.SendTaskSuccess(_workflows.Token(), $"\"{new string('x', 262_144)}\"")).Code);

        _workflows.Service.SendTaskSuccess(_workflows.Token(), "null");
        Assert.Equal("null", (await _workflows.EndAsync(arn)).Output);
    }

    [Fact]
    public async Task Function_ThatFails_FailsTheTaskAtOnce()
    {
        var workflows = new Workflows();
        workflows.Functions.Fails("Broken");

        var run = await workflows.RunAsync(WaitStates("\"TimeoutSeconds\":600," + End));

        Assert.Equal(("Broken", Workflows.Start), (run.Error, run.StopDate));
        Assert.Equal(["4←3 TaskStarted", "5←4 TaskFailed", "6←5 ExecutionFailed"], workflows.History(run.ExecutionArn)[^3..]);
    }

    [Fact]
    public async Task Success_BeforeTheFunctionHasAnswered_CountsOnceItHas()
    {
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _workflows.Functions.Gate = answer.Task;
        var arn = _workflows.Begin(WaitStates(End));
        await _workflows.Functions.Invoked.Task;

        _workflows.Service.SendTaskSuccess(_workflows.Token(), "1");
        answer.SetResult();

        Assert.Equal("1", (await _workflows.EndAsync(arn)).Output);
        Assert.Contains("5←4 TaskSubmitted", _workflows.History(arn));
    }

    [Fact]
    public async Task Stop_WhileItWaits_EndsItAndItsToken()
    {
        var arn = await _workflows.WaitingAsync(WaitStates("\"TimeoutSeconds\":600," + End));

        _workflows.Service.StopExecution(arn);

        Assert.Equal("TaskTimedOut", Refusal(() => _workflows.Service.SendTaskSuccess(_workflows.Token(), "{}")).Code);
        await _workflows.Clock.RunUntilAsync(Workflows.Start.AddHours(1));
        Assert.Equal("6←0 ExecutionAborted", _workflows.History(arn)[^1]);
    }

    [Fact]
    public async Task Heartbeat_LongerThanTheTimeoutFromThePath_IsARuntimeError()
    {
        var run = await _workflows.RunAsync(
            WaitStates("\"TimeoutSeconds\":60,\"HeartbeatSecondsPath\":\"$.h\"," + End), """{"h":60}""");

        Assert.Equal("States.Runtime", run.Error);
        Assert.EndsWith("The heartbeat of 60 seconds must be smaller than the timeout of 60 seconds", run.Cause);
    }
}
