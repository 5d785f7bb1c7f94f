using Canary.Bench.World;

namespace Canary.Bench.Pipeline.Cells;

/// <summary>B: the candidate's first requests after a shift are slow. H: a regression in the middle of the durations.</summary>
internal static class Warmth
{
    private const string Latency = """{"errors": false}""";
    private static readonly Durations Usual = new(new Mode(1, 100, .5));
    private static readonly Durations TwoModes = new(new Mode(.7, 20, .3), new Mode(.3, 400, .3));

    public static IEnumerable<Cell> All =>
    [
        Cold("B1", 3, 20),
        Cold("B2", 30, 20),
        Cold("B3", 3, 100),
        Cold("B4", 30, 100),
        Cold("B5", 30, 0),
        Cold("B6", 3, 0),
        Cold("B7", 300, 1000),
        Of("B8", "half as slow again, 30 rps", 30, Usual, new(new Mode(1, 150, .5)), Goal.Caught(1)) with { RegressionFrom = 0 },
        Of("B9", "half as slow again after 20 slow ones, 30 rps", 30, Usual, new(new Mode(1, 150, .5)), Goal.Caught(1)) with
        {
            RegressionFrom = 0,
        },
        AtLoad("B10", 30),
        AtLoad("B11", 3),
        Of("H1", "two modes, equal, 30 rps", 30, TwoModes, TwoModes, Goal.FalseRollbacks(.002)),
        Middle("H2", 60, Goal.Caught(.95)),
        Middle("H3", 30),
        Of("H4", "one mode, a tenth slower, 30 rps", 30, Usual, new(new Mode(1, 110, .5)), Goal.FalseRollbacks(.005)),
        Of("H5", "two modes, the slow one at 400 to 800 ms, 30 rps", 30, TwoModes,
            new(new Mode(.7, 20, .3), new Mode(.3, 800, .3)), Goal.Caught(.95)) with { RegressionFrom = 0 },
    ];

    private static Cell Cold(string id, double rps, int requests)
    {
        var cell = Of(id, $"the first {requests} after each shift slow, {rps} rps", rps, Usual, Usual, requests <= 100
            ? [Goal.FalseRollbacks(.005)]
            : []);
        return cell with { Scene = cell.Scene with { ColdStarts = requests }, Plan = Plans.Ramp };
    }

    // Slow where it has half of the traffic.
    private static Cell AtLoad(string id, double rps)
    {
        var cell = Of(id, $"twice as slow at half of the traffic, {rps} rps", rps, Usual, Usual, Goal.Caught(.95));
        return cell with
        {
            RegressionFrom = 600,
            Scene = cell.Scene with { ColdStarts = 20, Phases = _ => [new(0, 1, .001, .001) { Shift = 2, Slower = 2 }] },
        };
    }

    private static Cell Middle(string id, double milliseconds, params Goal[] goals)
    {
        var durations = new Durations(new Mode(.7, milliseconds, .3), new Mode(.3, 400, .3));
        return Of(id, $"two modes, the fast one at 20 to {milliseconds} ms, 30 rps", 30, TwoModes, durations, goals) with
        {
            RegressionFrom = 0,
        };
    }

    private static Cell Of(string id, string name, double rps, Durations stable, Durations candidate, params Goal[] goals) => new(
        id,
        name,
        new(rps, .001, .001) { Durations = stable, CandidateDurations = candidate, ColdStarts = id == "B9" ? 20 : 0 },
        Tellings.Whole,
        Plans.TwoSteps,
        goals)
    {
        Analysis = Latency,
        ForAll = false,
    };
}
