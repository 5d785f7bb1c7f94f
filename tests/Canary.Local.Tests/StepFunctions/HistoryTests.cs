using Canary.Local.StepFunctions.Model;

namespace Canary.Local.Tests.StepFunctions;

/// <summary>The order, the ids and the details of events, as LocalStack's snapshots have recorded them from AWS.</summary>
public class HistoryTests
{
    private readonly Workflows _workflows = new();

    [Fact]
    public async Task Task_ThatSucceeds_WritesFiveEvents()
    {
        _workflows.Functions.Answers("""{"n":1.50}""");

        var run = await _workflows.RunAsync(
            Workflows.Task("A", "\"OutputPath\":\"$.Payload\",\"TimeoutSeconds\":5,\"End\":true"), """{ "a" : 1 }""");

        Assert.Equal(ExecutionStatus.Succeeded, run.Status);
        Assert.Equal("""{"n":1.50}""", run.Output);
        Assert.Equal(
            [
                "1←0 ExecutionStarted", "2←0 TaskStateEntered", "3←2 TaskScheduled", "4←3 TaskStarted", "5←4 TaskSucceeded",
                "6←5 TaskStateExited", "7←6 ExecutionSucceeded",
            ],
            _workflows.History(run.ExecutionArn));
        var events = _workflows.Service.GetExecutionHistory(run.ExecutionArn);
        Assert.Equal(new EventDetails { Input = """{ "a" : 1 }""", RoleArn = Workflows.Role }, events[0].Details);
        Assert.Equal(new EventDetails { Name = "A", Input = """{ "a" : 1 }""" }, events[1].Details);
        var lambda = new EventDetails { Resource = "invoke", ResourceType = "lambda" };
        Assert.Equal(
            lambda with
            {
                Region = "us-east-1",
                Parameters = """{"FunctionName":"work","Payload":{"a":1}}""",
                TimeoutInSeconds = 5,
            },
            events[2].Details);
        Assert.Equal(lambda, events[3].Details);
        Assert.StartsWith(
            """{"ExecutedVersion":"7","Payload":{"n":1.50},"SdkHttpMetadata":{"AllHttpHeaders":{""", events[4].Details.Output);
        Assert.EndsWith(
            """},"HttpStatusCode":200},"SdkResponseMetadata":{"RequestId":"request-1"},"StatusCode":200}""",
            events[4].Details.Output);
        Assert.Equal(new EventDetails { Name = "A", Output = """{"n":1.50}""" }, events[5].Details);
    }

    [Fact]
    public async Task Task_ThatIsRetried_SchedulesAgainAfterTheFailure()
    {
        _workflows.Functions.Fails("Busy").Answers("{}");

        var run = await _workflows.RunAsync(Workflows.Task("A", """ "Retry":[{"ErrorEquals":["Busy"]}],"End":true"""));

        Assert.Equal(
            [
                "1←0 ExecutionStarted", "2←0 TaskStateEntered", "3←2 TaskScheduled", "4←3 TaskStarted", "5←4 TaskFailed",
                "6←5 TaskScheduled", "7←6 TaskStarted", "8←7 TaskSucceeded", "9←8 TaskStateExited", "10←9 ExecutionSucceeded",
            ],
            _workflows.History(run.ExecutionArn));
        var failed = _workflows.Service.GetExecutionHistory(run.ExecutionArn)[4].Details;
        Assert.Equal(("Busy", """{"errorType":"Busy","errorMessage":"no"}"""), (failed.Error, failed.Cause));
        Assert.Equal(2, run.Transitions);
    }

    [Fact]
    public async Task Task_ThatIsCaught_ExitsWithTheErrorAsItsOutput()
    {
        _workflows.Functions.Fails("Broken");

        var run = await _workflows.RunAsync(
            Workflows.Task(
                "A",
                """ "Catch":[{"ErrorEquals":["States.ALL"],"ResultPath":"$.error","Next":"B"}],"End":true""")
                    + ",\"B\":{\"Type\":\"Succeed\"}",
            """{"a":1}""");

        Assert.Equal(
            [
                "1←0 ExecutionStarted", "2←0 TaskStateEntered", "3←2 TaskScheduled", "4←3 TaskStarted", "5←4 TaskFailed",
                "6←5 TaskStateExited",
                "7←6 SucceedStateEntered", "8←7 SucceedStateExited", "9←8 ExecutionSucceeded",
            ],
            _workflows.History(run.ExecutionArn));
        Assert.Equal(
            """{"a":1,"error":{"Error":"Broken","Cause":"{\"errorType\":\"Broken\",\"errorMessage\":\"no\"}"}}""", run.Output);
    }

