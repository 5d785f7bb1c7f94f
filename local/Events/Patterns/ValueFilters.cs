using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Canary.Local.Events.Patterns;

/// <summary>The alternatives for a field. Of a list in an event it is enough that one item matches one of them.</summary>
internal sealed record ValueFilters(ImmutableArray<ValueFilter> Alternatives) : IFieldPattern
{
    /// <inheritdoc/>
    public bool Matches(bool isThere, JsonNode? value) => value switch
    {
        // An empty list is as no field.
        JsonArray { Count: 0 } => IsAbsenceWanted,
        JsonArray items => items.Any(item => item is not (JsonObject or JsonArray) && Holds(item)),
        // Filters are for leaves: EventBridge takes an object for nothing.
        JsonObject => IsAbsenceWanted,
        _ => isThere ? Holds(value) : IsAbsenceWanted,
    };

    private bool IsAbsenceWanted => Alternatives.Any(filter => filter.OfAbsence);

    private bool Holds(JsonNode? value) => Alternatives.Any(filter => !filter.OfAbsence && filter.Holds(value));
}
