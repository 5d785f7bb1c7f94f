using Canary.Bench.Traffic;
using Canary.Bench.World;

namespace Canary.Bench.Pipeline.Cells;

/// <summary>N: what lies near the other cells, and nobody has met yet.</summary>
internal static class Neighbours
{
    private static readonly Telling Sparse = Tellings.Parts with { Name = "in parts, 60-180 s, no zeros", TellsZeros = false };
    private static readonly Telling SparseWhole = Tellings.Whole with { Name = "whole, 60-180 s, no zeros", TellsZeros = false };
    private static readonly Telling StableLate =
        Tellings.Parts30 with { Name = "in parts, the stable one 90 s later", StableLate = 90 };
    private static readonly Telling StableTooLate =
        Tellings.Parts30 with { Name = "in parts, the stable one 120 s later", StableLate = 120 };
    private static readonly Telling CandidateLate =
        Tellings.Parts30 with { Name = "in parts, the candidate 90 s later", CandidateLate = 90 };
    private static readonly Telling VeryLate = new("whole, 180-420 s", 60, LagScope.VersionMinute, 180, 420);

    public static IEnumerable<Cell> All =>
    [
        Fine("N1.1", "outage of both", Outage(50, 120, .8), Sparse),
        Fine("N1.2", "outage of both", Outage(50, 120, .8), SparseWhole),
        Fine("N1.3", "outage of both", Outage(50, 120, .8), StableLate),
        Fine("N1.4", "outage of both", Outage(50, 120, .8), CandidateLate),
        Fine("N1.5", "outage of both", Outage(50, 120, .8), VeryLate),
        // Beyond the three minutes after which a minute is taken for whole: shown, and not promised.
        Fine("N1.6", "outage of both", Outage(50, 120, .8), StableTooLate) with { Goals = [] },
        Fine("N2.1", "outage of both, 20 s", Outage(500, 20, 1), Tellings.Parts),
        Fine("N2.2", "outage of both, 20 s", Outage(500, 20, 1), Tellings.PartsDisordered),
        Fine("N2.3", "outage of both, 2 minutes, 5 rps", Outage(5, 120, .8), Tellings.PartsDisordered),
        Fine("N2.4", "10 s of outage a minute, 200 rps", new(200, .001, .001) { Phases = Flapping }, Tellings.Parts),
        Fine("N3.1", "traffic grows fivefold, 1 %", new(50, .01, .01) { Wave = second => 1 + 4 * Part(second) }, Tellings.Parts),
        Fine("N3.2", "failures grow from 1 to 6 %, 50 rps", new(50, .01, .01) { Phases = Growing }, Tellings.Parts),
        Fine("N3.3", "a wave of traffic, fourfold in half an hour", new(50, .01, .01) { Wave = Wave }, Tellings.Parts),
        Fine("N4.1", "requests of 40 s, outage of both", Outage(50, 120, .8) with { Lasting = 40 }, Tellings.Parts60),
        Fine("N5.1", "no regression, 1 %", new(50, .01, .01), Sparse),
        Fine("N5.2", "no regression, .1 %", new(50, .001, .001), SparseWhole),
        Bad("N6.1", .01, .05, Sparse),
        Bad("N6.2", .01, .05, StableLate),
        Bad("N6.3", .01, .05, CandidateLate),
        Bad("N6.4", .01, .05, VeryLate),
        Bad("N6.5", 0, 1, Sparse),
        Bad("N6.6", 0, 1, VeryLate),
        Slow("N7.1", Tellings.Whole),
        Slow("N7.2", Tellings.Parts),
        Slow("N7.3", Tellings.PartsDisordered),
        Slow("N7.4", StableLate),
    ];

    // Both wait for the same slow database, say.
    private static Cell Slow(string id, Telling telling) => new(
        id,
        "both five times as slow for 2 minutes",
        new(50, .001, .001) { Durations = new(new Mode(1, 100, .5)), Phases = Waiting },
        telling,
        Plans.Ramp,
        Goal.FalseRollbacks(.01))
    {
        Analysis = "true",
        ForAll = false,
    };

    private static Phase[] Waiting(Dice dice)
    {
        var from = Plans.Moment(dice);
        return [new(from, 1, .001, .001) { Slower = 5, StableSlower = 5 }, new(from + 120, 1, .001, .001)];
    }

    private static Cell Fine(string id, string name, Scene scene, Telling telling) =>
        new(id, name, scene, telling, Plans.Ramp, Goal.FalseRollbacks(.008));

    private static Cell Bad(string id, double stable, double candidate, Telling telling) => new(
        id,
        $"{100 * stable} to {100 * candidate} %",
        new(50, stable, candidate),
        telling,
        Plans.Ramp,
        Goal.Caught(.99))
    {
        RegressionFrom = 0,
    };

    private static Scene Outage(double rps, double length, double rate) => new(rps, .01, .01)
    {
        Phases = dice =>
        {
            var from = Plans.Moment(dice);
            return [new(from, 1, rate, rate), new(from + length, 1, .01, .01)];
        },
    };

    private static IEnumerable<Phase> Flapping(Dice dice)
    {
        var from = 60 * dice.Uniform();
        return Enumerable.Range(0, 20).SelectMany(minute => new Phase[]
        {
            new(from + 60 * minute, 1, .8, .8), new(from + 60 * minute + 10, 1, .001, .001),
        });
    }

    private static IEnumerable<Phase> Growing(Dice dice) =>
        Enumerable.Range(0, 60).Select(step => new Phase(20 * step, 1, .01 + .05 * step / 60, .01 + .05 * step / 60));

    private static double Part(int second) => Math.Clamp((second - 60.0 * LiveAlias.HistoryMinutes) / 1_200, 0, 1);

    private static double Wave(int second) => Math.Pow(4, Math.Sin(2 * Math.PI * second / 3_600));
}
