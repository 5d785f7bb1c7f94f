using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Canary.Local.Events.Patterns;

/// <summary>An event pattern: every field of it must match.</summary>
internal sealed record Pattern(ImmutableArray<KeyValuePair<string, IFieldPattern>> Fields) : IFieldPattern
{
    /// <summary>Whether an event matches.</summary>
    public bool Matches(JsonObject published) => Holds(JoinedKeys.Apart(published));

    /// <inheritdoc/>
    public bool Matches(bool isThere, JsonNode? value) => value switch
    {
        JsonObject inner => Holds(inner),
        JsonArray items when items.Any(item => item is JsonObject) => items.OfType<JsonObject>().Any(Holds),
        // What is not there can still be what an exists-filter wants.
        _ => Holds([]),
    };

    private bool Holds(JsonObject document)
    {
        foreach (var (name, field) in Fields)
            if (!field.Matches(document.TryGetPropertyValue(name, out var value), value)) return false;
        return true;
    }
}
