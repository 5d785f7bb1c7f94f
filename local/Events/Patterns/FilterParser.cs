using System.Text.Json.Nodes;
using Canary.Local.Events.Errors;
using Canary.StatesLanguage.Json;

namespace Canary.Local.Events.Patterns;

/// <summary>Reads a content filter, such as <c>{"prefix": "orders-"}</c>.</summary>
internal static class FilterParser
{
    private const string Supported = "prefix, suffix, anything-but, exists or numeric";
    private const string OneValue = "Value of anything-but must be an array or single string/number value.";

    /// <summary>Reads it.</summary>
    /// <exception cref="Wire.AwsException">InvalidEventPatternException.</exception>
    public static ValueFilter Parse(string type, JsonNode? argument) => type switch
    {
        "prefix" or "suffix" => new ValueFilter(OfText(type, argument)),
        "anything-but" => new ValueFilter(AnythingBut(argument)),
        "exists" => argument.AsBoolean() is { } wanted
            ? new ValueFilter(_ => true, OfAbsence: !wanted)
            : throw EventsErrors.Pattern("exists match pattern must be either true or false."),
        "numeric" => new ValueFilter(NumericRange.Parse(argument)),
        "cidr" or "wildcard" or "equals-ignore-case" =>
            throw EventsErrors.Pattern($"Canary.Local does not support the match type {type}: use {Supported}"),
        _ => throw EventsErrors.Pattern($"Unrecognized match type {type}"),
    };

    /// <summary>The same value: a number however it is written, 300 and 300.0.</summary>
    public static Func<JsonNode?, bool> Same(JsonNode? wanted)
    {
        if (wanted.AsDouble() is { } number) return value => value.AsDouble() == number;
        var text = JsonText.Write(wanted);
        return value => JsonText.Write(value) == text;
    }

    private static Func<JsonNode?, bool> OfText(string type, JsonNode? argument)
    {
        var part = argument switch
        {
            JsonObject => throw EventsErrors.Pattern($"Canary.Local does not support an object as the {type}: give a string"),
            _ => argument.AsString() ?? throw EventsErrors.Pattern($"{type} match pattern must be a string"),
        };
        return type == "prefix"
            ? value => value.AsString() is { } text && text.StartsWith(part, StringComparison.Ordinal)
            : value => value.AsString() is { } text && text.EndsWith(part, StringComparison.Ordinal);
    }

    private static Func<JsonNode?, bool> AnythingBut(JsonNode? argument)
    {
        switch (argument)
        {
            case JsonObject { Count: 1 } filter when filter.First() is { Key: "prefix" or "suffix" } part:
                var unwanted = Parts(part.Value).Select(one => OfText(part.Key, one)).ToArray();
                return value => !Array.Exists(unwanted, matches => matches(value));
            case JsonObject filter:
                throw EventsErrors.Pattern(
                    $"Canary.Local does not support anything-but of {JsonText.Write(filter)}: use values, prefix or suffix");
            case JsonArray { Count: 0 }:
                throw EventsErrors.Pattern("Empty arrays are not allowed");
            case JsonArray several when several.Any(one => one.AsString() is null && !one.IsNumber()):
                throw EventsErrors.Pattern("Inside anything but list, start|null|boolean is not supported.");
            case not JsonArray when argument.AsString() is null && !argument.IsNumber():
                throw EventsErrors.Pattern(OneValue);
            default:
                var values = (argument as JsonArray ?? [argument!.DeepClone()]).Select(Same).ToArray();
                return value => !values.Any(same => same(value));
        }
    }

    /// <summary>The prefixes or suffixes that a value must not have.</summary>
    private static JsonNode?[] Parts(JsonNode? argument)
    {
        if (argument is JsonObject) throw EventsErrors.Pattern(OneValue);
        if (argument is JsonArray { Count: 0 }) throw EventsErrors.Pattern("Empty arrays are not allowed");
        var parts = argument is JsonArray several ? [.. several] : (JsonNode?[])[argument];
        if (Array.Exists(parts, part => part.AsString() is null))
            throw EventsErrors.Pattern("prefix/suffix match pattern must be a string");
        return Array.Exists(parts, part => part.AsString() is "")
            ? throw EventsErrors.Pattern("Null prefix/suffix not allowed")
            : parts;
    }
}
