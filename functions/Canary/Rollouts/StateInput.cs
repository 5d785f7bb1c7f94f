namespace Canary.Rollouts;

/// <summary>What the state machine gives to every Lambda after PlanRollout.</summary>
/// <param name="Rollout">The rollout's document.</param>
/// <param name="At">When the state was entered: the only time that a decision knows.</param>
public sealed record StateInput(Rollout Rollout, DateTimeOffset At);
