using Canary.Local.StepFunctions.Model;

namespace Canary.Local.Tests.StepFunctions;

public class ExecutionTests
{
    private const string Waits = """ "A":{"Type":"Wait","Seconds":60,"End":true} """;

    private readonly Workflows _workflows = new();

    [Fact]
    public async Task Events_OfTheService_TellStatusesAndStates()
    {
        var told = new List<string>();
        _workflows.Service.ExecutionStatusChanged += execution => told.Add(execution.Status.ToAws());
        _workflows.Service.StateEntered += state => told.Add(
            $"{state.StateName} {state.StateType} {state.Time - Workflows.Start:c} {state.Input}");

        var run = await _workflows.RunAsync(
            """ "A":{"Type":"Wait","Seconds":60,"Next":"B"},"B":{"Type":"Pass","Result":2,"Next":"C"},"C":{"Type":"Fail"} """,
            "1");

        Assert.Equal(["RUNNING", "A Wait 00:00:00 1", "B Pass 00:01:00 1", "C Fail 00:01:00 2", "FAILED"], told);
        Assert.Equal((null, null, 3), (run.Error, run.Cause, run.Transitions));
    }

    [Fact]
    public async Task Failure_OfCanaryLocalItself_TellsTheMessageAndNoStackTrace()
    {
        // No answer was prepared, so the function itself throws.
        var run = await _workflows.RunAsync(Workflows.Task("A", "\"End\":true"));

        Assert.Equal(("States.Runtime", "Canary.Local failed: Queue empty."), (run.Error, run.Cause));
    }

    [Fact]
    public async Task Update_OfAStateMachine_LeavesRunningExecutionsAlone()
    {
        var machine = _workflows.Create(Waits);
        var old = _workflows.Service.StartExecution(machine);

        _workflows.Service.UpdateStateMachine(
            machine, Workflows.Machine(""" "A":{"Type":"Pass","Result":"new","End":true} """), null);

        var fresh = _workflows.Service.StartExecution(machine);
        Assert.Equal("\"new\"", (await _workflows.EndAsync(fresh.ExecutionArn)).Output);
        Assert.Equal("{}", (await _workflows.EndAsync(old.ExecutionArn)).Output);
        Assert.Contains("Wait", _workflows.Service.DescribeStateMachineForExecution(old.ExecutionArn).Definition);
    }
}
