using System.Text.Json;

namespace Canary.Planning;

/// <summary>What the state machine gives to PlanRollout.</summary>
/// <param name="Input">The execution's input, whatever it is.</param>
/// <param name="Execution">The execution's ARN.</param>
/// <param name="At">When the state was entered.</param>
public sealed record PlanRolloutInput(JsonElement Input, string Execution, DateTimeOffset At);