    [Fact]
    public async Task Task_ThatNothingCatches_FailsTheExecution()
    {
        _workflows.Functions.Fails("Broken");

        var run = await _workflows.RunAsync(Workflows.Task("A", "\"End\":true"));

        Assert.Equal(
            [
                "1←0 ExecutionStarted", "2←0 TaskStateEntered", "3←2 TaskScheduled", "4←3 TaskStarted", "5←4 TaskFailed",
                "6←5 ExecutionFailed",
            ],
            _workflows.History(run.ExecutionArn));
        Assert.Equal((ExecutionStatus.Failed, "Broken", null), (run.Status, run.Error, run.Output));
    }

    [Fact]
    public async Task Task_ThatTakesTooLong_TimesOut()
    {
        _workflows.Functions.Answers("{}").Time = TimeSpan.FromSeconds(6);

        var run = await _workflows.RunAsync(Workflows.Task("A", "\"TimeoutSeconds\":5,\"End\":true"));

        Assert.Equal(
            [
                "1←0 ExecutionStarted", "2←0 TaskStateEntered", "3←2 TaskScheduled", "4←3 TaskStarted", "5←4 TaskTimedOut",
                "6←5 ExecutionFailed",
            ],
            _workflows.History(run.ExecutionArn));
        Assert.Equal(("States.Timeout", null, Workflows.Start.AddSeconds(5)), (run.Error, run.Cause, run.StopDate));
    }

    [Fact]
    public async Task Wait_AndChoice_WriteTwoEventsEach()
    {
        var run = await _workflows.RunAsync("""
            "A":{"Type":"Wait","Seconds":30,"Next":"B"},
            "B":{"Type":"Choice","Choices":[{"Variable":"$.go","BooleanEquals":true,"Next":"C"}]},
            "C":{"Type":"Pass","End":true}
            """, """{"go":true}""");

        Assert.Equal(
            [
                "1←0 ExecutionStarted",
                "2←0 WaitStateEntered",
                "3←2 WaitStateExited",
                "4←3 ChoiceStateEntered",
                "5←4 ChoiceStateExited",
                "6←5 PassStateEntered", "7←6 PassStateExited", "8←7 ExecutionSucceeded",
            ],
            _workflows.History(run.ExecutionArn));
        Assert.Equal((Workflows.Start.AddSeconds(30), 3), (run.StopDate, run.Transitions));
    }

    [Fact]
    public async Task Fail_EndsWithoutLeavingTheState()
    {
        var run = await _workflows.RunAsync("""
            "A":{"Type":"Fail","Error":"RolledBack","CausePath":"States.Format('{} of {}', $.a, $.b)"}
            """, """{"a":1,"b":"x"}""");

        Assert.Equal(
            ["1←0 ExecutionStarted", "2←0 FailStateEntered", "3←2 ExecutionFailed"], _workflows.History(run.ExecutionArn));
        Assert.Equal(("RolledBack", "1 of x"), (run.Error, run.Cause));
    }

    [Fact]
    public async Task MachineTimeout_EndsAWaitAndRunsNoCatch()
    {
        var run = await _workflows.RunAsync("""
            "A":{"Type":"Wait","Seconds":100,"End":true}
            """, more: "\"TimeoutSeconds\":60,");

        Assert.Equal(
            ["1←0 ExecutionStarted", "2←0 WaitStateEntered", "3←0 ExecutionTimedOut"], _workflows.History(run.ExecutionArn));
        Assert.Equal((ExecutionStatus.TimedOut, Workflows.Start.AddSeconds(60)), (run.Status, run.StopDate));
    }

    [Fact]
    public async Task EndlessLoop_FailsAtTheTwentyFiveThousandthEvent()
    {
        var run = await _workflows.RunAsync("""
            "A":{"Type":"Wait","Seconds":1,"Next":"B"},
            "B":{"Type":"Choice","Choices":[{"Variable":"$.go","IsPresent":true,"Next":"C"}],"Default":"A"},
            "C":{"Type":"Succeed"}
            """);

        var history = _workflows.Service.GetExecutionHistory(run.ExecutionArn);
        Assert.Equal((25_000, "ExecutionFailed"), (history.Count, history[^1].Type));
        Assert.Equal(
            ("States.Runtime", "The execution reached the maximum number of history events (25000)."), (run.Error, run.Cause));
    }
}
