using System.Text.Json;

namespace Canary.Planning;

/// <summary>What the state machine gives to PlanRollout.</summary>
/// <param name="Input">The execution's input, whatever it is.</param>
/// <param name="Execution">The execution's ARN.</param>
/// <param name="At">When the state was entered.</param>
/// <param name="Begins">Whether an execution asks, which begins then. Whoever only wants to know the plan leaves it out.</param>
public sealed record PlanRolloutInput(JsonElement Input, string Execution, DateTimeOffset At, bool Begins = false);
