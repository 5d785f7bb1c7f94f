using Canary.Bench.World;

namespace Canary.Bench.Pipeline.Cells;

/// <summary>A: a minute told in pieces, while both versions fail; and what care for it costs.</summary>
internal static class Pieces
{
    private const double FalseRollbacks = .008;

    // Means of so many rollouts differ by that much by chance.
    private const double Tie = 1.03;

    public static IEnumerable<Cell> All =>
    [
        .. Tellings.All.Select((telling, i) => Both($"A1.{i + 1}", "outage of both, 80 % for 2 minutes", telling, 1, .8, 120)),
        Both("A2.1", "outage of both, 30 % for 4 minutes", Tellings.Parts, 1, .3, 240),
        Both("A2.2", "outage of both, 30 % for 4 minutes", Tellings.PartsDisordered, 1, .3, 240),
        Overload("A3.1", Tellings.Parts),
        Overload("A3.2", Tellings.PartsDisordered),
        Both("A4.1", "retry storm: 60 % more traffic, of which 60 % fail", Tellings.Parts, 1.6, .6, 180),
        Both("A4.2", "retry storm: 60 % more traffic, of which 60 % fail", Tellings.PartsDisordered, 1.6, .6, 180),
        .. Price("AP1", 0, 1, 1.5, 271, [28, 232, 227, 147, 58, 73, 160, 109, 162]),
        .. Price("AP2", .01, .05, 1.25, 989, [382, 918, 908, 764, 564, 611, 798, 733, 775]),
        .. Price("AP3", .002, .01, 1.25, 3_311, [1_639, 3_148, 3_127, 2_718, 2_166, 2_326, 2_797, 2_610, 2_780]),
        .. Price("AP4", .01, .02, 1.25, 8_493, [4_810, 8_082, 8_003, 7_218, 6_054, 6_367, 7_398, 7_027, 7_187]),
    ];

    // Before: the requests until the rollback when the judge took any part of a minute for the whole.
    // Where parts come in any order, an oracle that knows when a minute is whole, and waits for that,
    // needs more than the factor allows: then the oracle's.
    private static IEnumerable<Cell> Price(
        string id, double stable, double candidate, double factor, double oracle, double[] before) =>
        [
            .. Tellings.All.Select((telling, i) => Price(
                $"{id}.{i + 1}", stable, candidate, telling, Goal.Caught(stable / candidate < .5 ? 1 : .99), Goal.Requests(
                    telling == Tellings.PartsDisordered ? Math.Max(Tie * oracle, factor * before[i]) : factor * before[i]))),
            Price($"{id}.10", stable, candidate, Tellings.PartsHeld),
            Price($"{id}.11", stable, candidate, Tellings.PartsDisorderedHeld),
        ];

    private static Cell Price(string id, double stable, double candidate, Telling telling, params Goal[] goals) => new(
        id, $"{100 * stable} to {100 * candidate} %", new(50, stable, candidate), telling, Plans.Ramp, goals)
    {
        RegressionFrom = 0,
    };

    private static Cell Both(string id, string name, Telling telling, double factor, double rate, double length) => new(
        id,
        name,
        new(50, .01, .01) { Phases = dice => Outage(Plans.Moment(dice), factor, rate, length) },
        telling,
        Plans.Ramp,
        Goal.FalseRollbacks(FalseRollbacks));

    private static Cell Overload(string id, Telling telling) => new(
        id,
        "ten times the traffic from a shift on, .2 to 5 %",
        new(50, .002, .002) { Phases = dice => [new(0, 10, .05, .05) { Shift = 1 + (int)(4 * dice.Uniform()) }] },
        telling,
        Plans.Ramp,
        Goal.FalseRollbacks(FalseRollbacks));

    private static Phase[] Outage(double from, double factor, double rate, double length) =>
        [new(from, factor, rate, rate), new(from + length, 1, .01, .01)];
}
