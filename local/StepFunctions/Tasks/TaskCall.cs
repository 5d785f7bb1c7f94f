using System.Text.Json.Nodes;

namespace Canary.Local.StepFunctions.Tasks;

/// <summary>What one attempt of a Task state asks for, everything resolved.</summary>
/// <param name="Resource">What it calls.</param>
/// <param name="Parameters">The request.</param>
/// <param name="Text">The same as the history shows it.</param>
/// <param name="Timeout">Seconds; null is no limit worth a timer.</param>
/// <param name="Heartbeat">Seconds; null where none is needed.</param>
/// <param name="Callback">Whose token must come back; null where the service's answer is the result.</param>
internal sealed record TaskCall(
    ServiceIntegration Resource, JsonNode? Parameters, string Text, int? Timeout, int? Heartbeat, Callback? Callback);
