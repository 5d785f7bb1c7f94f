using System.Text;
using Canary.Cli.Screens;

namespace Canary.Cli.Telling;

/// <summary>Names on the left, and what is said of each beside them, in as many lines as it needs.</summary>
/// <param name="width">Columns; null for lines of any length.</param>
internal sealed class Sheet(int? width)
{
    private const int Left = 11;

    private readonly StringBuilder _text = new();

    /// <summary>A line, or as many as it takes, from the left.</summary>
    public void Say(string text) => Write("", 0, text);

    /// <summary>An empty line.</summary>
    public void Skip() => _text.AppendLine();

    /// <summary>What is said of a name; nothing where there is nothing to say.</summary>
    public void Add(string name, string? text)
    {
        if (!string.IsNullOrEmpty(text)) Write(name, Left, text);
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString().TrimEnd();

    private void Write(string name, int left, string text)
    {
        var lead = name.Length < left ? name.PadRight(left) : left > 0 ? $"{name} " : "";
        foreach (var line in new Prose(text.ReplaceLineEndings(" ")).Lines(Math.Max(20, (width ?? int.MaxValue) - left)))
        {
            _text.AppendLine($"{lead}{line}".TrimEnd());
            lead = new string(' ', left);
        }
    }
}
