using System.Globalization;

namespace Canary.Wording;

/// <summary>Parts of sentences.</summary>
internal static class Sentence
{
    /// <summary>The text with a full stop, where it has none.</summary>
    public static string Ended(string text) => text.EndsWith('.') ? text : $"{text}.";

    /// <summary>The text as it goes on after a colon. A name or an abbreviation stays as it is.</summary>
    public static string GoingOn(string text) =>
        text is [>= 'A' and <= 'Z', ' ' or (>= 'a' and <= 'z'), ..] && text.Split(' ')[0].Skip(1).All(char.IsAsciiLetterLower)
            ? string.Concat(char.ToLowerInvariant(text[0]).ToString(), text.AsSpan(1))
            : text;

    /// <summary>A time that stays true, whenever the sentence is read.</summary>
    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Names as one reads them aloud.</summary>
    public static string Listed(IReadOnlyCollection<string> names) => string.Join(", ", names.Select(name => Quoted.Of(name)));
}
