namespace Canary.Local.StepFunctions.Model;

/// <summary>An execution as it stands now.</summary>
/// <param name="ExecutionArn">Its ARN.</param>
/// <param name="StateMachineArn">The ARN of its state machine.</param>
/// <param name="Name">Given, or a UUID.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="StartDate">When it was started.</param>
/// <param name="StopDate">When it ended; null while it runs.</param>
/// <param name="Input">JSON, as it was given.</param>
/// <param name="Output">JSON; only of an execution that succeeded.</param>
/// <param name="Error">Only of one that failed or was stopped.</param>
/// <param name="Cause">More about the error.</param>
/// <param name="Transitions">How many state transitions AWS would charge so far: each state entered, and each retry.</param>
public sealed record ExecutionDescription(
    string ExecutionArn,
    string StateMachineArn,
    string Name,
    ExecutionStatus Status,
    DateTimeOffset StartDate,
    DateTimeOffset? StopDate,
    string Input,
    string? Output,
    string? Error,
    string? Cause,
    int Transitions)
{
    /// <summary>The version that it runs; null where it was started by the state machine's own ARN.</summary>
    public string? StateMachineVersionArn { get; init; }

    /// <summary>The alias that it was started through; null for none.</summary>
    public string? StateMachineAliasArn { get; init; }

    /// <summary>How often it was redriven.</summary>
    public int RedriveCount { get; init; }

    /// <summary>When it was last redriven; null if it never was.</summary>
    public DateTimeOffset? RedriveDate { get; init; }

    /// <summary>How many events its history had when this was written.</summary>
    internal int Events { get; init; }

    /// <summary>Why AWS would not redrive it, in AWS's words; null if it would.</summary>
    public string? RedriveObstacle(DateTimeOffset now) => this switch
    {
        { Status: ExecutionStatus.Running or ExecutionStatus.Succeeded } =>
            $"Execution is {Status.ToAws()} and cannot be redriven",
        // There must be room for ExecutionRedriven and one more.
        { Events: >= WorkflowLimits.HistoryEvents - 1 } => "Execution history event limit exceeded",
        _ when now - StartDate > WorkflowLimits.ExecutionTime => "Execution has exceeded the max execution time",
        _ when now - StopDate > WorkflowLimits.RedrivablePeriod => "Execution redrivable period exceeded",
        _ => null,
    };
}
