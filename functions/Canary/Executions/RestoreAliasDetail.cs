namespace Canary.Executions;

/// <summary>What EventBridge tells of an execution, as far as it matters here.</summary>
/// <param name="ExecutionArn">The execution; null in a schedule's tick.</param>
/// <param name="Error">
/// The error that it ended with; null where AWS does not tell. Whoever stops an execution may say any.
/// </param>
/// <param name="StopDate">When it ended, in milliseconds since 1970.</param>
/// <param name="Status">How it ended, such as <c>FAILED</c>.</param>
public sealed record RestoreAliasDetail(string? ExecutionArn, string? Error = null, long? StopDate = null, string? Status = null);
