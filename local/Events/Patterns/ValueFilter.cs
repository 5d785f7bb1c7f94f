using System.Text.Json.Nodes;

namespace Canary.Local.Events.Patterns;

/// <summary>One of the alternatives for a field.</summary>
/// <param name="Holds">Whether a value matches: a string, number, true, false or null.</param>
/// <param name="OfAbsence">Whether the filter wants that there is no value.</param>
internal sealed record ValueFilter(Func<JsonNode?, bool> Holds, bool OfAbsence = false);
