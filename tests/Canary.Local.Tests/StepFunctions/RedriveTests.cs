using Canary.Local.StepFunctions.Model;
using Canary.Local.Wire;

namespace Canary.Local.Tests.StepFunctions;

public class RedriveTests
{
    private static readonly string Twice = Workflows.Task(
        "A", "\"ResultPath\":null,\"Next\":\"B\"") + "," + Workflows.Task("B", "\"End\":true");

    private readonly Workflows _workflows = new();

    [Fact]
    public async Task Redrive_OfAFailedTask_SchedulesItAgainWithItsOldInput()
    {
        _workflows.Functions.Answers("{}").Fails("Broken").Answers("{}");
        var arn = (await _workflows.RunAsync(Twice, """{"a":1}""")).ExecutionArn;
        await _workflows.Clock.RunUntilAsync(Workflows.Start.AddDays(1));

        var redriven = _workflows.Service.RedriveExecution(arn);
        var run = await _workflows.EndAsync(arn);

        Assert.Equal(
            (ExecutionStatus.Running, 1, Workflows.Start.AddDays(1)),
            (redriven.Status, redriven.RedriveCount, redriven.RedriveDate));
        Assert.Equal((null, null, null), (redriven.StopDate, redriven.Error, redriven.Cause));
        Assert.Equal(
            (ExecutionStatus.Succeeded, Workflows.Start, Workflows.Start.AddDays(1)), (run.Status, run.StartDate, run.StopDate));
        Assert.Equal("""{"a":1}""", _workflows.Functions.Calls[^1].Payload);
        Assert.Equal(
            [
                "11←10 ExecutionFailed",
                "12←0 ExecutionRedriven",
                "13←12 TaskScheduled",
                "14←13 TaskStarted",
                "15←14 TaskSucceeded",
                "16←15 TaskStateExited", "17←16 ExecutionSucceeded",
            ],
            _workflows.History(arn)[10..]);
        Assert.Equal(new EventDetails { RedriveCount = 1 }, _workflows.Service.GetExecutionHistory(arn)[11].Details);
        Assert.Equal(3, run.Transitions);
    }

    [Fact]
    public async Task Redrive_OfAStoppedWait_EntersItAgain()
    {
        var arn = _workflows.Begin(""" "A":{"Type":"Wait","Seconds":60,"End":true} """);
        await _workflows.Clock.RunUntilAsync(Workflows.Start.AddSeconds(10));
        _workflows.Service.StopExecution(arn);

        _workflows.Service.RedriveExecution(arn);
        var run = await _workflows.EndAsync(arn);

        Assert.Equal((ExecutionStatus.Succeeded, Workflows.Start.AddSeconds(70)), (run.Status, run.StopDate));
        Assert.Equal(["3←0 ExecutionAborted", "4←0 ExecutionRedriven", "5←4 WaitStateEntered"], _workflows.History(arn)[2..5]);
    }

    [Fact]
    public async Task Redrive_OfAFailState_FailsAgain()
    {
        var arn = (await _workflows.RunAsync(""" "A":{"Type":"Fail","Error":"E"} """)).ExecutionArn;

        _workflows.Service.RedriveExecution(arn);
        var run = await _workflows.EndAsync(arn);

        Assert.Equal(("E", "FailStateEntered"), (run.Error, _workflows.Service.GetExecutionHistory(arn)[^2].Type));
    }

