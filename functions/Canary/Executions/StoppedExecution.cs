using Canary.Rollouts;

namespace Canary.Executions;

/// <summary>An execution that ended without success.</summary>
/// <param name="Status">How: <c>FAILED</c>, <c>TIMED_OUT</c> or <c>ABORTED</c>.</param>
/// <param name="State">The state that it was in.</param>
/// <param name="Rollout">The document that this state was given; null where the rollout had not been planned yet.</param>
public sealed record StoppedExecution(string Status, string? State, Rollout? Rollout)
{
    /// <summary>Whether there may be something to give back: the rollout got as far as its plan, or created its alias.</summary>
    public bool IsDue =>
        Rollout is { StableVersion: not null } or { Internal.HeldAt: not null } or { Decision.Next: not NextState.Failed };
}
