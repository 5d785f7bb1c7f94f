using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Canary.StatesLanguage.Json;

namespace Canary.StatesLanguage.Data;

/// <summary>
/// A path to exactly one place: <c>$</c>, <c>$.a.b[0]</c>, <c>$['a b']</c>, and the same on the context object after <c>$$</c>.
/// </summary>
/// <param name="Text">As the definition has it.</param>
/// <param name="OfContext">It starts with <c>$$</c>.</param>
/// <param name="Steps">From the root to the place.</param>
internal sealed record JsonPath(string Text, bool OfContext, ImmutableArray<PathStep> Steps)
{
    /// <summary>The whole document.</summary>
    public static readonly JsonPath Root = new("$", false, []);

    /// <summary>Reads a path.</summary>
    /// <exception cref="FormatException">It is none, or a kind of path that matches any number of places.</exception>
    public static JsonPath Parse(string text) => new JsonPathParser(text).Parse();

    /// <summary>Whether the path leads to something, JSON null included.</summary>
    public bool TryRead(JsonNode? root, out JsonNode? value)
    {
        value = root;
        foreach (var step in Steps)
        {
            var found = step.Member is { } member
                ? value is JsonObject members && members.TryGetPropertyValue(member, out value)
                : TryItem(value, step.Index, out value);
            if (!found) return false;
        }
        return true;
    }

    /// <summary>
    /// A copy of <paramref name="root"/> with <paramref name="value"/> at this place; objects that the path needs are made.
    /// </summary>
    /// <exception cref="RuntimeFault">Something that is no object is in the way.</exception>
    public JsonNode? Put(JsonNode? root, JsonNode? value)
    {
        if (Steps.IsEmpty) return value;
        var copy = root?.DeepClone();
        var at = copy;
        foreach (var step in Steps[..^1]) at = Into(at, step) ?? throw Misfit(root);
        var last = Steps[^1];
        switch (at)
        {
            case JsonObject members when last.Member is { } member:
                members[member] = value?.DeepClone();
                return copy;
            case JsonArray items when last.Member is null && last.Index < items.Count:
                items[last.Index] = value?.DeepClone();
                return copy;
            default:
                throw Misfit(root);
        }
    }

    private static bool TryItem(JsonNode? node, int index, out JsonNode? item)
    {
        var found = node is JsonArray items && index < items.Count;
        item = found ? node![index] : null;
        return found;
    }

    private static JsonNode? Into(JsonNode? at, PathStep step)
    {
        if (step.Member is not { } member) return TryItem(at, step.Index, out var item) ? item : null;
        if (at is not JsonObject members) return null;
        if (!members.ContainsKey(member)) members[member] = new JsonObject();
        return members[member];
    }

    private RuntimeFault Misfit(JsonNode? root) => new($"Unable to apply ReferencePath {Text} to input {JsonText.Write(root)}");
}
