namespace Canary.Rollouts;

/// <summary>One thing that a rollout did, or began to wait for.</summary>
/// <param name="At">When, by the execution's own time.</param>
/// <param name="State">The state machine's state in which it happened.</param>
/// <param name="Text">What, in a sentence.</param>
public sealed record StoryEntry(DateTimeOffset At, string State, string Text);
