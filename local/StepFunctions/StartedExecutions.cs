using System.Text;
using System.Text.Json;
using Canary.Local.Clocks;
using Canary.Local.StepFunctions.Errors;
using Canary.Local.StepFunctions.Executions;
using Canary.Local.StepFunctions.Model;
using Canary.Local.Wire;
using Canary.StatesLanguage.Json;

namespace Canary.Local.StepFunctions;

/// <summary>The executions of the account, running and ended.</summary>
internal sealed class StartedExecutions(Clock clock, Interpreter interpreter, Action<ExecutionDescription> statusChanged)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Execution> _byArn = [];
    private readonly Dictionary<string, List<string>> _inOrder = [];

    /// <summary>Those of one state machine, the newest first.</summary>
    public IReadOnlyList<Execution> Of(string stateMachineArn)
    {
        lock (_gate) return [.. _inOrder.GetValueOrDefault(stateMachineArn, []).Select(arn => _byArn[arn]).Reverse()];
    }

    /// <summary>Starts one, or gives the running one of the same name and input.</summary>
    /// <exception cref="AwsException">
    /// InvalidName, InvalidExecutionInput, ExecutionAlreadyExists, ValidationException.
    /// </exception>
    public Execution Start(MachineRun run, string? name, string input)
    {
        if (name is not null) NameRules.Check(name);
        CheckInput(input);
        name ??= Guid.NewGuid().ToString();
        var arn = $"{run.Machine.Arn.Replace(":stateMachine:", ":execution:", StringComparison.Ordinal)}:{name}";
        HeldClock held;
        Execution execution;
        lock (_gate)
        {
            if (_byArn.TryGetValue(arn, out var known)) return Same(known, input);
            // Held from before the first event, so that virtual time cannot pass before the first state.
            held = new HeldClock(clock);
            execution = _byArn[arn] = new Execution(run, arn, name, input, clock, statusChanged);
            if (!_inOrder.TryGetValue(run.Machine.Arn, out var order)) _inOrder[run.Machine.Arn] = order = [];
            order.Add(arn);
        }
        return Run(execution, held);
    }

    /// <summary>
    /// Has one that failed go on where it ended; gives it as it was redriven before to the same client token again.
    /// </summary>
    /// <exception cref="AwsException">InvalidArn, ExecutionDoesNotExist, ExecutionNotRedrivable.</exception>
    public Execution Redrive(string arn, string? clientToken)
    {
        HeldClock held;
        Execution redriven;
        lock (_gate)
        {
            var ended = Get(arn);
            var before = ended.Description.RedriveDate;
            if (clientToken is not null
                && ended.ClientToken == clientToken
                && clock.GetUtcNow() - before < WorkflowLimits.ClientTokenPeriod)
                return ended;
            redriven = ended.Redrive(clientToken);
            held = new HeldClock(clock);
            _byArn[arn] = redriven;
        }
        return Run(redriven, held);
    }

    /// <summary>Finds one.</summary>
    /// <exception cref="AwsException">InvalidArn, ExecutionDoesNotExist.</exception>
    public Execution Get(string arn)
    {
        NameRules.CheckArn(arn, "execution");
        lock (_gate)
        {
            return _byArn.TryGetValue(arn, out var execution)
                ? execution
                : throw StepFunctionsErrors.NoExecution(arn);
        }
    }

    private Execution Run(Execution execution, HeldClock held)
    {
        statusChanged(execution.Description);
        _ = EndInTimeAsync(execution);
        _ = Task.Run(() => interpreter.RunAsync(execution, held));
        return execution;
    }

    private static Execution Same(Execution known, string input)
    {
        var description = known.Description;
        return description.Status == ExecutionStatus.Running && description.Input == input
            ? known
            : throw StepFunctionsErrors.ExecutionExists(description.ExecutionArn);
    }

    private static void CheckInput(string input)
    {
        if (Encoding.UTF8.GetByteCount(input) > WorkflowLimits.DataBytes)
            throw StepFunctionsErrors.InvalidInput($"The input is longer than {WorkflowLimits.DataBytes} bytes");
        if (string.IsNullOrWhiteSpace(input)) throw StepFunctionsErrors.InvalidInput("Invalid execution input.");
        try
        {
            JsonText.Parse(input);
        }
        catch (JsonException exception)
        {
            throw StepFunctionsErrors.InvalidInput(exception.Message);
        }
    }

    private async Task EndInTimeAsync(Execution execution)
    {
        var time = execution.Machine.Definition.TimeoutSeconds is { } seconds
            ? TimeSpan.FromSeconds(seconds)
            : WorkflowLimits.ExecutionTime;
        try
        {
            var description = execution.Description;
            // A redrive starts the time-out anew.
            using var hold = await clock.WaitUntilAsync(
                (description.RedriveDate ?? description.StartDate) + time, execution.Ended);
            execution.TimeOut();
        }
        catch (OperationCanceledException)
        {
            // It ended before.
        }
    }
}
