using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Canary.StatesLanguage.Data;

/// <summary>A JSON object of which some members are computed.</summary>
internal sealed record ObjectTemplate(ImmutableArray<(string Name, Expression Value)> Members) : Expression
{
    /// <inheritdoc/>
    public override JsonNode Evaluate(StateData data)
    {
        var result = new JsonObject();
        foreach (var (name, value) in Members) result[name] = value.Evaluate(data)?.DeepClone();
        return result;
    }
}
