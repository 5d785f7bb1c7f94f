using System.Globalization;
using Canary.Analysis;
using Canary.Input;
using Canary.Ports;
using Canary.Rollouts;
using Canary.Rollouts.Plans;
using Canary.Tests.Rollouts;

namespace Canary.Tests.Analysis;

public class BaselineTests
{
    private static readonly DateTimeOffset Until = Given.Time.AddMinutes(-3);
    private static readonly int[] Below99 = [10, 25, 50, 75, 90];

    [Theory]
    [InlineData(OnInconclusive.Promote, "check its name and its dimensions.")]
    [InlineData(OnInconclusive.Rollback, "While it has none, the analysis is inconclusive, and onInconclusive decides.")]
    public void Plan_AMetricThatWasNeverSeen_IsWarnedOf(OnInconclusive policy, string warning)
    {
        var asked = new AnalysisRequest
        {
            Latency = null,
            Metrics = [Compared.Custom(MetricKind.Count, MetricDirection.Increase)],
            OnInconclusive = policy,
        };

        Assert.EndsWith(warning, Assert.Single(Compared.Shifted(asked).Warnings!), StringComparison.Ordinal);
    }

    [Fact]
    public void Requests_OfThreeHours_EndThreeMinutesAgo()
    {
        var request = Baseline.Requests(Given.Request() with { Analysis = new() }, "3", Given.Time.AddSeconds(30))!;

        Assert.Equal((Until.AddMinutes(-180), Until), (request.From, request.Until));
        Assert.Equal(
            ["v_invocations", "v_samples", "v_errors", "v_throttles", "a_invocations", "a_samples", "a_errors", "a_throttles",
                "v_hourly", "v_p10", "v_p25", "v_p50", "v_p75", "v_p90", "v_p99"],
            request.Queries.Select(query => query.Id));
        Assert.All(request.Queries, query => Assert.Equal(query.Id[2] is 'h' or 'p' ? 3_600 : 60, query.Period));
        Assert.All(request.Queries, query => Assert.Equal(
            query.Id[0] == 'v' ? "3" : null,
            query.Source!.Dimensions.GetValueOrDefault("ExecutedVersion")));
    }

    // Each query has its price, and the alias's tell nothing new where the version's own tell enough.
    [Theory]
    [InlineData(100, 500, "", "v_durations v_slow0 v_slow1")]
    [InlineData(99, 99, "", "v_durations v_slow0 v_slow1 a_durations a_slow0 a_slow1")]
    [InlineData(
        99, 100, "a_hourly a_p10 a_p25 a_p50 a_p75 a_p90 a_p99", "v_durations v_slow0 v_slow1 a_durations a_slow0 a_slow1")]
    public void OfTheAlias_TooFewRequestsOfTheVersion_IsWhatTheAliasTells(double requests, double all, string more, string slow)
    {
        var request = Given.Request() with { Analysis = new() };
        var own = Reading([.. Hours("v", (requests, 200)), ("a_invocations", Until.AddMinutes(-1), all)]);

        Assert.Equal(more, Ids(Baseline.OfTheAlias(request, "3", Given.Time, own)));
        Assert.Equal(slow, Ids(Baseline.Slow(request, "3", Given.Time, own.And(Reading(Hours("a", (500, 200)))))));

        static string Ids(MetricRequest? asked) => string.Join(' ', asked?.Queries.Select(query => query.Id) ?? []);
    }

    [Fact]
    public void OfTheAlias_LatencyIsNotCompared_IsNothing() => Assert.Null(Baseline.OfTheAlias(
        Given.Request() with { Analysis = new() { Latency = null } }, "3", Given.Time, Compared.NothingRead));

    [Fact]
    public void Requests_NothingIsCompared_IsNothing()
    {
        Assert.Null(Baseline.Requests(Given.Request(), "3", Given.Time));
        Assert.Null(Baseline.Requests(Given.Request(Given.Step(100, 600)) with { Analysis = new() }, "3", Given.Time));
    }

    // Of 200, 300 and 900 ms, an hour counting as its requests, the middle one is 300; slow is 5 ms more.
    [Theory]
    [InlineData(100, 100, 100, 305)]
    [InlineData(10, 10, 100, 905)]
    [InlineData(1_000, 10, 10, 205)]
    public void Plan_TheThresholds_AreTheMiddleHoursPercentilesAndFiveMillisecondsMore(
        double first, double second, double third, double slow)
    {
        var plan = Plan(Hours("v", (first, 200), (second, 300), (third, 900)));

        Assert.Equal([slow, slow + 100], plan.Slow!.Select(one => one.Milliseconds));
    }

    [Theory]
    [InlineData(99, false)]
    [InlineData(100, true)]
    public void Plan_FewRequestsBefore_SayNothingOfWhatIsSlow(double requests, bool judged) =>
        Assert.Equal(judged, Plan(Hours("v", (requests, 200))).Slow is not null);

    [Fact]
    public void Plan_TheVersionsOwnHours_ComeBeforeTheAliass()
    {
        var plan = Plan([.. Hours("v", (100, 200)), .. Hours("a", (100, 500), (10, 600))]);

        Assert.Equal(205, plan.Slow![0].Milliseconds);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(double.NaN)]
    [InlineData(-5)]
    [InlineData(double.PositiveInfinity)]
    public void Plan_OddHours_AreLeftOut(double requests) =>
        Assert.Equal(205, Plan(Hours("v", (requests, 900), (200, 200))).Slow![0].Milliseconds);

    [Fact]
    public void Plan_AnHourWithoutPercentiles_IsLeftOut() =>
        Assert.Null(Plan([("v_hourly", Until.AddHours(-1), 500)]).Slow);

