namespace Canary.Rollouts;

/// <summary>What EventBridge tells of an execution, as far as it matters here.</summary>
/// <param name="ExecutionArn">The execution; null in a schedule's tick.</param>
public sealed record RestoreAliasDetail(string? ExecutionArn);
