using System.Globalization;
using System.Net;
using System.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Canary.Cli.Screens;

/// <summary>Draws the live screen as an SVG picture, for a page that shows it.</summary>
internal static class ScreenPicture
{
    private const double CellWidth = 8.4;
    private const int LineHeight = 18;
    private const int Margin = 16;

    /// <summary>Colours that can be read on black: a terminal's own are its owner's choice.</summary>
    private static readonly Dictionary<Color, string> Colours = new()
    {
        [Color.Green] = "#3fb950",
        [Color.Red] = "#f85149",
        [Color.Yellow] = "#e3b341",
        [Color.Blue] = "#58a6ff",
        [Color.Orange1] = "#ffa657",
        [Color.Black] = "#0d1117",
    };

    /// <param name="frame">The moment to show.</param>
    /// <param name="width">Columns of the terminal.</param>
    /// <param name="height">Its lines.</param>
    public static string Draw(ScreenFrame frame, int width, int height)
    {
        var console = AnsiConsole.Create(new() { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(TextWriter.Null) });
        (console.Profile.Width, console.Profile.Height, console.Profile.Capabilities.Unicode) = (width, height, true);
        var options = RenderOptions.Create(console, console.Profile.Capabilities);
        var lines = Segment.SplitLines(LiveScreen.Fit(frame, console).Render(options, width));
        var (right, bottom) = (width * CellWidth + 2 * Margin, lines.Count * LineHeight + 2 * Margin);
        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {right:0} {bottom}\" ");
        svg.Append("font-family=\"ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace\" font-size=\"14\">\n");
        svg.Append(
            CultureInfo.InvariantCulture, $"<title>{WebUtility.HtmlEncode($"{frame.Title}, on Canary's live screen")}</title>\n");
        svg.Append("<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"#0d1117\"/>\n");
        for (var line = 0; line < lines.Count; line++) Write(svg, lines[line], Margin + (line + 1) * LineHeight - 5);
        return svg.Append("</svg>\n").ToString();
    }

    private static void Write(StringBuilder svg, SegmentLine line, int y)
    {
        var column = 0;
        foreach (var segment in Joined(line))
        {
            var cells = segment.CellCount();
            if (segment.Style.Background != Color.Default) Paint(svg, segment.Style.Background, column, cells, y);
            if (segment.Text.Trim().Length > 0) Write(svg, segment, column, y);
            column += cells;
        }
    }

    /// <summary>Neighbours that look alike as one: what is written together can be read, and copied, together.</summary>
    private static IEnumerable<Segment> Joined(SegmentLine line)
    {
        Segment? open = null;
        foreach (var segment in line)
        {
            if (open is not null && open.Style.Equals(segment.Style)) open = new Segment(open.Text + segment.Text, open.Style);
            else
            {
                if (open is not null) yield return open;
                open = segment;
            }
        }
        if (open is not null) yield return open;
    }

    private static void Paint(StringBuilder svg, Color colour, int column, int cells, int y) => svg.Append(
        CultureInfo.InvariantCulture,
        $"<rect x=\"{X(column):0.#}\" y=\"{y - 13}\" width=\"{cells * CellWidth:0.#}\" height=\"{LineHeight}\" "
        + $"fill=\"{Hex(colour)}\"/>\n");

    private static void Write(StringBuilder svg, Segment segment, int column, int y)
    {
        var text = segment.Text.TrimEnd();
        var spaces = text.Length - text.TrimStart().Length;
        var width = (text.Length - spaces) * CellWidth;
        var style = segment.Style.Decoration;
        var looks = (style.HasFlag(Decoration.Bold) ? " font-weight=\"bold\"" : "")
            + (style.HasFlag(Decoration.Dim) ? " opacity=\".6\"" : "");
        // Its width is given, so that columns stand under one another in any font.
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<text x=\"{X(column + spaces):0.#}\" y=\"{y}\" textLength=\"{width:0.#}\" lengthAdjust=\"spacingAndGlyphs\" ");
        svg.Append(
            CultureInfo.InvariantCulture,
            $"xml:space=\"preserve\" "
            + $"fill=\"{Hex(segment.Style.Foreground)}\"{looks}>{WebUtility.HtmlEncode(text.TrimStart())}</text>\n");
    }

    private static double X(int column) => Margin + column * CellWidth;

    private static string Hex(Color colour) => Colours.GetValueOrDefault(colour) ?? "#c9d1d9";
}
