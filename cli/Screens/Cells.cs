using System.Text;
using Spectre.Console.Rendering;

namespace Canary.Cli.Screens;

/// <summary>Text in columns of a terminal, of which a Chinese character or an emoji takes two.</summary>
internal static class Cells
{
    /// <summary>How many it takes.</summary>
    public static int Of(string text) => new Segment(text).CellCount();

    /// <summary>The text, and spaces up to so many columns.</summary>
    public static string Padded(string text, int width) => text + new string(' ', Math.Max(0, width - Of(text)));

    /// <summary>The text, and where it takes more than so many columns, its beginning.</summary>
    public static string Cut(string text, int width) => Of(text) <= width ? text : $"{Parts(text, width - 1).First()}…";

    /// <summary>The text in parts of at most so many columns. No character is parted.</summary>
    public static IEnumerable<string> Parts(string text, int width)
    {
        if (Of(text) <= width)
        {
            yield return text;
            yield break;
        }
        var (part, taken) = (new StringBuilder(), 0);
        foreach (var rune in text.EnumerateRunes())
        {
            var more = Of(rune.ToString());
            if (taken + more > width && taken > 0)
            {
                yield return part.ToString();
                (_, taken) = (part.Clear(), 0);
            }
            part.Append(rune);
            taken += more;
        }
        yield return part.ToString();
    }
}
