namespace Canary.Cli.CommandLine;

/// <summary>A part of a page of help.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Rows">Words, and what each of them means.</param>
internal sealed record HelpSection(string Title, IReadOnlyList<HelpRow> Rows)
{
    /// <summary>Writes it in two columns.</summary>
    public void Write(TextWriter output, int width)
    {
        output.WriteLine(Title);
        var left = Rows.Max(row => row.Word.Length) + 4;
        foreach (var row in Rows)
        {
            var word = $"  {row.Word}";
            foreach (var line in Wrapped(row.Meaning, width - left))
            {
                output.WriteLine($"{word.PadRight(left)}{line}");
                word = "";
            }
        }
        output.WriteLine();
    }

    private static IEnumerable<string> Wrapped(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }
            line += line.Length == 0 ? word : $" {word}";
        }
        yield return line;
    }
}
