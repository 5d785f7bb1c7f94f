using System.Globalization;
using Canary.Bench.Traffic;

namespace Canary.Bench.Detection;

/// <summary>
/// B15: strong bursts of each version for itself, most of them rarer or larger than B9's, and regressions that must be seen in
/// spite of them.
/// </summary>
internal static class BurstScenarios
{
    private static readonly Stage[] TwoSteps = [new(.1, 10), new(.5, 10)];
    private static readonly Noise Varying = new(Variation: 1) { IsGamma = true };
    private static readonly Noise OnceAnHour = new(Burst: 10) { BurstsPerRequest = 1.0 / 36_000 };

    public static IReadOnlyList<Scenario> All { get; } =
    [
        Same("1 % in batches of 50", 100, .01, new(Burst: 50), .008),
        Same("1 % in batches of 300", 300, .01, new(Burst: 300), .01),
        Same("1 % with a variation of 1", 300, .01, Varying, .01),
        Same("1 % with a variation of 1", 3000, .01, Varying, .01),
        Same("10 at once, once an hour", 10, 0, OnceAnHour, .008),
        Worse("10 at once, once an hour, 0 to 0.5 %", 10, 0, .005, OnceAnHour, Target.Caught(.8)),
        Worse(
            "10 at once, once an hour, 0 to 100 %",
            10,
            0,
            1,
            OnceAnHour,
            Target.Caught(1),
            Target.MedianMinutes(1),
            Target.LatestMinute(2)),
        Worse("1 to 20 % in batches of 50", 100, .01, .2, new(Burst: 50), Target.Caught(1)),
        Worse("1 to 10 % with a variation of 1", 300, .01, .1, Varying, Target.Caught(.8)),
    ];

    private static Scenario Same(string name, double rps, double rate, Noise noise, double falseRollbacks) =>
        new("B15", Named(name, rps), Course(rps, rate, rate, noise), Target.FalseRollbacks(falseRollbacks));

    private static Scenario Worse(
        string name, double rps, double stable, double candidate, Noise noise, params Target[] targets) =>
        new("B15", Named(name, rps), Course(rps, stable, candidate, noise), targets) { RegressionFrom = 0 };

    private static string Named(string name, double rps) => string.Create(CultureInfo.InvariantCulture, $"{name}, {rps} rps");

    private static Course Course(double rps, double stable, double candidate, Noise noise) =>
        new(rps, TwoSteps, [new(0, candidate, stable)]) { Noise = noise };
}
