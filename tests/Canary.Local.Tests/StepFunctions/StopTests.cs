using Canary.Local.StepFunctions.Model;

namespace Canary.Local.Tests.StepFunctions;

public class StopTests
{
    private const string Waits = """ "A":{"Type":"Wait","Seconds":60,"End":true} """;

    private static readonly string Caught =
        Workflows.Task(
            "A", """ "Catch":[{"ErrorEquals":["States.ALL"],"Next":"B"}],"End":true""") + ",\"B\":{\"Type\":\"Succeed\"}";

    private readonly Workflows _workflows = new();

    [Fact]
    public async Task Stop_DuringAWait_EndsItAtOnce()
    {
        var arn = _workflows.Begin(Waits);
        await _workflows.Clock.RunUntilAsync(Workflows.Start.AddSeconds(10));

        _workflows.Service.StopExecution(arn, "Operator", "Pressed Stop.");

        var run = await _workflows.EndAsync(arn);
        Assert.Equal(
            (ExecutionStatus.Aborted, "Operator", "Pressed Stop.", Workflows.Start.AddSeconds(10)),
            (run.Status, run.Error, run.Cause, run.StopDate));
        Assert.Equal(["1←0 ExecutionStarted", "2←0 WaitStateEntered", "3←0 ExecutionAborted"], _workflows.History(arn));
        await _workflows.Clock.RunUntilAsync(Workflows.Start.AddHours(1));
        Assert.Equal(3, _workflows.Service.GetExecutionHistory(arn).Count);
    }

    [Fact]
    public async Task Stop_DuringATask_IgnoresTheResultAndRunsNoCatch()
    {
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _workflows.Functions.Fails("E").Gate = answer.Task;
        var arn = _workflows.Begin(Caught);
        await _workflows.Functions.Invoked.Task;

        _workflows.Service.StopExecution(arn);
        var run = await _workflows.Service.WhenEndedAsync(arn);
        answer.SetResult();
        await _workflows.Clock.RunUntilAsync(Workflows.Start.AddHours(1));

        Assert.Equal((ExecutionStatus.Aborted, null, null), (run.Status, run.Error, run.Cause));
        Assert.Equal(
            ["1←0 ExecutionStarted", "2←0 TaskStateEntered", "3←2 TaskScheduled", "4←3 TaskStarted", "5←0 ExecutionAborted"],
            _workflows.History(arn));
    }

    [Fact]
    public async Task Stop_DuringTheWaitBeforeARetry_MakesNoOtherAttempt()
    {
        _workflows.Functions.Fails("E");
        var arn = _workflows.Begin(Workflows.Task("A", """ "Retry":[{"ErrorEquals":["E"],"IntervalSeconds":100}],"End":true"""));
        await _workflows.Clock.RunUntilAsync(Workflows.Start.AddSeconds(50));

        _workflows.Service.StopExecution(arn);
        await _workflows.Clock.RunUntilAsync(Workflows.Start.AddHours(1));

        Assert.Single(_workflows.Functions.Calls);
        Assert.Equal(ExecutionStatus.Aborted, _workflows.Service.DescribeExecution(arn).Status);
    }

    [Fact]
    public async Task Stop_AfterTheEnd_ChangesNothing()
    {
        var ended = await _workflows.RunAsync(""" "A":{"Type":"Succeed"} """);

        Assert.Equal(ended, _workflows.Service.StopExecution(ended.ExecutionArn, "Late", "Too late."));
    }
}
