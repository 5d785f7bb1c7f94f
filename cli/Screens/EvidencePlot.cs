using System.Globalization;
using Canary.Cli.Watching;

namespace Canary.Cli.Screens;

/// <summary>
/// Draws the evidence over time in lines of text, with dots of Braille: each character has two in width and four in height.
/// </summary>
internal static class EvidencePlot
{
    /// <summary>Characters of the drawing itself, beside its scale.</summary>
    public const int Width = 60;

    /// <summary>Lines of it at most, above the axis of time.</summary>
    public const int Height = 6;

    private const int Across = 2;
    private const int Up = 4;
    private const int Margin = 7;
    private const char Blank = '\u2800';

    /// <summary>Lines below 0 at most: what speaks for the candidate matters less.</summary>
    private const int Below = 2;

    /// <summary>Values between two lines: 0 and 1 are in the middle of one with each of them.</summary>
    private static readonly double[] Steps = [.25, .5, 1];

    /// <summary>The same above 1, where that is not enough.</summary>
    private static readonly double[] WideSteps =
        [.. Enumerable.Range(0, 12).SelectMany(power => new[] { 2, 5, 10 }.Select(digit => digit * Math.Pow(10, power)))];

    /// <summary>The dots of a character in Unicode's numbering, from the lowest up, in the left and the right half.</summary>
    private static readonly int[,] Dots = { { 0x40, 0x04, 0x02, 0x01 }, { 0x80, 0x20, 0x10, 0x08 } };

    /// <param name="points">At least one; the oldest first.</param>
    public static IReadOnlyList<PlotLine> Draw(IReadOnlyList<EvidencePoint> points)
    {
        var levels = Levels(points.Min(point => point.Value), points.Max(point => point.Value));
        var cells = new char[levels.Count, Width];
        foreach (var (x, low, high) in Columns(points, value => Dot(value, levels)))
        {
            for (var y = low; y <= high; y++) Set(cells, levels.Count - 1 - y / Up, x, y % Up);
        }
        return [.. Enumerable.Range(0, levels.Count).Select(line => Row(cells, line, levels[^(line + 1)])), .. TimeAxis(points)];
    }

    /// <summary>The value in the middle of each line, the lowest first: 0 and 1 are always among them.</summary>
    private static List<double> Levels(double least, double most)
    {
        (least, most) = (Math.Min(0, least), Math.Max(1, most));
        var step = Steps.Cast<double?>().FirstOrDefault(step => Line(most, step!.Value) - Line(least, step.Value) < Height)
            ?? Steps[^1];
        var lowest = Math.Max(Line(least, step), -Below);
        var lines = Line(most, step) - lowest + 1;
        if (lines <= Height) return [.. Enumerable.Range(lowest, lines).Select(line => line * step)];
        // Up to 1 by ones, and above it in steps so wide that all of it is in sight.
        List<double> levels = [.. Enumerable.Range(lowest, 2 - lowest).Select(line => (double)line)];
        var room = Height - levels.Count;
        var wide = WideSteps.First(one => Line(most, one) <= room);
        return [.. levels, .. Enumerable.Range(1, Line(most, wide)).Select(line => line * wide)];
    }

    private static int Line(double value, double step) => (int)Math.Floor(value / step + .5);

    private static int Dot(double value, List<double> levels)
    {
        // Between two lines, which need not be as far apart as the next two.
        var line = Math.Clamp(levels.FindLastIndex(level => level <= value), 0, levels.Count - 2);
        var height = line + (value - levels[line]) / (levels[line + 1] - levels[line]);
        return Math.Clamp((int)Math.Floor((height + .5) * Up), 0, levels.Count * Up - 1);
    }

    /// <summary>The dots of each column: from one point to the next in a straight line without gaps.</summary>
    private static IEnumerable<(int X, int Low, int High)> Columns(IReadOnlyList<EvidencePoint> points, Func<double, int> dot)
    {
        const int Last = Width * Across - 1;
        var (begin, length) = (points[0].At, points[^1].At - points[0].At);
        int At(EvidencePoint point) => length > TimeSpan.Zero ? (int)Math.Round((point.At - begin) / length * Last) : 0;
        yield return (At(points[0]), dot(points[0].Value), dot(points[0].Value));
        foreach (var (from, to) in points.Zip(points.Skip(1)))
        {
            var (left, right, y) = (At(from), At(to), dot(from.Value));
            if (left == right) yield return (right, Math.Min(y, dot(to.Value)), Math.Max(y, dot(to.Value)));
            for (var x = left + 1; x <= right; x++)
            {
                var next = dot(from.Value + (to.Value - from.Value) * (x - left) / (right - left));
                yield return (x, next > y ? y + 1 : next, next < y ? y - 1 : next);
                y = next;
            }
        }
    }

    private static void Set(char[,] cells, int line, int x, int y)
    {
        ref var cell = ref cells[line, x / Across];
        cell = (char)(Math.Max(cell, Blank) | Dots[x % Across, y]);
    }

    private static PlotLine Row(char[,] cells, int line, double level)
    {
        // The two that everything is measured by are drawn through.
        var empty = level is 0 or 1 ? '┈' : ' ';
        var drawn = Enumerable.Range(0, Width).Select(x => cells[line, x] == default ? empty : cells[line, x]);
        var label = level.ToString("0.##", CultureInfo.InvariantCulture).PadLeft(Margin - 2);
        return new($"{label} ┤{string.Concat(drawn)}".TrimEnd() + (level == 1 ? " rolled back" : ""), level);
    }

    private static IEnumerable<PlotLine> TimeAxis(IReadOnlyList<EvidencePoint> points)
    {
        var (first, last) = (Format.Time(points[0].At), Format.Time(points[^1].At));
        yield return new($"{"",Margin - 1}└{new string('─', Width)}", null);
        yield return new($"{"",Margin}{first}{last.PadLeft(Width - first.Length)}", null);
    }
}
