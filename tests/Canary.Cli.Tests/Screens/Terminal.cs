using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Spectre.Console;

namespace Canary.Cli.Tests.Screens;

/// <summary>A terminal, as far as the live screen uses one: what somebody sees on it.</summary>
internal sealed partial class Terminal : IAnsiConsoleOutput
{
    private readonly List<char[]> _lines;
    private int _row;
    private int _column;

    public Terminal(int width, int height)
    {
        (Width, Height) = (width, height);
        _lines = [.. Enumerable.Range(0, height).Select(_ => Blank())];
        Writer = new Keyboard(this);
        Console = AnsiConsole.Create(new()
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.Standard,
            Interactive = InteractionSupport.Yes,
            Out = this,
        });
        Console.Profile.Capabilities.Unicode = true;
    }

    public IAnsiConsole Console { get; }

    /// <summary>The lines that are to be seen.</summary>
    public IReadOnlyList<string> Screen => [.. _lines.Select(line => new string(line).TrimEnd())];

    public TextWriter Writer { get; }

    public bool IsTerminal => true;

    public int Width { get; }

    public int Height { get; }

    public void SetEncoding(Encoding encoding)
    {
    }

    private char[] Blank() => [.. Enumerable.Repeat(' ', Width)];

    private void Take(string text)
    {
        foreach (Match match in Piece().Matches(text))
        {
            if (match.Groups["letter"] is { Success: true, Value: var letter }) Steer(letter, match.Groups["number"].Value);
            else Put(match.Value[0]);
        }
    }

    private void Steer(string letter, string number)
    {
        var count = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 1;
        switch (letter)
        {
            case "A":
                _row = Math.Max(0, _row - count);
                break;
            case "K":
                _lines[_row] = Blank();
                break;
        }
    }

    private void Put(char letter)
    {
        if (letter == '\r') _column = 0;
        if (letter is '\r') return;
        if (letter == '\n' || _column == Width)
        {
            _column = 0;
            if (_row < Height - 1) _row++;
            else
            {
                _lines.RemoveAt(0);
                _lines.Add(Blank());
            }
        }
        if (letter != '\n') _lines[_row][_column++] = letter;
    }

    [GeneratedRegex("\u001b\\[\\??(?<number>[0-9;]*)(?<letter>[A-Za-z])|[^\u001b]", RegexOptions.Singleline)]
    private static partial Regex Piece();

    private sealed class Keyboard(Terminal terminal) : StringWriter(CultureInfo.InvariantCulture)
    {
        public override void Write(string? value) => terminal.Take(value ?? "");

        public override void Write(char value) => terminal.Take($"{value}");
    }
}
