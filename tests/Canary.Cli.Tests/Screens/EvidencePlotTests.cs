using Canary.Cli.Screens;
using Canary.Cli.Watching;
using static Canary.Cli.Tests.Watching.Moments;

namespace Canary.Cli.Tests.Screens;

public class EvidencePlotTests
{
    private const string Rule = "      └────────────────────────────────────────────────────────────";
    private const string MinuteAxis = "       09:00:00                                            09:01:00";

    [Fact]
    public void Draw_NoneThenARise_IsALineFromZeroToOne() => Assert.Equal(
        [
            "    1 ┤┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈⣀⣀⠤⠔ rolled back",
            " 0.75 ┤                                                ⢀⣀⡠⠤⠔⠒⠉⠉",
            "  0.5 ┤                                         ⢀⣀⠤⠤⠒⠒⠉⠁",
            " 0.25 ┤                                  ⣀⣀⠤⠔⠒⠊⠉⠁",
            "    0 ┤⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠒⠉⠉┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈",
            Rule,
            MinuteAxis,
        ],
        Lines((0, 0), (30, 0), (60, 1)));

    [Fact]
    public void Draw_AnyValues_IsAtMostSixLinesWithZeroAndOneInSight()
    {
        foreach (var highest in new[] { -3, 0, .4, 1, 1.3, 2.6, 7, 120 })
        {
            foreach (var lowest in new[] { -20, -2.6, -.6, -.2, 0 })
            {
                var plot = EvidencePlot.Draw(Points((0, lowest), (20, highest), (60, lowest)));

                Assert.InRange(plot.Count, 3, EvidencePlot.Height + 2);
                Assert.Contains(plot, line => line.Level == 0);
                Assert.EndsWith(" rolled back", Assert.Single(plot, line => line.Level == 1).Text, StringComparison.Ordinal);
                Assert.All(plot, line => Assert.InRange(line.Text.Length, 1, 79));
            }
        }
    }

    [Theory]
    [InlineData(-.25, -.25)]
    [InlineData(.1, 0)]
    [InlineData(.8, .75)]
    [InlineData(2.4, 2.5)]
    [InlineData(-40, -2)]
    [InlineData(6, 6)]
    [InlineData(8.8, 8)]
    [InlineData(40, 40)]
    public void Draw_OnePoint_IsADotOnTheNearestLine(double value, double level) =>
        Assert.Equal(
            level,
            Assert.Single(EvidencePlot.Draw(Points((0, value))), line => line.Text.Any(letter => letter > '\u2800')).Level);

    [Fact]
    public void Draw_FarAboveARollback_IsNotFlat() => Assert.Equal(
        [8.0, 6, 4, 2, 1, 0],
        EvidencePlot.Draw(Points((0, 0), (30, 5), (60, 8.8)))
            .Where(line => line.Level is not null)
            .Where(line => line.Text.Any(letter => letter > '\u2800'))
            .Select(line => line.Level!.Value));

    [Fact]
    public void Draw_ManyPointsInAColumn_ShowsHighestAndLowest()
    {
        var points = Enumerable.Range(0, 10_000).Select(second => (second, second % 2 == 0 ? 0 : 1.0)).ToArray();

        var plot = EvidencePlot.Draw(Points(points));

        Assert.Equal(EvidencePlot.Width, plot[0].Text.Count(letter => letter > '\u2800'));
        Assert.Equal(EvidencePlot.Width, plot.Single(line => line.Level == 0).Text.Count(letter => letter > '\u2800'));
    }

    [Fact]
    public void Draw_AJump_HasNoGap() => Assert.All(
        EvidencePlot.Draw(Points((0, 0), (59, 0), (60, 1))).Where(line => line.Level is not null),
        line => Assert.Contains(line.Text, letter => letter > '\u2800'));

    private static IEnumerable<string> Lines(params (int Second, double Value)[] points) =>
        EvidencePlot.Draw(Points(points)).Select(line => line.Text);

    private static EvidencePoint[] Points(params (int Second, double Value)[] points) =>
        [.. points.Select(point => new EvidencePoint(Start.AddSeconds(point.Second), point.Value))];
}
