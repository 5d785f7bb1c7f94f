using System.Text.RegularExpressions;

namespace Canary.Wording;

/// <summary>Metric math of the user's own: what it names, and the same by other names.</summary>
internal static partial class MetricExpression
{
    // Each sees metrics by itself: all of a request's, both versions' among them, or whatever a search finds.
    private static readonly string[] Searches = ["METRICS", "SEARCH", "SELECT"];

    /// <summary>The ids that it names. CloudWatch's own words are written large, and what is in quotes is a text.</summary>
    public static IEnumerable<string> Ids(string expression) =>
        Word().Matches(expression).Select(word => word.Value).Where(word => char.IsAsciiLetterLower(word[0]));

    /// <summary>The first word in it that looks for metrics by itself; null where there is none.</summary>
    public static string? Search(string expression) => Word().Matches(expression).Select(word => word.Value)
        .FirstOrDefault(word => char.IsAsciiLetterUpper(word[0]) && Searches.Contains(word, StringComparer.OrdinalIgnoreCase));

    /// <summary>The expression with other ids.</summary>
    public static string Renamed(string expression, Func<string, string> name) =>
        Word().Replace(expression, word => char.IsAsciiLetterLower(word.Value[0]) ? name(word.Value) : word.Value);

    [GeneratedRegex("""
        "[^"]*"|'[^']*'|\b[a-zA-Z][a-zA-Z0-9_]*\b
        """, RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
