using System.Text.Json.Nodes;

namespace Canary.Local.StepFunctions.Tasks;

/// <summary>What a task came to.</summary>
/// <param name="Value">The result.</param>
/// <param name="Text">The same as the history shows it.</param>
internal sealed record TaskAnswer(JsonNode? Value, string Text);
