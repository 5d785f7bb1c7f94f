using Canary.Rollouts;

namespace Canary.Executions;

/// <summary>An execution that ended without success.</summary>
/// <param name="Status">How: <c>FAILED</c>, <c>TIMED_OUT</c> or <c>ABORTED</c>.</param>
/// <param name="State">The state that it was in.</param>
/// <param name="Rollout">The document that this state was given; null where the rollout had not been planned yet.</param>
public sealed record StoppedExecution(string Status, string? State, Rollout? Rollout)
{
    /// <summary>The error that whoever stopped it gave, in any words; null where they gave none, or nobody stopped it.</summary>
    public string? Error { get; init; }

    /// <summary>The cause that they gave; null where they gave none.</summary>
    public string? Cause { get; init; }

    /// <summary>When it ended; null where AWS does not tell.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>
    /// Whether there may be something to give back: the rollout got as far as its plan, or may have created its alias. Whoever
    /// has a version to create it at may have done so without an answer, and the rollback may have been too early to see it.
    /// </summary>
    public bool IsDue => Rollout is { StableVersion: not null } or { Internal.HeldAt: not null }
        or { CandidateArn: not null } or { Decision.Next: not NextState.Failed };
}
