using System.Text.Json.Nodes;

namespace Canary.Tests.Schema;

/// <summary>Finds which members of a schema occur in a document.</summary>
internal sealed class SchemaMembers(SchemaFile schema)
{
    private readonly Dictionary<string, JsonObject> _parts =
        schema.Objects().ToDictionary(part => part.Pointer, part => part.Value);

    /// <summary>All members, by the JSON pointer to each.</summary>
    public IEnumerable<string> All() => _parts
        .Where(part => part.Value["properties"] is JsonObject && part.Value["type"] is JsonValue)
        .SelectMany(part => part.Value["properties"]!.AsObject().Select(member => $"{part.Key}/properties/{member.Key}"));

    /// <summary>The members that a document has.</summary>
    public IEnumerable<string> In(JsonNode? document) => In("", document);

    private IEnumerable<string> In(string pointer, JsonNode? value)
    {
        if (!_parts.TryGetValue(pointer, out var part)) yield break;
        if (part["$ref"] is { } target)
            foreach (var member in In(target.GetValue<string>().TrimStart('#'), value)) yield return member;
        foreach (var item in value as JsonArray ?? [])
            foreach (var member in In($"{pointer}/items", item)) yield return member;
        foreach (var (name, child) in value as JsonObject ?? [])
        {
            var known = $"{pointer}/properties/{name}";
            var isKnown = _parts.ContainsKey(known);
            if (isKnown) yield return known;
            foreach (var member in In(isKnown ? known : $"{pointer}/additionalProperties", child)) yield return member;
        }
    }
}
