namespace Canary.Local.StepFunctions.Executions;

/// <summary>An execution as it stands now.</summary>
/// <param name="ExecutionArn">Its ARN.</param>
/// <param name="StateMachineArn">The ARN of its state machine.</param>
/// <param name="Name">Given, or a UUID.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="StartDate">When it was started.</param>
/// <param name="StopDate">When it ended; null while it runs.</param>
/// <param name="Input">JSON, as it was given.</param>
/// <param name="Output">JSON; only of an execution that succeeded.</param>
/// <param name="Error">Only of one that failed, timed out or was stopped.</param>
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
    int Transitions);
