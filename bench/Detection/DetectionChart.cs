using System.Globalization;
using ScottPlot;
using ScottPlot.MultiplotLayouts;

namespace Canary.Bench.Detection;

/// <summary>The benchmark as a picture: what a judge costs when nothing is wrong, and what it sees when something is.</summary>
internal static class DetectionChart
{
    private const int Width = 1280;
    private const int Height = 500;
    private const int Rows = 9;
    private const int Columns = 10;
    private const string Font = "DejaVu Sans";
    private static readonly Color Own = Color.FromHex("#1f77b4");
    private static readonly Color Other = Color.FromHex("#b8b8b8");
    private static readonly double[] Percents = [0, 25, 50, 75, 100];
    private static readonly double[] Thousands = [0, 1000, 2000, 3000];

    public static void Save(IReadOnlyList<Findings> findings, string path)
    {
        var small = findings.First(finding => finding.Scenario is { Id: "B6" });
        var total = findings.First(finding => finding.Scenario is { Id: "B2", Course.RequestsPerSecond: 100 });
        var mistakes = ComparisonTables.FalseRollbacks(findings, "B1", "Canary");
        Plot[] plots =
        [
            Title(string.Create(CultureInfo.InvariantCulture, $"Canary rolls back {mistakes * 100:0.##} % of healthy releases, ")
                + "sees the regressions that thresholds miss, and stops a broken release at once"),
            Bars("Healthy releases\nrolled back", "% of rollouts", name => FalseRollbacks("B1", name), Percents, names: true),
            Bars("... in an outage\nof both versions", "% of rollouts", name => FalseRollbacks("B8", name), Percents),
            Bars(
                "Regressions from 0.1 to\n0.6 % failures caught",
                "% of rollouts",
                name => 100 * small.Tallies[name].RolledBack,
                Percents),
            Bars(
                "Requests lost to a release\nthat fails them all",
                "requests (median, 100 rps)",
                name => total.Tallies[name].Requests(.5),
                Thousands),
        ];
        var layout = new CustomGrid();
        layout.Set(plots[0], new GridCell(0, 0, Rows, 1));
        layout.Set(plots[1], new GridCell(1, 0, Rows, Columns, Rows - 1, 4));
        for (var i = 2; i < plots.Length; i++) layout.Set(plots[i], new GridCell(1, 2 * i, Rows, Columns, Rows - 1, 2));
        var multiplot = new Multiplot { Layout = layout };
        foreach (var plot in plots) multiplot.AddPlot(plot);
        multiplot.SavePng(path, Width, Height);

        double FalseRollbacks(string id, string judge) => 100 * ComparisonTables.FalseRollbacks(findings, id, judge);
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

    private static Plot Bars(string title, string axis, Func<string, double> value, double[] ticks, bool names = false)
    {
        var plot = new Plot();
        plot.Font.Set(Font);
        var judges = DetectionBenchmark.Judges.Select(judge => judge.Name).ToList();
        for (var i = 0; i < judges.Count; i++)
        {
            var length = value(judges[i]);
            plot.Add.Bar(new Bar
            {
                Position = -i,
                Value = length,
                FillColor = i == 0 ? Own : Other,
                LineWidth = 0,
                Size = .7,
            }).Horizontal = true;
            var label = plot.Add.Text(length.ToString(length < 10 ? "0.##" : "N0", CultureInfo.InvariantCulture), length, -i);
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
        plot.Title(title, 14);
        plot.XLabel(axis, 13);
        plot.Axes.Bottom.Label.Bold = false;
        return plot;
    }
}
