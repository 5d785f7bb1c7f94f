using System.Text.Encodings.Web;
using System.Text.Json;

namespace Canary.Rollouts;

/// <summary>Values as a fault quotes them: as JSON, so that a character that does not show is seen, and cut to a length that can be read.</summary>
public static class Quoted
{
    private const int Longest = 120;

    /// <summary>Quotes a text.</summary>
    public static string Of(string text) => $"\"{Cut(JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString())}\"";

    /// <summary>Quotes a value as it was given.</summary>
    public static string Of(JsonElement value) => Cut(value.GetRawText());

    /// <summary>The text of a JSON string, or the quoted value where it holds half of a character that takes two, as no text can.</summary>
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

    private static string Cut(string text) => text.Length <= Longest ? text : string.Concat(text.AsSpan(0, Longest - 1), "…");
}
