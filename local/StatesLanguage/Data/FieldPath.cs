using System.Text.Json.Nodes;
using Canary.StatesLanguage.Json;

namespace Canary.StatesLanguage.Data;

/// <summary>A path as the value of a field.</summary>
/// <param name="Field">The field's name, for the message when nothing is there.</param>
/// <param name="Path">Where to look.</param>
internal sealed record FieldPath(string Field, JsonPath Path) : Expression
{
    /// <inheritdoc/>
    public override JsonNode? Evaluate(StateData data)
    {
        if (data.TryRead(Path, out var value)) return value;
        throw new RuntimeFault(
            $"The JSONPath '{Path.Text}' specified for the field '{Field}' could not be found in the "
            + $"input '{JsonText.Write(data.Input)}'");
    }
}
