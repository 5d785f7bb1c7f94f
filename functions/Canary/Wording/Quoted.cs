using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Canary.Wording;

/// <summary>
/// Foreign texts as a sentence quotes them: what does not show, or turns the writing around, is seen as its escape,
/// and a long one is cut.
/// </summary>
public static class Quoted
{
    /// <summary>Characters of a text that is quoted from elsewhere, where nothing else is said.</summary>
    public const int LongestText = 1_000;

    private const int Longest = 120;

    private static readonly SearchValues<char> Plain =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-");

    /// <summary>Quotes a text.</summary>
    public static string Of(string text, int longest = Longest) => $"\"{Shown(text, longest, IsUnseen, escapesQuotes: true)}\"";

    /// <summary>Quotes a value as it was given.</summary>
    public static string Of(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String
                ? Of(value.GetString()!)
                : Shown(Joined(value.GetRawText()), Longest, IsUnseen, false);
        }
        catch (InvalidOperationException)
        {
            // Half of a character that takes two: the raw text has it as an escape.
            return Shown(value.GetRawText(), Longest, IsUnseen, false);
        }
    }

    /// <summary>A name: as it is where it is a plain word, else quoted.</summary>
    public static string Name(string name, int longest = Longest) =>
        name.Length is 0 || name.Length > longest || name.AsSpan().ContainsAnyExcept(Plain) ? Of(name, longest) : name;

    /// <summary>
    /// A text in the middle of a sentence, without quotes: letters and emoji of all languages stay, one line stays one line.
    /// </summary>
    public static string Text(string text, int longest) => Shown(text, longest, IsGarbling, escapesQuotes: false);

    /// <summary>
    /// Cuts a text from elsewhere to a length, on one line and without what garbles a sentence.
    /// </summary>
    public static string Clip(string text, int length = LongestText) => Text(text, length);

    /// <summary>Whether a name has what does not show: it could be taken for another.</summary>
    internal static bool HasUnseen(string name) => name.EnumerateRunes().Any(IsUnseen);

    /// <summary>Whether a text, of one line or several, has what makes it read as something else.</summary>
    internal static bool IsGarbled(string text, bool lines) =>
        text.EnumerateRunes().Any(rune => IsGarbling(rune) && !(lines && (rune.Value is '\n' or '\r' or '\t')));

    /// <summary>
    /// The text of a JSON string, or the quoted value where it holds half of a character that takes two, as no text can.
    /// </summary>
    internal static string TextOf(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Of(text);
        }
    }

    private static string Shown(string text, int longest, Func<Rune, bool> isHidden, bool escapesQuotes)
    {
        var shown = new StringBuilder();
        // Where it may be cut: behind no half of an escape, and no half of a character.
        var end = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (shown.Length < longest) end = shown.Length;
            if (isHidden(rune)) AddEscaped(shown, rune);
            else if (escapesQuotes && rune.Value is '"' or '\\') shown.Append('\\').Append((char)rune.Value);
            else shown.Append(rune);
            if (shown.Length <= longest) continue;
            shown.Length = end;
            return shown.Append('…').ToString();
        }
        return shown.ToString();
    }

    private static void AddEscaped(StringBuilder shown, Rune rune)
    {
        switch (rune.Value)
        {
            case '\n': shown.Append(@"\n"); break;
            case '\r': shown.Append(@"\r"); break;
            case '\t': shown.Append(@"\t"); break;
            default:
                foreach (var unit in rune.ToString()) shown.Append(CultureInfo.InvariantCulture, $@"\u{(int)unit:x4}");
                break;
        }
    }

    private static bool IsUnseen(Rune rune) => rune.Value != ' '
        && (IsGarbling(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.SpaceSeparator
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    // The two joiners make no sentence unreadable: Persian and many an emoji are written with them.
    private static bool IsGarbling(Rune rune) => rune.Value is not ('\u200c' or '\u200d') && Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control
            or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator;

    // Outside of its strings, which cannot hold them raw, JSON may have line breaks and tabs anywhere.
    private static string Joined(string json) =>
        string.Join(' ', json.Split(['\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
