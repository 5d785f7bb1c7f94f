using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Canary.Local.StepFunctions.Language;

/// <summary>The operators of a Choice state by what they compare, how, and what they ask.</summary>
internal static class Comparisons
{
    /// <summary>What each prefix of an operator compares, and whether a value in the definition is of that kind.</summary>
    public static readonly FrozenDictionary<string, Func<JsonNode?, JsonNode?, int?>> Kinds = new Dictionary<string, Func<JsonNode?, JsonNode?, int?>>
    {
        ["String"] = (left, right) => Text(left) is { } a && Text(right) is { } b ? string.CompareOrdinal(a, b) : null,
        ["Numeric"] = (left, right) => IsNumber(left) && IsNumber(right) ? CompareNumbers(JsonText.Write(left), JsonText.Write(right)) : null,
        ["Timestamp"] = (left, right) => Moment(left) is { } a && Moment(right) is { } b ? a.CompareTo(b) : null,
        ["Boolean"] = (left, right) => IsBoolean(left) && IsBoolean(right) ? left!.GetValue<bool>().CompareTo(right!.GetValue<bool>()) : null,
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
        ["IsNumeric"] = IsNumber,
        ["IsString"] = value => Text(value) is not null,
        ["IsBoolean"] = IsBoolean,
        ["IsTimestamp"] = value => Moment(value) is not null,
    }.ToFrozenDictionary();

    /// <summary>StringMatches: a star stands for any characters, a backslash makes a star or a backslash plain.</summary>
    public static Func<JsonNode?, bool> Matches(string pattern)
    {
        var expression = new StringBuilder("^");
        for (var at = 0; at < pattern.Length; at++)
        {
            if (pattern[at] == '*') expression.Append(".*");
            else if (pattern[at] == '\\' && at + 1 < pattern.Length && pattern[at + 1] is '*' or '\\') expression.Append(Regex.Escape(pattern[++at].ToString()));
            else expression.Append(Regex.Escape(pattern[at].ToString()));
        }
        var regex = new Regex(expression.Append(@"\z").ToString(), RegexOptions.Singleline | RegexOptions.NonBacktracking);
        return value => Text(value) is { } text && regex.IsMatch(text);
    }

    private static string? Text(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static DateTimeOffset? Moment(JsonNode? value) => Text(value) is { } text && Rfc3339.TryParse(text, out var moment) ? moment : null;

    private static bool IsNumber(JsonNode? value) => value?.GetValueKind() == JsonValueKind.Number;

    private static bool IsBoolean(JsonNode? value) => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False;

    // Whole numbers above 2^53 must not meet as doubles.
    private static int CompareNumbers(string left, string right) =>
        decimal.TryParse(left, NumberStyles.Float, CultureInfo.InvariantCulture, out var a) && decimal.TryParse(right, NumberStyles.Float, CultureInfo.InvariantCulture, out var b)
            ? a.CompareTo(b)
            : double.Parse(left, CultureInfo.InvariantCulture).CompareTo(double.Parse(right, CultureInfo.InvariantCulture));
}
