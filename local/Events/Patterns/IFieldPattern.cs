using System.Text.Json.Nodes;

namespace Canary.Local.Events.Patterns;

/// <summary>What a pattern asks of one field.</summary>
internal interface IFieldPattern
{
    /// <summary>Whether the field is as it should be.</summary>
    /// <param name="isThere">Whether there is such a field.</param>
    /// <param name="value">Its value; null for JSON null too.</param>
    bool Matches(bool isThere, JsonNode? value);
}
