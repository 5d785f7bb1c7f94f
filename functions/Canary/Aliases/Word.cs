using System.Globalization;
using System.Text.RegularExpressions;
using Canary.Wording;

namespace Canary.Aliases;

/// <summary>
/// A person's word to the rollout that holds an alias: it stands behind the rollout's mark, where everybody can read it,
/// and whoever may change the alias may write it.
/// </summary>
/// <param name="Kind">What is to be done.</param>
/// <param name="By">Who says so, by their own account; null where that is not told.</param>
/// <param name="Why">Why; null where that is not told.</param>
/// <param name="Seconds">For how long; only of a pause, and null where that is not told.</param>
/// <param name="At">When it was said, as <c>HH:mm:ss</c>: it makes equal words different. Null where that is not told.</param>
public sealed partial record Word(WordKind Kind, string? By = null, string? Why = null, int? Seconds = null, string? At = null)
{
    /// <summary>Characters of the name of who says it.</summary>
    public const int LongestName = 60;

    // A clipped text of fewer characters than this tells nothing.
    private const int ShortestClip = 6;

    /// <summary>Who says it, as a sentence names them.</summary>
    public string Who => By ?? "somebody";

    /// <summary>The word itself, as people write it.</summary>
    public string Name => NameOf(Kind);

    /// <summary>Why, to follow on a sentence without its full stop; empty where that is not told.</summary>
    public string Because => Why is null ? "" : $": {Why}";

    /// <summary>Whether it may be somebody's: of a long name it has the beginning, and it need not have one.</summary>
    public bool MayBeOf(string by) => By is null
        || (By.EndsWith('…') ? Plain(by).StartsWith(By[..^1], StringComparison.Ordinal) : Plain(by) == By);

    /// <summary>A word as people write it.</summary>
    public static string NameOf(WordKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>Reads what stands behind a mark; null where it is no word. Anybody may have written it.</summary>
    public static Word? Read(string text)
    {
        if (Pattern().Match(text) is not { Success: true } match) return null;
        var kind = Enum.Parse<WordKind>(match.Groups["kind"].Value, ignoreCase: true);
        var seconds = TextOf("seconds") is { } number ? int.Parse(number, CultureInfo.InvariantCulture) : (int?)null;
        var by = TextOf("by") is { } name ? Quoted.Text(name.Trim(), LongestName) : null;
        return new(kind, by, TextOf("why")?.Trim(), seconds, TextOf("at"));

        string? TextOf(string part) => match.Groups[part] is { Success: true, Value.Length: > 0 } found ? found.Value : null;
    }

    /// <summary>
    /// The text behind the mark, cut to the room that there is: first why, then when, then who.
    /// Null where there is none for the word itself, and for how long.
    /// </summary>
    internal string? Text(int room)
    {
        var text = Seconds is { } seconds ? string.Create(CultureInfo.InvariantCulture, $"{Name} for {seconds} s") : Name;
        if (text.Length > room) return null;
        if (By is not null) Add(" by ", Plain(By), isWhole: false);
        if (At is not null) Add(" at ", At, isWhole: true);
        if (Why is not null) Add(": ", Why, isWhole: false);
        return text;

        void Add(string before, string part, bool isWhole)
        {
            var left = room - text.Length - before.Length;
            if (left >= part.Length || (!isWhole && left >= ShortestClip)) text += before + Quoted.Text(part, left);
        }
    }

    // A name as it can stand there: what would read as the next part is no part of it.
    private static string Plain(string name) => Quoted.Text(Colons().Replace(name, " ").Trim(), LongestName);

    [GeneratedRegex(@":+( |\z)", RegexOptions.CultureInvariant)]
    private static partial Regex Colons();

    [GeneratedRegex(
        @"^(?<kind>pause|resume|skip|promote|abort|approve|reject)( for (?<seconds>[0-9]{1,6}) s)?( by (?<by>.+?))?"
        + @"( at (?<at>[0-2][0-9]:[0-5][0-9]:[0-5][0-9]))?(:( (?<why>.*))?)?\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Pattern();
}
