using Spectre.Console;
using Spectre.Console.Rendering;

namespace Canary.Cli.Screens;

/// <summary>A sentence, in as many lines as it needs. A number is never parted from its unit: 10 % is one word.</summary>
internal sealed class Prose(string text) : IRenderable
{
    private static readonly string[] Units = ["%", "s", "ms", "min", "h"];

    private readonly string[] _words = [.. Words(text)];

    /// <inheritdoc/>
    public Measurement Measure(RenderOptions options, int maxWidth)
    {
        var longest = _words.Select(Cells.Of).DefaultIfEmpty().Max();
        return new(Math.Min(longest, maxWidth), Math.Min(Cells.Of(text), maxWidth));
    }

    /// <inheritdoc/>
    public IEnumerable<Segment> Render(RenderOptions options, int maxWidth)
    {
        foreach (var line in Lines(maxWidth))
        {
            yield return new Segment(line);
            yield return Segment.LineBreak;
        }
    }

    /// <summary>It in lines of at most so many columns.</summary>
    public IEnumerable<string> Lines(int width)
    {
        var (line, taken) = ("", 0);
        foreach (var word in _words.SelectMany(word => Cells.Parts(word, width)))
        {
            var more = Cells.Of(word);
            if (taken > 0 && taken + 1 + more > width)
            {
                yield return line;
                taken = 0;
            }
            (line, taken) = taken == 0 ? (word, more) : ($"{line} {word}", taken + 1 + more);
        }
        yield return line;
    }

    private static IEnumerable<string> Words(string text)
    {
        string? before = null;
        foreach (var word in text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (before is null) before = word;
            else if (char.IsDigit(before[^1]) && Units.Contains(word.TrimEnd('.', ',', ';', ':', ')')))
                before = $"{before} {word}";
            else
            {
                yield return before;
                before = word;
            }
        }
        if (before is not null) yield return before;
    }
}
