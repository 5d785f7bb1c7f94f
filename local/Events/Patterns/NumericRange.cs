using System.Text.Json.Nodes;
using Canary.Local.Events.Errors;
using Canary.StatesLanguage.Json;

namespace Canary.Local.Events.Patterns;

/// <summary>Reads <c>["&gt;", 0, "&lt;=", 5]</c>: one comparison, or a range from below to above.</summary>
internal static class NumericRange
{
    /// <summary>Reads it.</summary>
    /// <exception cref="Wire.AwsException">InvalidEventPatternException.</exception>
    public static Func<JsonNode?, bool> Parse(JsonNode? argument)
    {
        if (argument is not JsonArray parts) throw EventsErrors.Pattern("Value of numeric must be an array.");
        if (parts.Count == 3 && parts[2].AsString() is { } dangling)
            throw EventsErrors.Pattern($"Value of {dangling} must be numeric");
        if (parts.Count is not (2 or 4)) throw EventsErrors.Pattern("Invalid numeric match: use one operator and number, or two");
        var first = ValueTest(parts, 0);
        if (parts.Count == 2) return first;
        var (from, to) = (Operator(parts, 0), Operator(parts, 2));
        if (from is not (">" or ">=")) throw EventsErrors.Pattern($"Bad numeric range operator: {from}");
        if (to is not ("<" or "<=")) throw EventsErrors.Pattern($"Bad numeric range operator: {to}");
        var second = ValueTest(parts, 2);
        return value => first(value) && second(value);
    }

    private static string Operator(JsonArray parts, int at) =>
        parts[at].AsString() ?? throw EventsErrors.Pattern("Invalid member in numeric match: expected operator");

    private static Func<JsonNode?, bool> ValueTest(JsonArray parts, int at)
    {
        var limit = parts[at + 1].AsDouble() ?? throw EventsErrors.Pattern($"Value of {Operator(parts, at)} must be numeric");
        Func<double, bool> holds = Operator(parts, at) switch
        {
            "=" => value => value == limit,
            "<" => value => value < limit,
            "<=" => value => value <= limit,
            ">" => value => value > limit,
            ">=" => value => value >= limit,
            var other => throw EventsErrors.Pattern($"Unrecognized numeric range operator: {other}"),
        };
        return value => value.AsDouble() is { } number && holds(number);
    }
}
