namespace Canary.Executions;

/// <summary>An execution that ended without success, as a list of executions tells it: when, but not what it did.</summary>
/// <param name="Execution">Its ARN.</param>
/// <param name="Status">How: <c>FAILED</c>, <c>TIMED_OUT</c> or <c>ABORTED</c>.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="EndedAt">When it ended; one that was redriven has ended anew.</param>
public sealed record EndedExecution(string Execution, string Status, DateTimeOffset StartedAt, DateTimeOffset EndedAt);
