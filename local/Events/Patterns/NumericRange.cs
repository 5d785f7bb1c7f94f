using System.Text.Json.Nodes;
using Canary.Local.StepFunctions.Language;

namespace Canary.Local.Events.Patterns;

/// <summary>Reads <c>["&gt;", 0, "&lt;=", 5]</c>: one comparison, or a range from below to above.</summary>
internal static class NumericRange
{
    /// <summary>Reads it.</summary>
    /// <exception cref="Wire.AwsException">InvalidEventPatternException.</exception>
    public static Func<JsonNode?, bool> Parse(JsonNode? argument)
    {
        if (argument is not JsonArray parts) throw EventsError.Pattern("Value of numeric must be an array.");
        if (parts.Count == 3 && parts[2].AsString() is { } dangling) throw EventsError.Pattern($"Value of {dangling} must be numeric");
        if (parts.Count is not (2 or 4)) throw EventsError.Pattern("Invalid numeric match: use one operator and number, or two");
        var first = Comparison(parts, 0);
        if (parts.Count == 2) return first;
        var (from, to) = (Operator(parts, 0), Operator(parts, 2));
        if (from is not (">" or ">=")) throw EventsError.Pattern($"Bad numeric range operator: {from}");
        if (to is not ("<" or "<=")) throw EventsError.Pattern($"Bad numeric range operator: {to}");
        var second = Comparison(parts, 2);
        return value => first(value) && second(value);
    }

    private static string Operator(JsonArray parts, int at) =>
        parts[at].AsString() ?? throw EventsError.Pattern("Invalid member in numeric match: expected operator");

    private static Func<JsonNode?, bool> Comparison(JsonArray parts, int at)
    {
        var limit = parts[at + 1].AsDouble() ?? throw EventsError.Pattern($"Value of {Operator(parts, at)} must be numeric");
        Func<double, bool> holds = Operator(parts, at) switch
        {
            "=" => value => value == limit,
            "<" => value => value < limit,
            "<=" => value => value <= limit,
            ">" => value => value > limit,
            ">=" => value => value >= limit,
            var other => throw EventsError.Pattern($"Unrecognized numeric range operator: {other}"),
        };
        return value => value.AsDouble() is { } number && holds(number);
    }
}
