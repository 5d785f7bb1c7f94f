using System.Text.Json.Nodes;

namespace Canary.Local.StepFunctions.Executions;

/// <summary>What a visit came to.</summary>
/// <param name="Output">The state's output.</param>
/// <param name="Next">The next state; null ends the execution.</param>
internal sealed record StateExit(JsonNode? Output, string? Next);
