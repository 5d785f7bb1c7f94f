using System.Globalization;
using ScottPlot;
using ScottPlot.MultiplotLayouts;

namespace Canary.Bench.Charts;

/// <summary>Four questions to all judges as bars, side by side under one line of text.</summary>
internal static class JudgeChart
{
    // A bar that would be longer ends here, and says its number.
    private const double Longest = 1.05;
    private const int Width = 1280;
    private const int Height = 500;
    private const int Rows = 9;
    private const int Columns = 10;
    private const string Font = "DejaVu Sans";
    private static readonly Color Own = Color.FromHex("#1f77b4");
    private static readonly Color Other = Color.FromHex("#b8b8b8");

    /// <summary>Draws it.</summary>
    /// <param name="path">The file to write.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="judges">Their names, Canary's first.</param>
    /// <param name="questions">The questions; the first is drawn with the judges' names.</param>
    public static void Save(string path, string title, IReadOnlyList<string> judges, params IReadOnlyList<Question> questions)
    {
        var layout = new CustomGrid();
        List<Plot> plots = [Title(title), .. questions.Select((question, i) => Bars(question, judges, names: i == 0))];
        layout.Set(plots[0], new GridCell(0, 0, Rows, 1));
        layout.Set(plots[1], new GridCell(1, 0, Rows, Columns, Rows - 1, 4));
        for (var i = 2; i < plots.Count; i++) layout.Set(plots[i], new GridCell(1, 2 * i, Rows, Columns, Rows - 1, 2));
        var multiplot = new Multiplot { Layout = layout };
        foreach (var plot in plots) multiplot.AddPlot(plot);
        multiplot.SavePng(path, Width, Height);
    }

    private static Plot Title(string text)
    {
        var plot = new Plot();
        plot.HideAxesAndGrid();
        var annotation = plot.Add.Annotation(text, Alignment.MiddleCenter);
        annotation.LabelStyle.FontName = Font;
        annotation.LabelFontSize = 17;
        annotation.LabelBold = true;
        annotation.LabelBackgroundColor = annotation.LabelBorderColor = annotation.LabelShadowColor = Colors.Transparent;
        return plot;
    }

    private static Plot Bars(Question question, IReadOnlyList<string> judges, bool names)
    {
        var (plot, ticks) = (new Plot(), question.Ticks);
        plot.Font.Set(Font);
        for (var i = 0; i < judges.Count; i++)
        {
            var value = question.Value(judges[i]);
            var length = Math.Min(value, Longest * ticks[^1]);
            plot.Add.Bar(new Bar
            {
                Position = -i,
                Value = length,
                FillColor = i == 0 ? Own : Other,
                LineWidth = 0,
                Size = .7,
            }).Horizontal = true;
            var label = plot.Add.Text(value.ToString(value < 10 ? "0.##" : "N0", CultureInfo.InvariantCulture), length, -i);
            (label.LabelAlignment, label.OffsetX, label.LabelFontName, label.LabelFontSize, label.LabelBold) =
                (Alignment.MiddleLeft, 4, Font, 13, i == 0);
        }

        plot.Axes.Left.SetTicks([.. judges.Select((_, i) => (double)-i)], [.. judges.Select(name => names ? name : "")]);
        plot.Axes.Left.TickLabelStyle.FontSize = 14;
        plot.Axes.Left.MajorTickStyle.Length = 0;
        plot.Axes.Bottom.SetTicks(ticks, [.. ticks.Select(tick => tick.ToString("N0", CultureInfo.InvariantCulture))]);
        plot.Axes.SetLimits(0, 1.3 * ticks[^1], .5 - judges.Count, .5);
        plot.Axes.Right.IsVisible = plot.Axes.Top.IsVisible = false;
        plot.Grid.YAxisStyle.IsVisible = false;
        plot.Title(question.Title, 14);
        plot.XLabel(question.Axis, 13);
        plot.Axes.Bottom.Label.Bold = false;
        return plot;
    }
}