    [Fact]
    public void Plan_SteadyFailures_AreSteady() => Assert.False(Plan(Failures(_ => 5)).Errors!.IsBursty);

    [Fact]
    public void Plan_FailuresInBursts_AreMeasured()
    {
        var calibration = Plan(Failures(minute => minute % 9 == 0 ? 45 : 0)).Errors!;

        Assert.True(calibration.IsBursty);
        Assert.Equal(.45, calibration.WorstRate, 1e-9);
    }

    [Fact]
    public void Plan_FailuresOfTheAliasOnly_AreTheStableVersions() =>
        Assert.True(Plan(Failures(minute => minute % 9 == 0 ? 45 : 0, "a")).Errors!.IsBursty);

    [Fact]
    public void Plan_TheVersionsOwnMinutes_ComeBeforeTheAliass() => Assert.False(
        Plan([.. Failures(_ => 5), .. Failures(minute => minute % 9 == 0 ? 45 : 0, "a")]).Errors!.IsBursty);

    [Fact]
    public void Plan_ACountedMetricInBursts_IsMeasured()
    {
        var asked = new AnalysisRequest { Metrics = [Compared.Custom(MetricKind.Count, MetricDirection.Increase)] };
        var bursts = Enumerable.Range(1, 180)
            .Where(minute => minute % 9 == 0)
            .Select(minute => ("v_metric0", Until.AddMinutes(-minute), 45.0));

        Assert.True(Plan([.. Failures(_ => 0), .. bursts], asked).Metrics![0].Calibration.IsBursty);
        Assert.False(Plan(Failures(_ => 0), asked).Metrics![0].Calibration.IsBursty);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-1e300)]
    public void Plan_ACountedMetricOfOddValues_DoesNotBreakThePlan(double value)
    {
        var asked = new AnalysisRequest { Metrics = [Compared.Custom(MetricKind.Count, MetricDirection.Decrease)] };

        Assert.NotNull(Plan([.. Failures(_ => 0), ("v_metric0", Until.AddMinutes(-5), value)], asked).Metrics);
    }

    [Fact]
    public void Plan_TheMinutesOfBothVersions_AreThoseOfTheSharedSteps()
    {
        var request = Given.Request(Given.Step(10, 300), Given.Step(50, 630), Given.Step(100, 600)) with { Analysis = new() };

        Assert.Equal(15, Baseline.Known(request, "3", new(Compared.NothingRead, null))!.PlannedMinutes);
    }

    // Sixty of a hundred requests take 20 ms, forty 200; then twenty and eighty; ninety-five and five;
    // and a third each of 20, 200 and 2,000. In the gap, what is slow for those before it is half as much again.
    [Theory]
    [InlineData("15 19 27 182 245 360", "46 250 365", "46")]
    [InlineData("20 170 190 220 280 380", "35 285 385", "35")]
    [InlineData("14 16 20 25 33 260", "38 265", "")]
    [InlineData("14 24 200 1640 2340 3500", "41 305 2345 3505", "41 305")]
    [InlineData("30 70 200 500 1000 2500", "1005 2505", "")]
    [InlineData("1 1 1 2 2 3", "7 8", "")]
    [InlineData("1 1 1 4 4 4", "9", "")]
    [InlineData("0 0 0 40 40 40", "5 45", "5")]
    public void Plan_AGapBetweenTheDurations_HasAThreshold(string percentiles, string thresholds, string ofQuickRequests)
    {
        var hour = percentiles.Split(' ').Zip(SlowRequests.Percents, (value, percent) =>
            ($"v_p{percent}", Until, double.Parse(value, CultureInfo.InvariantCulture)));

        var plan = Plan([("v_hourly", Until, 1_000), .. hour]).Slow!;

        Assert.Equal(thresholds, string.Join(' ', plan.Select(slow => slow.Milliseconds)));
        Assert.Equal(ofQuickRequests, string.Join(' ', plan.Where(slow => slow.CountsQuick).Select(slow => slow.Milliseconds)));
    }

    private static AnalysisMemory Plan(
        IReadOnlyList<(string Id, DateTimeOffset Time, double Value)> data, AnalysisRequest? asked = null)
    {
        var request = Given.Request() with { Analysis = asked ?? new() };
        var reading = Reading(data);
        var slow = Baseline.Slow(request, "3", Given.Time, reading);
        return Baseline.Known(request, "3", new(reading, slow is null ? null : Compared.NothingRead))!;
    }

    private static MetricReading Reading(IReadOnlyList<(string Id, DateTimeOffset Time, double Value)> data) =>
        new(data.GroupBy(one => one.Id).ToDictionary(
            group => group.Key,
            IReadOnlyDictionary<DateTimeOffset, double> (group) => group.ToDictionary(one => one.Time, one => one.Value)));

    private static IReadOnlyList<(string Id, DateTimeOffset Time, double Value)> Hours(
        string prefix, params (double Requests, double Milliseconds)[] hours) =>
    [
        .. hours.SelectMany((hour, i) => new[]
        {
            ($"{prefix}_hourly", Until.AddHours(-i), hour.Requests),
            ($"{prefix}_p99", Until.AddHours(-i), hour.Milliseconds + 100),
        }.Concat(Below99.Select(percent => ($"{prefix}_p{percent}", Until.AddHours(-i), hour.Milliseconds)))),
    ];

    private static IReadOnlyList<(string Id, DateTimeOffset Time, double Value)> Failures(
        Func<int, double> failed, string prefix = "v") =>
    [
        .. Enumerable.Range(1, 180).SelectMany(minute => new[]
        {
            ($"{prefix}_invocations", Until.AddMinutes(-minute), 100),
            ($"{prefix}_samples", Until.AddMinutes(-minute), 100),
            ($"{prefix}_errors", Until.AddMinutes(-minute), failed(minute)),
        }),
    ];
}
