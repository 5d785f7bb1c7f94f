namespace Canary.Executions;

/// <summary>An execution as Step Functions describes it.</summary>
/// <param name="Status">Such as <c>RUNNING</c>.</param>
/// <param name="Input">What it was started with; the user's.</param>
/// <param name="EndedAt">When it ended; null while it runs.</param>
public sealed record ExecutionReading(string Status, string? Input, DateTimeOffset? EndedAt = null);
