using System.Globalization;
using Canary.Bench.Traffic;
using Canary.Bench.World;

namespace Canary.Bench.Pipeline.Cells;

/// <summary>K: a candidate that fails everything, by whatever phase of the minute it gets its first traffic.</summary>
internal static class Dead
{
    // A minute, the time until the next check, and a second for the way back.
    private const double MostSeconds = 60 + 15 + 1;

    // The other judge reads at each check. Canary reads once a minute until something is told of the candidate: it sees it some
    // ten seconds later, for a third of the price.
    private const double InWhole = 1.1;
    private const double InParts = 1.25;

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
        GoalsOf(one.Rps, one.Telling, one.Interval))
    {
        RegressionFrom = 0,
        IntervalSeconds = one.Interval,
    });

    // At a request a second no first minute has three of the candidate. What is told late is told of one version before the
    // other: then the first errors say nothing until both are told, and in parts not even then.
    private static Goal[] GoalsOf(double rps, Telling telling, int interval)
    {
        if (rps <= 1) return [Goal.Caught(1)];
        if (telling != Telling.AtOnce)
            return [Goal.Caught(1), Goal.AsSoonAs(Rivals.AnyOfBoth, telling == Tellings.Parts ? InParts : InWhole)];
        return interval == 15
            ? [Goal.Caught(1), Goal.AsSoonAs("any error"), Goal.MostSeconds(MostSeconds)]
            : [Goal.Caught(1), Goal.AsSoonAs("any error")];
    }
}
