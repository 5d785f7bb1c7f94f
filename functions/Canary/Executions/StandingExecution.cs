using Canary.Rollouts;

namespace Canary.Executions;

/// <summary>How far an execution has come.</summary>
/// <param name="Status">How it ended, such as <c>ABORTED</c>; null while it runs.</param>
/// <param name="State">The state that it is in; null where it has ended.</param>
/// <param name="Rollout">The document that this state was given; null where it has none.</param>
public sealed record StandingExecution(string? Status, string? State, Rollout? Rollout);
