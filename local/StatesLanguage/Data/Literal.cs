using System.Text.Json.Nodes;

namespace Canary.StatesLanguage.Data;

/// <summary>A value as it stands.</summary>
internal sealed record Literal(JsonNode? Value) : Expression
{
    /// <inheritdoc/>
    public override JsonNode? Evaluate(StateData data) => Value;
}