    [Fact]
    public async Task Redrive_AfterTheDefinitionHasChanged_KeepsTheOldOneAndStartsItsTimeoutAnew()
    {
        var machine = _workflows.Create(""" "A":{"Type":"Wait","Seconds":100,"End":true} """, "\"TimeoutSeconds\":60,");
        var arn = _workflows.Service.StartExecution(machine).ExecutionArn;
        await _workflows.EndAsync(arn);
        _workflows.Service.UpdateStateMachine(machine, Workflows.Machine(""" "A":{"Type":"Succeed"} """), null);

        _workflows.Service.RedriveExecution(arn);

        Assert.Equal(
            (ExecutionStatus.TimedOut, Workflows.Start.AddSeconds(120)),
            ((await _workflows.EndAsync(arn)).Status, _workflows.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task Redrive_OfATaskWithRetries_HasAllOfThemAgainAndAContextThatTells()
    {
        _workflows.Functions.Fails("Busy");
        var arn = (await _workflows.RunAsync("""
            "A":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"work",
            "Payload.$":"$$.Execution.RedriveCount"},
                 "Retry":[{"ErrorEquals":["Busy"],"MaxAttempts":1}],"End":true}
            """)).ExecutionArn;

        _workflows.Service.RedriveExecution(arn);
        await _workflows.EndAsync(arn);

        Assert.Equal(["0", "0", "1", "1"], _workflows.Functions.Calls.Select(call => call.Payload));
    }

    [Fact]
    public async Task Redrive_OfWhatIsStoppedWhileAFunctionRuns_IgnoresThatFunctionsAnswer()
    {
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _workflows.Functions.Fails("Late").Answers("{}").Gate = answer.Task;
        var arn = _workflows.Begin(Workflows.Task("A", "\"End\":true"));
        await _workflows.Functions.Invoked.Task;
        _workflows.Service.StopExecution(arn);
        _workflows.Functions.Gate = null;

        answer.SetResult();
        await _workflows.Clock.RunUntilAsync(Workflows.Start);
        _workflows.Service.RedriveExecution(arn);

        Assert.Equal(ExecutionStatus.Succeeded, (await _workflows.EndAsync(arn)).Status);
        Assert.DoesNotContain(_workflows.Service.GetExecutionHistory(arn), one => one.Type == "TaskFailed");
    }

    [Fact]
    public async Task Redrive_WithTheSameClientToken_IsDoneOnce()
    {
        var arn = (await _workflows.RunAsync(""" "A":{"Type":"Fail"} """)).ExecutionArn;

        var first = _workflows.Service.RedriveExecution(arn, "once");
        await _workflows.EndAsync(arn);
        var again = _workflows.Service.RedriveExecution(arn, "once");

        Assert.Equal((1, first.RedriveDate), (again.RedriveCount, again.RedriveDate));
        Assert.Equal(2, _workflows.Service.RedriveExecution(arn, "twice").RedriveCount);
    }

    [Fact]
    public async Task Redrive_OfWhatSucceededRunsOrEndedLongAgo_IsRefused()
    {
        var succeeded = (await _workflows.RunAsync(""" "A":{"Type":"Succeed"} """)).ExecutionArn;
        var running = _workflows.Begin(""" "A":{"Type":"Wait","Seconds":90,"End":true} """);
        var failed = (await _workflows.RunAsync(""" "A":{"Type":"Fail"} """)).ExecutionArn;

        Assert.Equal("Execution Not Redrivable: 'Execution is SUCCEEDED and cannot be redriven'", Refusal(succeeded));
        Assert.Equal("Execution Not Redrivable: 'Execution is RUNNING and cannot be redriven'", Refusal(running));
        Assert.Null(_workflows.Service.RedriveObstacle(failed));
        await _workflows.Clock.RunUntilAsync(Workflows.Start.AddDays(14).AddSeconds(1));
        Assert.Equal("Execution Not Redrivable: 'Execution redrivable period exceeded'", Refusal(failed));
        Assert.Equal("Execution redrivable period exceeded", _workflows.Service.RedriveObstacle(failed));
    }

    [Fact]
    public async Task Redrive_OfAFullHistory_IsRefused()
    {
        var run = await _workflows.RunAsync("""
            "A":{"Type":"Choice","Choices":[{"Variable":"$.go","IsPresent":true,"Next":"C"}],"Default":"A"},"C":{"Type":"Succeed"}
            """);

        Assert.Equal("Execution Not Redrivable: 'Execution history event limit exceeded'", Refusal(run.ExecutionArn));
    }

    [Fact]
    public async Task List_AfterARedrive_KeepsTheOrderOfStartsAndShowsTheNewStatus()
    {
        var machine = _workflows.Create(""" "A":{"Type":"Fail"} """);
        var first = _workflows.Service.StartExecution(machine, "first").ExecutionArn;
        await _workflows.EndAsync(first);
        await _workflows.EndAsync(_workflows.Service.StartExecution(machine, "second").ExecutionArn);

        _workflows.Service.RedriveExecution(first);
        await _workflows.EndAsync(first);

        var failed = _workflows.Service.ListExecutions(machine, ExecutionStatus.Failed).Items;
        Assert.Equal([("second", 0), ("first", 1)], failed.Select(one => (one.Name, one.RedriveCount)));
        Assert.Empty(_workflows.Service.ListExecutions(machine, ExecutionStatus.Aborted).Items);
    }

    [Fact]
    public async Task Status_OfARedrivenExecution_IsRunningAgain()
    {
        var statuses = new List<ExecutionStatus>();
        var arn = (await _workflows.RunAsync(""" "A":{"Type":"Fail"} """)).ExecutionArn;
        _workflows.Service.ExecutionStatusChanged += changed => statuses.Add(changed.Status);

        _workflows.Service.RedriveExecution(arn);
        await _workflows.EndAsync(arn);

        Assert.Equal([ExecutionStatus.Running, ExecutionStatus.Failed], statuses);
    }

    private string Refusal(string arn)
    {
        var refusal = Assert.Throws<AwsException>(() => _workflows.Service.RedriveExecution(arn));
        Assert.Equal((400, "ExecutionNotRedrivable"), (refusal.StatusCode, refusal.Code));
        return refusal.Message;
    }
}
