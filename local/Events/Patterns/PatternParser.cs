using System.Text.Json;
using System.Text.Json.Nodes;
using Canary.Local.Events.Errors;
using Canary.Local.Wire;
using Canary.StatesLanguage.Json;

namespace Canary.Local.Events.Patterns;

/// <summary>Reads an event pattern. What Canary.Local does not support is refused by name.</summary>
internal static class PatternParser
{
    /// <summary>Reads all of it.</summary>
    /// <exception cref="AwsException">InvalidEventPatternException.</exception>
    public static Pattern Parse(string text)
    {
        try
        {
            return JsonText.Parse(text) is JsonObject fields
                ? Object(fields)
                : throw EventsErrors.Pattern("Filter is not an object");
        }
        catch (JsonException fault)
        {
            throw EventsErrors.Pattern($"Filter is not valid JSON: {fault.Message}");
        }
    }

    private static Pattern Object(JsonObject fields)
    {
        if (fields.Count == 0) throw EventsErrors.Pattern("Empty objects are not allowed");
        return new Pattern([.. fields.Select(field => Apart(field.Key, Field(field.Key, field.Value)))]);
    }

    private static KeyValuePair<string, IFieldPattern> Apart(string name, IFieldPattern field)
    {
        var path = name.Split('.');
        foreach (var inner in path[1..].Reverse()) field = new Pattern([KeyValuePair.Create(inner, field)]);
        return KeyValuePair.Create(path[0], field);
    }

    private static IFieldPattern Field(string name, JsonNode? value) => value switch
    {
        _ when name == "$or" =>
            throw EventsErrors.Pattern("Canary.Local does not support $or: write a rule for each alternative"),
        JsonObject fields => Object(fields),
        JsonArray { Count: 0 } => throw EventsErrors.Pattern("Empty arrays are not allowed"),
        JsonArray alternatives => new ValueFilters([.. alternatives.Select(Alternative)]),
        _ => throw EventsErrors.Pattern($"\"{name}\" must be an object or an array"),
    };

    private static ValueFilter Alternative(JsonNode? node) => node switch
    {
        JsonObject { Count: 1 } filter => FilterParser.Parse(filter.First().Key, filter.First().Value),
        JsonObject => throw EventsErrors.Pattern("Only one key allowed in match expression"),
        JsonArray => throw EventsErrors.Pattern("Match value must be String, number, true, false, or null"),
        _ => new ValueFilter(FilterParser.Same(node)),
    };
}
