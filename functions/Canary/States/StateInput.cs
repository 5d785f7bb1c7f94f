using Canary.Rollouts;

namespace Canary.States;

/// <summary>What the state machine gives to every Lambda after PlanRollout.</summary>
/// <param name="Rollout">The rollout's document.</param>
/// <param name="At">When the state was entered: the only time that a decision knows.</param>
/// <param name="Redrives">
/// How often the execution was redriven; told to <c>Promote</c>, <c>FreeAlias</c> and <c>Rollback</c> alone.
/// </param>
/// <param name="Retries">
/// How often this state was tried before; told to <c>ShiftWeight</c> and <c>Promote</c> alone.
/// </param>
public sealed record StateInput(Rollout Rollout, DateTimeOffset At, int Redrives = 0, int Retries = 0);
