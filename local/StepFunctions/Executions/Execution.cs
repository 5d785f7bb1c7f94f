using Canary.Local.Clocks;
using Canary.Local.StepFunctions.Errors;
using Canary.Local.StepFunctions.Model;
using Canary.Local.Wire;
using Canary.StatesLanguage.States;

namespace Canary.Local.StepFunctions.Executions;

/// <summary>
/// One execution: its history and how it ended. Its interpreter writes it, anybody reads it, Stop and the time-out end it from
/// outside. Thread-safe.
/// </summary>
internal sealed partial class Execution
{
    private readonly Lock _gate = new();
    private readonly Clock _clock;
    private readonly List<HistoryEvent> _events;
    private readonly Action _cancel;
    private readonly TaskCompletionSource<ExecutionDescription> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Action<ExecutionDescription> _statusChanged;
    private ExecutionDescription _description;

    /// <summary>Starts an execution.</summary>
    public Execution(
        MachineRun run, string arn, string name, string input, Clock clock, Action<ExecutionDescription> statusChanged)
        : this(run.Machine, clock, statusChanged, [])
    {
        _description = new ExecutionDescription(
            arn, run.Machine.Arn, name, ExecutionStatus.Running, clock.GetUtcNow(), null, input, null, null, null, 0)
        {
            StateMachineVersionArn = run.VersionArn,
            StateMachineAliasArn = run.AliasArn,
        };
        var details = new EventDetails
        {
            Input = input,
            RoleArn = run.Machine.RoleArn,
            StateMachineAliasArn = run.AliasArn,
            StateMachineVersionArn = run.VersionArn,
        };
        Add("ExecutionStarted", details, 0);
    }

    // What is left of the ended one, such as an invocation that goes on, can neither write into this one nor end it.
    private Execution(Execution ended, string? clientToken)
        : this(ended.Machine, ended._clock, ended._statusChanged, [.. ended._events])
    {
        (ClientToken, Position) = (clientToken, ended.Position);
        var count = ended._description.RedriveCount + 1;
        var redriven = Add("ExecutionRedriven", new EventDetails { RedriveCount = count }, 0);
        _description = ended._description with
        {
            Status = ExecutionStatus.Running,
            StopDate = null,
            Error = null,
            Cause = null,
            RedriveCount = count,
            RedriveDate = redriven.Timestamp,
        };
    }

    private Execution(StateMachine machine, Clock clock, Action<ExecutionDescription> statusChanged, List<HistoryEvent> events)
    {
        (Machine, _clock, _statusChanged, _events, _description) = (machine, clock, statusChanged, events, null!);
        // Without a timer or a wait handle it has nothing to dispose, and whoever reads the token may come late.
        var ended = new CancellationTokenSource();
        (Ended, _cancel) = (ended.Token, ended.Cancel);
    }

    /// <summary>As it was when the execution started, or when its version was published.</summary>
    public StateMachine Machine { get; }

    /// <summary>Cancelled as soon as the execution has ended, for whatever reason.</summary>
    public CancellationToken Ended { get; }

    /// <summary>Completes when the execution has ended.</summary>
    public Task<ExecutionDescription> Completion => _done.Task;

    /// <summary>What the last request to redrive it called itself.</summary>
    public string? ClientToken { get; }

    /// <summary>Where it is in its state machine. Only its interpreter sets it.</summary>
    public Position? Position { get; set; }

    /// <summary>As it stands now.</summary>
    public ExecutionDescription Description
    {
        get
        {
            lock (_gate) return _description;
        }
    }

    /// <summary>A copy of the history so far.</summary>
    public IReadOnlyList<HistoryEvent> Events
    {
        get
        {
            lock (_gate) return [.. _events];
        }
    }

    /// <summary>Writes an event that follows from the last one.</summary>
    /// <exception cref="OperationCanceledException">The execution has ended.</exception>
    /// <exception cref="StateFault">This would be more events than AWS allows.</exception>
    public HistoryEvent Append(string type, EventDetails details)
    {
        lock (_gate)
        {
            if (_description.Status != ExecutionStatus.Running) throw new OperationCanceledException(Ended);
            // The last event that fits must be the one that says that the execution failed.
            if (_events.Count >= WorkflowLimits.HistoryEvents - 1)
                throw new StateFault(
                    ErrorNames.Runtime,
                    $"The execution reached the maximum number of history events ({WorkflowLimits.HistoryEvents}).");
            return Add(type, details, _events.Count == 1 ? 0 : _events[^1].Id);
        }
    }

    /// <summary>The same execution under way again, from where it ended.</summary>
    /// <exception cref="AwsException">ExecutionNotRedrivable.</exception>
    public Execution Redrive(string? clientToken)
    {
        lock (_gate)
        {
            return _description.RedriveObstacle(_clock.GetUtcNow()) is { } obstacle
                ? throw StepFunctionsErrors.NotRedrivable(obstacle)
                : new Execution(this, clientToken);
        }
    }

    /// <summary>Counts one state transition.</summary>
    public void CountTransition()
    {
        lock (_gate) _description = _description with { Transitions = _description.Transitions + 1 };
    }

    private HistoryEvent Add(string type, EventDetails details, long previous)
    {
        var added = new HistoryEvent(_events.Count + 1, previous, _clock.GetUtcNow(), type, details);
        _events.Add(added);
        return added;
    }
}
