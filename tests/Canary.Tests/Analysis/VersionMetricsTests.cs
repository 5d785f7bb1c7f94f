using Canary.Analysis;
using Canary.Ports;
using Canary.Rollouts.Plans;
using Canary.Statistics;
using Canary.Tests.Rollouts;

namespace Canary.Tests.Analysis;

public class VersionMetricsTests
{
    private static readonly VersionMetrics Version = new("c", "orders", "live", "4");

    [Theory]
    [InlineData("orders")]
    [InlineData("123456789012:function:orders")]
    [InlineData("arn:aws:lambda:us-east-1:123456789012:function:orders")]
    public void Asked_AnyFormOfTheFunctionsName_TheDimensionsAreThoseOfTheVersion(string name)
    {
        var request = VersionComparison.Asked(Compared.Shifted() with { Function = name }, MetricWorld.At(30))!;

        Assert.All(request.Queries, query => Assert.Equal(
            [("ExecutedVersion", query.Id[0] == 'c' ? "4" : "3"), ("FunctionName", "orders"), ("Resource", "orders:live")],
            query.Source!.Dimensions.Select(one => (one.Key, one.Value)).Order()));
    }

    [Fact]
    public void OfTheAlias_HasNoVersion() => Assert.Equal(
        new Dictionary<string, string> { ["FunctionName"] = "orders", ["Resource"] = "orders:live" },
        (Version with { Version = null }).Errors.Source!.Dimensions);

    [Theory]
    [InlineData(230, "TC(230:)")]
    [InlineData(1_234_567, "TC(1234567:)")]
    [InlineData(.5, "TC(0.5:)")]
    public void Slow_TheThreshold_IsATrimmedCount(double milliseconds, string stat) => Assert.Equal(
        ("c_slow1", "Duration", stat), (Version.Slow(
            1, milliseconds).Id, Version.Slow(1, milliseconds).Source!.MetricName, Version.Slow(1, milliseconds).Source!.Stat));

    [Fact]
    public void Custom_OneMetric_HasTheRolloutsNamesInItsDimensions()
    {
        var metric = Metric(null, ("only", "{function}/{alias}/{version}"));

        var query = Assert.Single(Version.Custom(2, metric));

        Assert.Equal(("c_metric2", "orders/live/4", true), (query.Id, query.Source!.Dimensions["at"], query.IsWanted));
    }

    [Theory]
    [InlineData(null, 5d, true)]
    [InlineData(0d, 5d, true)]
    [InlineData(1d, 5d, false)]
    [InlineData(0d, 0d, false)]
    [InlineData(0d, null, false)]
    public void WasThrottled_OnlyWhereNoneOfTheRequestsWasTaken_IsTrue(double? requests, double? throttles, bool wasThrottled) =>
        Assert.Equal(wasThrottled, Version.WasThrottled(Reading(requests, null, null, throttles), Given.Time));

    [Theory]
    [InlineData("m1 + m2 / m1", "c0 + c1 / c0")]
    [InlineData("IF(m1>1e3,m11,m1)", "IF(c0>1e3,m11,c0)")]
    [InlineData("SUM([m1,m2])", "SUM([c0,c1])")]
    [InlineData("m1 + INSIGHT_RULE_METRIC('m1', Sum)", "c0 + INSIGHT_RULE_METRIC('m1', Sum)")]
    [InlineData("m1\n+\tm2", "c0\n+\tc1")]
    public void Custom_AnExpression_NamesItsSourcesByTheirNewIds(string expression, string renamed)
    {
        var queries = Version.Custom(0, Metric(expression, ("m1", "{version}"), ("m2", "{version}"))).ToList();

        Assert.Equal(["c0", "c1", "c_metric0"], queries.Select(query => query.Id));
        Assert.Equal([false, false, true], queries.Select(query => query.IsWanted));
        Assert.Equal(renamed, queries[2].Expression);
    }

    [Fact]
    public void Asked_SourcesByTheNamesOfOtherQueries_DoNotCollide()
    {
        var odd = Metric("errors + metric1 + slow0", ("errors", "{version}"), ("metric1", "{version}"), ("slow0", "{version}"));
        var rollout = Compared.Shifted(new() { Metrics = [odd, odd with { Name = "b" }] }).WithLatency(200);

        var ids = VersionComparison.Asked(rollout, MetricWorld.At(30))!.Queries.Select(query => query.Id).ToList();

        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches("^[a-z][a-zA-Z0-9_]*$", id));
    }

    [Theory]
    [InlineData(null, null, null, null, 0, 0)]
    [InlineData(10.0, 10.0, 2.0, null, 10, 2)]
    [InlineData(10.0, 6.0, 2.0, null, 6, 2)]
    [InlineData(null, 6.0, 2.0, null, 6, 2)]
    [InlineData(10.0, 10.0, 2.0, 5.0, 15, 7)]
    [InlineData(10.4, 10.4, 1.6, null, 10, 2)]
    [InlineData(double.NaN, double.NaN, double.NaN, -1.0, 0, 0)]
    [InlineData(1e300, 1e300, double.PositiveInfinity, null, 1_000_000_000_000, 1_000_000_000_000)]
    public void Failed_WhatWasTold_IsCounted(
        double? requests, double? samples, double? errors, double? throttles, long all, long failed) =>
        Assert.Equal(
            new Counts(all, failed),
            Version.Failed(Reading(requests, samples, errors, throttles), Given.Time, withThrottles: true, missingIsZero: false));

    [Theory]
    [InlineData(10.0, null, null)]
    [InlineData(10.0, 10.0, null)]
    [InlineData(10.0, null, 2.0)]
    [InlineData(null, 10.0, null)]
    public void Failed_OneHalfIsMissing_IsNotKnown(double? requests, double? samples, double? errors) =>
        Assert.Null(
            Version.Failed(Reading(requests, samples, errors, null), Given.Time, withThrottles: true, missingIsZero: false));

    [Theory]
    [InlineData(10.0, null, null, 10, 0)]
    [InlineData(10.0, 2.0, 2.0, 10, 2)]
    public void Failed_WhereLambdaTellsOfNoZeros_WhatIsMissingDidNotHappen(
        double? requests, double? samples, double? errors, long all, long failed) => Assert.Equal(
        new Counts(all, failed),
        Version.Failed(Reading(requests, samples, errors, null), Given.Time, withThrottles: true, missingIsZero: true));

    private static MetricReading Reading(double? requests, double? samples, double? errors, double? throttles) => new(
        new (string Id, double? Value)[]
        {
            ("c_invocations", requests),
            ("c_samples", samples),
            ("c_errors", errors),
            ("c_throttles", throttles),
        }
            .Where(one => one.Value is not null)
            .ToDictionary(one => one.Id, IReadOnlyDictionary<DateTimeOffset, double> (one) =>
                new Dictionary<DateTimeOffset, double> { [Given.Time] = one.Value!.Value }));

    private static CustomMetric Metric(string? expression, params (string Id, string At)[] sources) => new(
        "a", MetricKind.Count, MetricDirection.Increase, ToleranceChoice.Custom,
        sources.ToDictionary(
            one => one.Id,
            one => new MetricSource("Shop", "Declined", "Sum", new Dictionary<string, string> { ["at"] = one.At })), expression);
}
