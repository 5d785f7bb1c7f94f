using System.Text;
using System.Text.Json.Nodes;
using Canary.Local.Clocks;
using Canary.Local.StepFunctions.Errors;
using Canary.Local.StepFunctions.Executions;
using Canary.Local.StepFunctions.Model;
using Canary.Local.StepFunctions.Tasks;
using Canary.StatesLanguage;
using Canary.StatesLanguage.Json;
using Canary.StatesLanguage.States;

namespace Canary.Local.StepFunctions;

/// <summary>Runs an execution from its first state to its end.</summary>
/// <param name="tasks">Runs Task states.</param>
/// <param name="entered">Told of each state entered.</param>
internal sealed class Interpreter(TaskRunner tasks, Action<StateEntered> entered)
{
    /// <summary>Runs it. Never throws: whatever happens is the execution's end.</summary>
    public async Task RunAsync(Execution execution, HeldClock clock)
    {
        using (clock)
        {
            try
            {
                await WalkAsync(execution, clock);
            }
            catch (StateFault fault)
            {
                execution.Fail(fault.Error, fault.Cause);
            }
            catch (RuntimeFault fault)
            {
                execution.Fail(ErrorNames.Runtime, fault.Message);
            }
            catch (OperationCanceledException) when (execution.Ended.IsCancellationRequested)
            {
                // Stopped or timed out: the history already says so.
            }
            catch (Exception exception)
            {
                // A fault of Canary.Local itself must not leave an execution that runs for ever.
                execution.Fail(ErrorNames.Runtime, $"Canary.Local failed: {exception.Message}");
            }
        }
    }

    private async Task WalkAsync(Execution execution, HeldClock clock)
    {
        var context = ContextObject.Of(execution, JsonText.Parse(execution.Description.Input));
        var position = execution.Position
            ?? new Position(execution.Machine.Definition.StartAt, execution.Description.Input, null);
        // AWS schedules a redriven task again without entering its state again.
        var entered = position.Entered;
        var (text, data) = (position.Input, JsonText.Parse(position.Input));
        for (string? name = position.State; name is not null;)
        {
            var state = execution.Machine.Definition.States[name];
            execution.Position = new Position(name, text, entered);
            var enter = Enter(execution, state, text, state is TaskState ? entered : null);
            execution.Position = new Position(name, text, enter);
            entered = null;
            ContextObject.Enter(context, state, enter.Timestamp);
            var outcome = await VisitAsync(state, new Visit(execution, clock, data, context, enter.Timestamp), enter.Id);
            // What only passes through is not written again: a long wait loop keeps one copy.
            if (!ReferenceEquals(outcome.Output, data)) text = JsonText.Write(outcome.Output);
            CheckSize(text, state);
            execution.Append($"{state.Type}StateExited", new EventDetails { Name = state.Name, Output = text });
            (data, name) = (outcome.Output, outcome.Next);
        }
        execution.Succeed(text);
    }

    private HistoryEvent Enter(Execution execution, State state, string input, HistoryEvent? before)
    {
        var enter = before
            ?? execution.Append($"{state.Type}StateEntered", new EventDetails { Name = state.Name, Input = input });
        execution.CountTransition();
        if (before is null)
            entered(new StateEntered(execution.Description.ExecutionArn, state.Name, state.Type, enter.Timestamp, input));
        return enter;
    }

    private async Task<StateExit> VisitAsync(State state, Visit visit, long enterId)
    {
        try
        {
            return state switch
            {
                TaskState task => await tasks.RunAsync(task, visit),
                WaitState wait => await WaitStates.RunAsync(wait, visit),
                ChoiceState choice => Choose(choice, visit),
                PassState pass => Pass(pass, visit),
                FailState fail => throw FailStates.Fault(fail, visit),
                _ => new StateExit(Filter(state, visit), null),
            };
        }
        catch (RuntimeFault fault)
        {
            var where = $"An error occurred while executing the state '{state.Name}' (entered at the event id #{enterId}).";
            throw new StateFault(ErrorNames.Runtime, $"{where} {fault.Message}");
        }
    }

    private static StateExit Choose(ChoiceState choice, Visit visit)
    {
        var input = visit.See(visit.See(visit.Input).Select(choice.InputPath));
        var next = choice.Rules.FirstOrDefault(rule => rule.Condition.Holds(input))?.Next ?? choice.Default
            ?? throw new RuntimeFault("Failed to transition out of the state. The state does not point to a next state.");
        return new StateExit(input.Select(choice.OutputPath), next);
    }

    private static StateExit Pass(PassState pass, Visit visit)
    {
        var input = visit.See(visit.See(visit.Input).Select(pass.InputPath));
        var parameters = pass.Parameters is { } template ? template.Evaluate(input) : input.Input;
        var result = pass.Result is { } fixedResult ? fixedResult.Value : parameters;
        return new StateExit(visit.See(visit.Place(pass.ResultPath, result)).Select(pass.OutputPath), pass.Next);
    }

    private static JsonNode? Filter(State state, Visit visit) =>
        visit.See(visit.See(visit.Input).Select(state.InputPath)).Select(state.OutputPath);

    private static void CheckSize(string output, State state)
    {
        if (Encoding.UTF8.GetByteCount(output) > WorkflowLimits.DataBytes) throw StateFault.ResultTooLong(state.Name);
    }
}
