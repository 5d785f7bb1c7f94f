using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Canary.Local.Events.Patterns;

/// <summary>An event pattern: every field of it must match.</summary>
internal sealed record Pattern(ImmutableArray<KeyValuePair<string, IFieldPattern>> Fields) : IFieldPattern
{
    /// <summary>Whether an event, or an object in one, matches.</summary>
    public bool Matches(JsonObject document)
    {
        foreach (var (name, field) in Fields)
            if (!field.Matches(document.TryGetPropertyValue(name, out var value), value)) return false;
        return true;
    }

    /// <inheritdoc/>
    public bool Matches(bool isThere, JsonNode? value) => value switch
    {
        JsonObject inner => Matches(inner),
        JsonArray items when items.Any(item => item is JsonObject) => items.OfType<JsonObject>().Any(Matches),
        // What is not there can still be what an exists-filter wants.
        _ => Matches([]),
    };
}
