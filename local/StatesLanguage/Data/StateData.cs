using System.Text.Json.Nodes;

namespace Canary.StatesLanguage.Data;

/// <summary>What the expressions of a state can see.</summary>
/// <param name="Input">What <c>$</c> stands for.</param>
/// <param name="Context">What <c>$$</c> stands for.</param>
internal sealed record StateData(JsonNode? Input, JsonObject Context)
{
    /// <summary>Whether the path leads to something.</summary>
    public bool TryRead(JsonPath path, out JsonNode? value) => path.TryRead(path.OfContext ? Context : Input, out value);

    /// <summary>Applies InputPath or OutputPath: a null path discards everything.</summary>
    /// <exception cref="RuntimeFault">Nothing is there.</exception>
    public JsonNode? Select(JsonPath? path)
    {
        if (path is null) return new JsonObject();
        return TryRead(path, out var value)
            ? value
            : throw new RuntimeFault($"Invalid path '{path.Text}': No results for path: {path.Text}");
    }
}
