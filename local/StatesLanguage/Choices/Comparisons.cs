using System.Collections.Frozen;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Canary.StatesLanguage.Data;
using Canary.StatesLanguage.Json;

namespace Canary.StatesLanguage.Choices;

/// <summary>The operators of a Choice state by what they compare, how, and what they ask.</summary>
internal static partial class Comparisons
{
    /// <summary>What each prefix of an operator compares, and whether a value in the definition is of that kind.</summary>
    public static readonly FrozenDictionary<string, Func<JsonNode?, JsonNode?, int?>> Kinds =
        new Dictionary<string, Func<JsonNode?, JsonNode?, int?>>
        {
            ["String"] = (left, right) =>
                left.AsString() is { } a && right.AsString() is { } b ? string.CompareOrdinal(a, b) : null,
            ["Numeric"] = CompareNumbers,
            ["Timestamp"] = (left, right) => Moment(left) is { } a && Moment(right) is { } b ? a.CompareTo(b) : null,
            ["Boolean"] = (left, right) => left.AsBoolean() is { } a && right.AsBoolean() is { } b ? a.CompareTo(b) : null,
        }.ToFrozenDictionary();

    /// <summary>Which signs each suffix accepts. Booleans know Equals only.</summary>
    public static readonly FrozenDictionary<string, Func<int, bool>> Relations = new Dictionary<string, Func<int, bool>>
    {
        ["Equals"] = sign => sign == 0,
        ["LessThan"] = sign => sign < 0,
        ["GreaterThan"] = sign => sign > 0,
        ["LessThanEquals"] = sign => sign <= 0,
        ["GreaterThanEquals"] = sign => sign >= 0,
    }.ToFrozenDictionary();

    /// <summary>The tests of what a value is.</summary>
    public static readonly FrozenDictionary<string, Func<JsonNode?, bool>> Tests = new Dictionary<string, Func<JsonNode?, bool>>
    {
        ["IsNull"] = value => value is null,
        ["IsNumeric"] = value => value.IsNumber(),
        ["IsString"] = value => value.AsString() is not null,
        ["IsBoolean"] = value => value.AsBoolean() is not null,
        ["IsTimestamp"] = value => Moment(value) is not null,
    }.ToFrozenDictionary();

    /// <summary>Whether every backslash of a pattern is before a star or another backslash.</summary>
    public static bool IsPattern(string pattern) => WellEscaped().IsMatch(pattern);

    /// <summary>StringMatches: a star stands for any characters, a backslash makes a star or a backslash plain.</summary>
    public static Func<JsonNode?, bool> Matches(string pattern)
    {
        var expression = new StringBuilder("^");
        for (var at = 0; at < pattern.Length; at++)
        {
            var escaped = pattern[at] == '\\' && at + 1 < pattern.Length && pattern[at + 1] is '*' or '\\';
            if (escaped) at++;
            expression.Append(pattern[at] == '*' && !escaped ? ".*" : Regex.Escape(pattern[at].ToString()));
        }
        var regex = new Regex(expression.Append(@"\z").ToString(), RegexOptions.Singleline | RegexOptions.NonBacktracking);
        return value => value.AsString() is { } text && regex.IsMatch(text);
    }

    private static DateTimeOffset? Moment(JsonNode? value) =>
        value.AsString() is { } text && Rfc3339.TryParse(text, out var moment) ? moment : null;

    // Whole numbers above 2^53 must not meet as doubles.
    private static int? CompareNumbers(JsonNode? left, JsonNode? right) =>
        left.AsDecimal() is { } a && right.AsDecimal() is { } b ? a.CompareTo(b)
        : left.AsDouble() is { } x && right.AsDouble() is { } y ? x.CompareTo(y)
        : null;

    [GeneratedRegex(@"^(?:[^\\]|\\[*\\])*\z")]
    private static partial Regex WellEscaped();
}
