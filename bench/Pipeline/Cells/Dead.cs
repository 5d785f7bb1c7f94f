using System.Globalization;
using Canary.Bench.Traffic;
using Canary.Bench.World;

namespace Canary.Bench.Pipeline.Cells;

/// <summary>K: a candidate that fails everything, by whatever phase of the minute it gets its first traffic.</summary>
internal static class Dead
{
    // A minute, the time until the next check, and a second for the way back.
    private const double MostSeconds = 60 + 15 + 1;

    private static readonly Stage[] Tenth = [new(.1, 10)];

    private static readonly (double Rps, Telling Telling, int Interval)[] Kinds =
    [
        (4.5, Telling.AtOnce, 15), (4.5, Telling.AtOnce, 30), (4.5, Tellings.Whole, 15), (4.5, Tellings.Parts, 15),
        (50, Telling.AtOnce, 15), (50, Tellings.Whole, 15), (1, Telling.AtOnce, 15),
    ];

    public static IEnumerable<Cell> All => Kinds.Select((one, i) => new Cell(
        $"K{i + 1}",
        string.Create(
            CultureInfo.InvariantCulture, $"0 to 100 % at 10 % of {one.Rps} rps, checks of {one.Interval} s"),
        new(one.Rps, 0, 1),
        one.Telling,
        Tenth,
        one.Telling == Telling.AtOnce && one is { Rps: > 1, Interval: 15 }
            ? [Goal.Caught(1), Goal.AsSoonAs("any error"), Goal.MostSeconds(MostSeconds)]
            : one.Rps > 1 ? [Goal.Caught(1), Goal.AsSoonAs("any error")] : [Goal.Caught(1)])
    {
        RegressionFrom = 0,
        IntervalSeconds = one.Interval,
    });
}
