using Canary.Bench.Traffic;
using Canary.Bench.World;

namespace Canary.Bench.Pipeline.Cells;

/// <summary>A: a minute told in pieces, while both versions fail; and what care for it costs.</summary>
internal static class Pieces
{
    public const string Ramp =
        """
        "steps": [{"weight": 1, "bakeSeconds": 120}, {"weight": 5, "bakeSeconds": 180},
                  {"weight": 10, "bakeSeconds": 300}, {"weight": 50, "bakeSeconds": 600}],
        "checkIntervalSeconds": 30, "analysis": {"latency": false}
        """;

    private const double Seconds = 1_200;

    public static IEnumerable<Cell> All =>
    [
        .. Tellings.All.Select((telling, i) => Both($"A1.{i + 1}", "outage of both, 80 % for 2 minutes", telling, 1, .8, 120)),
        Both("A2", "outage of both, 30 % for 4 minutes", Tellings.Parts, 1, .3, 240),
        new Cell("A3", "ten times the traffic at a shift, .2 to 5 %", new(50, .002, .002) { Phases = Overload }, Tellings.Parts, Ramp),
        Both("A4", "retry storm: 60 % more traffic, of which 60 % fail", Tellings.Parts, 1.6, .6, 180),
        .. Price("P1", 0, 1),
        .. Price("P2", .01, .05),
        .. Price("P3", .002, .01),
        .. Price("P4", .01, .02),
    ];

    private static IEnumerable<Cell> Price(string id, double stable, double candidate) => Tellings.All.Select((telling, i) =>
        new Cell($"A{id}.{i + 1}", $"{100 * stable} to {100 * candidate} %", new(50, stable, candidate), telling, Ramp)
        {
            RegressionFrom = 0,
        });

    private static Cell Both(string id, string name, Telling telling, double factor, double rate, double length) => new(
        id,
        name,
        new(50, .01, .01) { Phases = dice => Outage(60 + (Seconds - 180) * dice.Uniform(), factor, rate, length) },
        telling,
        Ramp);

    private static Phase[] Outage(double from, double factor, double rate, double length) =>
        [new(from, factor, rate, rate), new(from + length, 1, .01, .01)];

    private static IEnumerable<Phase> Overload(Dice dice) =>
        [new(0, 10, .05, .05) { Shift = 1 + (int)(4 * dice.Uniform()) }];
}
