using System.Globalization;
using Canary.Bench.Traffic;
using Canary.Bench.World;

namespace Canary.Bench.Pipeline.Cells;

/// <summary>J: what the judge's own benchmark asks, through the whole path.</summary>
internal static class Judged
{
    private static readonly Stage[] Probe = [new(.01, 1), new(.1, 9), new(.5, 10)];

    private static readonly double[] Traffic = [1, 10, 100, 1000];
    private static readonly double[] Grid = [.001, .01, .05];

    public static IEnumerable<Cell> All =>
    [
        .. Grid.SelectMany(
            (rate, i) => Traffic.Select((rps, j) => Same(
                $"J1.{4 * i + j + 1}", Text($"no regression, {100 * rate} %"), rps, new(rps, rate, rate)))),
        .. Traffic.Select((rps, i) => Bad($"J2.{i + 1}", 0, 1, rps, Plans.TwoSteps, 1)),
        Bad("J3.1", .01, .05, 10, Plans.TwoSteps, .97),
        Bad("J3.2", .01, .05, 100, Plans.TwoSteps, 1),
        Bad("J4", 0, .005, 10, Plans.TwoSteps, .9),
        Bad("J5", .001, .006, 100, Plans.TwoSteps, 1),
        Bad("J6", .01, .02, 100, Plans.TwoSteps, 1),
        Bad("J7.1", .001, .006, 100, Plans.FiveMinutes),
        Bad("J7.2", .01, .02, 100, Plans.FiveMinutes),
        Bad("J8.1", .05, .055, 100, Plans.TwoSteps),
        Bad("J8.2", .05, .06, 100, Plans.TwoSteps),
        Bad("J9", 0, 1, 1000, Probe, 1),
        Same("J10.1", "outage of both, 30 % for 5 minutes", 100, new(100, .001, .001)
        {
            Phases = dice => Outage(dice, .3),
        }),
        Same("J10.2", "outage of both, 50 % for 5 minutes", 1000, new(1000, .001, .001)
        {
            Phases = dice => Outage(dice, .5),
        }),
    ];

    private static Phase[] Outage(Dice dice, double rate)
    {
        var from = Plans.Moment(dice);
        return [new(from, 1, rate, rate), new(from + 300, 1, .001, .001)];
    }

    private static Cell Same(string id, string name, double rps, Scene scene) =>
        new(id, Text($"{name}, {rps} rps"), scene, Tellings.Whole, Plans.TwoSteps, Goal.FalseRollbacks(.008));

    private static Cell Bad(string id, double stable, double candidate, double rps, Stage[] plan, double? atLeast = null)
    {
        var special = plan == Probe ? ", a minute at 1 % first" : plan == Plans.FiveMinutes ? ", 5 minutes at 10 %" : "";
        return new(
            id,
            Text($"{100 * stable:0.##} to {100 * candidate:0.##} %, {rps} rps{special}"),
            new(rps, stable, candidate),
            Tellings.Whole,
            plan,
            atLeast is { } bound ? [Goal.Caught(bound)] : [])
        {
            RegressionFrom = 0,
        };
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
