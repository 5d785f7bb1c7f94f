using System.Globalization;
using Canary.Bench.Traffic;

namespace Canary.Bench.Detection;

/// <summary>The scenarios B1 to B16, with what Canary's judge has to reach in each.</summary>
internal static class Scenarios
{
    private const double FalseRollbacks = .008;
    private static readonly Stage[] TwoSteps = [new(.1, 10), new(.5, 10)];
    private static readonly Stage[] Linear = [.. Enumerable.Range(1, 9).Select(i => new Stage(i / 10.0, 1))];
    private static readonly Stage[] FiveMinutes = [new(.1, 5)];
    private static readonly Stage[] Probe = [new(.01, 1), new(.1, 9), new(.5, 10)];
    private static readonly (string Name, Stage[] Stages)[] Plans = [("two steps", TwoSteps), ("linear", Linear)];
    private static readonly double[] Traffic = [1, 10, 100, 1000];
    private static readonly double[] FailureRates = [.001, .01, .05];
    private static readonly int[] LookSeconds = [60, 10];
    private static readonly double[] ChangeSeconds = [15, 30, 45];
    private static readonly Noise[] OwnNoises = [new(Burst: 3), new(Burst: 10), new(Variation: .3), new(Variation: .5)];
    private static readonly (string Name, double From, double Until, double Rate)[] SharedOutages =
        [("outage of both, 30 %, minutes 4-8", 3, 8, .3), ("outage of both, 50 %, across the step", 8, 13, .5)];

    public static IReadOnlyList<Scenario> All { get; } =
    [
        .. NoRegression(),
        .. Detected("B2", 0, 1, [(1, 7), (10, 66), (100, 650), (1000, 6500)], 1),
        .. Detected("B3", 0, 1, [(1, 5), (10, 12), (100, 110), (1000, 1100)], 1, 10),
        .. Detected("B4", .01, .05, [(10, 255), (100, 660)], .99),
        Regression("B5", 0, .005, 10, TwoSteps, Target.Caught(.97), Target.MedianRequests(650), Target.MedianFailed(5)),
        .. Detected("B6", .001, .006, [(100, 2000)], 1),
        .. Detected("B7", .01, .02, [(100, 2660)], 1),
        .. Outages(),
        .. Noises(),
        Late(),
        .. OutagesAsTheWeightChanges(),
        Regression("B12", .001, .006, 100, FiveMinutes, Target.Caught(.88)),
        Regression("B12", .01, .02, 100, FiveMinutes, Target.Caught(.75)),
        Regression("B13", 0, 1, 1000, Probe, Target.Caught(1), Target.MedianFailed(650)),
        .. Latencies(),
        .. BurstScenarios.All,
        .. QuietScenarios.All,
    ];

    private static IEnumerable<Scenario> NoRegression() =>
        from plan in Plans
        from seconds in LookSeconds
        from rate in FailureRates
        from rps in Traffic
        select Same("B1", $"{Percent(rate)}, {plan.Name}", rps, plan.Stages, [new(0, rate, rate)], seconds);

    private static IEnumerable<Scenario> Detected(
        string id, double stable, double candidate, (double Rps, double Requests)[] cells, double caught, int seconds = 60) =>
        cells.Select(
            cell => Regression(
                id, stable, candidate, cell.Rps, TwoSteps, seconds, Target.Caught(caught), Target.MedianRequests(cell.Requests)));

    private static IEnumerable<Scenario> Outages() =>
        from rps in Traffic[1..]
        from outage in SharedOutages
        select Same("B8", outage.Name, rps, TwoSteps, Outage(outage.From, outage.Until, outage.Rate));

    private static IEnumerable<Scenario> Noises() =>
        from rps in Traffic[1..3]
        from noise in OwnNoises
        let kind = noise.Burst > 1
            ? $"in bursts of {noise.Burst}"
            : string.Create(CultureInfo.InvariantCulture, $"with a variation of {noise.Variation}")
        let course = new Course(rps, TwoSteps, [new(0, .01, .01)]) { Noise = noise }
        select new Scenario("B9", $"1 % {kind}, {rps} rps", course, Target.FalseRollbacks(.01));

    private static Scenario Late()
    {
        var course = new Course(100, TwoSteps, [new(0, 0, 0), new(13, .05, 0)]);
        return new("B10", "0 to 5 % from minute 13, 100 rps", course, Target.Caught(1), Target.MedianMinutes(1))
        {
            RegressionFrom = 13,
        };
    }

    // The outage begins at the very moment of the change: that is the worst one.
    private static IEnumerable<Scenario> OutagesAsTheWeightChanges() =>
        from rps in Traffic[2..]
        from second in ChangeSeconds
        let at = 10 + second / 60.0
        select Same(
            "B11",
            $"outage of both, 50 %, {second} s into the minute of the change",
            rps,
            [new(.1, at), new(.5, 20 - at)],
            Outage(at, at + 5, .5));

    // Response times are log-normal with a sigma of 0.5; thresholds are the stable version's 90th and 99th percentile.
    // Of the 10 % slower ones 1.6 times as many are above the 99th percentile, a little more than is tolerated:
    // a few rollbacks are no mistake.
    private static IEnumerable<Scenario> Latencies() =>
    [
        Latency("equal", .1, .01, Target.FalseRollbacks(0)),
        Latency("10 % slower", .13765, .01635, Target.FalseRollbacks(.002)),
        Latency("50 % slower", .31896, .06483, Target.Caught(1), Target.LatestMinute(2)) with { RegressionFrom = 0 },
    ];

    private static Scenario Latency(string name, double slow, double slower, params Target[] targets) =>
        new("B14", $"latency {name}, 100 rps", new(100, TwoSteps, [new(0, slow, .1)]) { Slower = (slower / slow, .1) }, targets)
        {
            ForAll = false,
        };

    private static Rates[] Outage(double from, double until, double rate) =>
        [new(0, .001, .001), new(from, rate, rate), new(until, .001, .001)];

    private static Scenario Same(string id, string name, double rps, Stage[] plan, Rates[] rates, int seconds = 60)
    {
        var course = new Course(rps, plan, rates) { LookSeconds = seconds };
        return new(id, $"{name}, {rps} rps{Looks(seconds)}", course, Target.FalseRollbacks(FalseRollbacks))
        {
            ForAll = seconds == 60,
        };
    }

    private static Scenario Regression(
        string id, double stable, double candidate, double rps, Stage[] plan, params Target[] targets) =>
        Regression(id, stable, candidate, rps, plan, 60, targets);

    private static Scenario Regression(
        string id, double stable, double candidate, double rps, Stage[] plan, int seconds, params Target[] targets)
    {
        var special = plan == Probe ? ", probe step" : plan == FiveMinutes ? ", 5 minutes at 10 %" : "";
        var name = $"{Percent(stable)[..^2]} to {Percent(candidate)}, {rps} rps{special}";
        var course = new Course(rps, plan, [new(0, candidate, stable)]) { LookSeconds = seconds };
        return new(id, name + Looks(seconds), course, targets) { RegressionFrom = 0, ForAll = seconds == 60 };
    }

    private static string Looks(int seconds) => seconds == 60 ? "" : $", looks of {seconds} s";

    private static string Percent(double rate) => string.Create(CultureInfo.InvariantCulture, $"{rate * 100:0.##} %");
}
