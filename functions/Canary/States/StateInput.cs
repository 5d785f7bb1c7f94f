using Canary.Rollouts;

namespace Canary.States;

/// <summary>What the state machine gives to every Lambda after PlanRollout.</summary>
/// <param name="Rollout">The rollout's document.</param>
/// <param name="At">When the state was entered: the only time that a decision knows.</param>
/// <param name="Redrives">How often the execution was redriven; told to <c>Rollback</c> alone.</param>
public sealed record StateInput(Rollout Rollout, DateTimeOffset At, int Redrives = 0);
