using System.Globalization;
using Canary.Bench.Traffic;

namespace Canary.Bench.Detection;

/// <summary>The scenarios B16: functions that have a few requests a minute, for an hour.</summary>
internal static class QuietScenarios
{
    private const string Id = "B16";
    private const int Hour = 60;
    private const double FalseRollbacks = .008;
    private static readonly double[] Same = [0, .01, .2];
    private static readonly (double From, double Until, double Rate)[] SharedOutages = [(20, 40, .5), (20, 40, 1)];

    public static IReadOnlyList<Scenario> All { get; } =
    [
        .. from even in new[] { true, false }
           from rate in new[] { 1.0, 2 }
           from scenario in Half(rate, even)
           select scenario,
        .. new[] { 1.25, 5 }.SelectMany(rate => Half(rate, true)),
        .. SharedOutages.Select(outage => Of(
            $"outage of both, {Percent(outage.Rate)}, 20 minutes", 1, .5, true,
            [new(0, 0, 0), new(outage.From, outage.Rate, outage.Rate), new(outage.Until, 0, 0)], FalseRollback)),
        // Three bad requests must have come: that many have come to the candidate in 54 and in 94 of 100 such hours.
        Regression(0, 1, 1, .05, .3),
        Regression(0, 1, 1, .1, .8),
        Regression(0, 1, 1, .9, .6),
    ];

    private static Target FalseRollback => Target.FalseRollbacks(FalseRollbacks);

    private static IEnumerable<Scenario> Half(double rate, bool even) =>
    [
        .. Same.Select(bad => Of(Percent(bad), rate, .5, even, [new(0, bad, bad)], FalseRollback)),
        Regression(0, 1, rate, .5, .95, even),
        Regression(.01, .5, rate, .5, .8, even),
    ];

    private static Scenario Regression(
        double stable, double candidate, double rate, double weight, double caught, bool even = true) => Of(
            $"{Percent(stable)[..^2]} to {Percent(candidate)}", rate, weight, even, [new(0, candidate, stable)],
            Target.Caught(caught)) with
        { RegressionFrom = 0 };

    private static Scenario Of(string name, double rate, double weight, bool even, Rates[] rates, Target target)
    {
        var course = new Course(rate / 60, [new(weight, Hour)], rates) { IsEven = even };
        var flow = string.Create(CultureInfo.InvariantCulture, $"{rate} a minute{(even ? ", evenly" : "")}, {Percent(weight)}");
        return new(Id, $"{name}, {flow} for an hour", course, target) { ForAll = weight == .5 };
    }

    private static string Percent(double rate) => string.Create(CultureInfo.InvariantCulture, $"{rate * 100:0.##} %");
}
