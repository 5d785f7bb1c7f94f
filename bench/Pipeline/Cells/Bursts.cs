using Canary.Bench.World;

namespace Canary.Bench.Pipeline.Cells;

/// <summary>C: failures that come together.</summary>
internal static class Bursts
{
    // Ten at once and one such batch an hour, at ten requests a second.
    private const double Rare = 10 / 36_000.0;

    public static IEnumerable<Cell> All =>
    [
        Of("C1", "batches of 50 that fail together, 1 %, 100 rps", new(100, .01, .01) { Batch = 50 }, Goal.FalseRollbacks(.008)),
        Of("C2", "variation 1, 1 %, 300 rps", new(300, .01, .01) { Variation = 1 }, Goal.FalseRollbacks(.01)),
        Of("C3", "rare batches of 10, 10 rps", Rarely(10, 0), Goal.FalseRollbacks(.008)),
        Caught("C4", "rare batches of 10, 0 to .5 % besides, 10 rps", Rarely(10, .005), .8),
        Caught("C5", "1 to 20 % in batches of 50, 100 rps", new(100, .01, .2) { Batch = 50 }, 1),
        Of("C6", "batches of 20 that fail together, 1 %, 100 rps", new(100, .01, .01) { Batch = 20 }, Goal.FalseRollbacks(.008)),
        Of("C7", "batches of 200 that fail together, 1 %, 300 rps", new(300, .01, .01) { Batch = 200 }),
        Of("C8", "batches of 3, .1 %, 10 rps", new(10, .001, .001) { Batch = 3 }, Goal.FalseRollbacks(.008)),
        Of("C9", "variation .5, 1 %, 100 rps", new(100, .01, .01) { Variation = .5 }, Goal.FalseRollbacks(.01)),
        Caught("C10", "1 to 5 % in batches of 10, 100 rps", new(100, .01, .05) { Batch = 10 }, null),
        Caught("C11", "1 to 5 % at variation .5, 100 rps", new(100, .01, .05) { Variation = .5 }, null),
        Of("C12", "rare batches of 10, 100 rps", Rarely(100, 0), Goal.FalseRollbacks(.008)),
    ];

    private static Scene Rarely(double rps, double candidate) => new(rps, 0, candidate) { Batch = 10, BatchRate = Rare };

    private static Cell Caught(string id, string name, Scene scene, double? atLeast) =>
        Of(id, name, scene, atLeast is { } bound ? [Goal.Caught(bound)] : []) with { RegressionFrom = 0 };

    private static Cell Of(string id, string name, Scene scene, params Goal[] goals) =>
        new(id, name, scene, Tellings.Whole, Plans.TwoSteps, goals);
}
