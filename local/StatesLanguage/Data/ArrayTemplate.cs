using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Canary.StatesLanguage.Data;

/// <summary>A JSON array with computed members somewhere inside.</summary>
internal sealed record ArrayTemplate(ImmutableArray<Expression> Items) : Expression
{
    /// <inheritdoc/>
    public override JsonNode Evaluate(StateData data) =>
        new JsonArray([.. Items.Select(item => item.Evaluate(data)?.DeepClone())]);
}
