using Canary.Local.CloudWatch.Model;
using Canary.Local.Wire;

namespace Canary.Local.Tests.CloudWatch.Metrics;

public sealed class GetMetricDataTests : IDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly MetricIdentity Errors = new("AWS/Lambda", "Errors", CloudWatchUnderTest.Errors.Dimensions);
    private readonly CloudWatchUnderTest _cloud = new();

    public static TheoryData<string, IReadOnlyList<MetricStatQuery>> Refused => new()
    {
        { "The parameter MetricDataQueries is required.", [] },
        {
            "The collection MetricDataQueries must not have a size greater than 500.",
            [.. Enumerable.Range(0, 501).Select(number => new MetricStatQuery($"m{number}", Errors, "Sum", 60))]
        },
        {
            "The value Bad for parameter Id is not matching the expected pattern ^[a-z][a-zA-Z0-9_]*$.",
            [new("Bad", Errors, "Sum", 60)]
        },
        {
            "The values for parameter id in MetricDataQueries are not unique.",
            [new("m", Errors, "Sum", 60), new("m", Errors, "Average", 60)]
        },
        {
            "The value 45 for parameter MetricDataQueries.member.1.MetricStat.Period must be 1, "
            + "5, 10, 20, 30 or a multiple of 60.",
            [new("m", Errors, "Sum", 45)]
        },
        {
            "1 validation error detected: Value '0' at "
            + "'metricDataQueries.2.member.metricStat.period' failed to satisfy constraint: "
                + "Member must have value greater than or equal to 1",
            [new("m", Errors, "Sum", 60), new("n", Errors, "Sum", 0)]
        },
        {
            "The value TM(10%:90) for parameter MetricDataQueries.member.1.MetricStat.Stat is not supported: write "
            + "Maximum, SampleCount, Sum, Minimum, "
                + "Average, p99.9, tm99, TM(2%:98%), TC(80:500), TS(80%:), wm98, PR(:300) or IQM.",
            [new("m", Errors, "TM(10%:90)", 60)]
        },
        {
            "Canary.Local does not support the dynamic Label ${MAX} of the query m.",
            [new("m", Errors, "Sum", 60, Label: "${MAX}")]
        },
    };

    public void Dispose() => _cloud.Dispose();

    [Theory]
    [InlineData("Sum", 10)]
    [InlineData("Average", 2.5)]
    [InlineData("Minimum", 1)]
    [InlineData("Maximum", 4)]
    [InlineData("SampleCount", 4)]
    [InlineData("p50", 2)]
    [InlineData("p75.5", 4)]
    [InlineData("p100", 4)]
    public void GetMetricData_AnyStatistic_IsComputedOverThePeriod(string statistic, double expected)
    {
        foreach (var value in new[] { 3, 1, 4, 2 }) _cloud.PutError(value, 3);

        Assert.Equal([expected], Ask(new("m", Errors, statistic, 60)).Points.Select(point => point.Value));
    }

    [Fact]
    public void GetMetricData_Span_StartsInclusiveAndEndsExclusiveNewestFirst()
    {
        for (var minute = 0; minute <= 5; minute++) _cloud.PutError(minute, minute);
        var span = new MetricSpan(Noon.AddMinutes(-4).AddSeconds(20), Noon.AddMinutes(-1));

        var newestFirst = _cloud.Service.GetMetricData([new MetricStatQuery("m", Errors, "Sum", 60)], span).Single();
        var oldestFirst = _cloud.Service.GetMetricData([new MetricStatQuery("m", Errors, "Sum", 60)], span, oldestFirst: true)
            .Single();

        Assert.Equal([2, 3, 4], newestFirst.Points.Select(point => point.Value));
        Assert.Equal([4, 3, 2], oldestFirst.Points.Select(point => point.Value));
        Assert.Equal(Noon.AddMinutes(-4), oldestFirst.Points[0].Timestamp);
    }

    [Fact]
    public void GetMetricData_LongerPeriod_MergesMinutesAndPercentiles()
    {
        for (var minute = 1; minute <= 10; minute++) _cloud.PutError(minute, minute);
        var span = new MetricSpan(Noon.AddMinutes(-10), Noon);

        var results = _cloud.Service.GetMetricData(
            [new MetricStatQuery("sum", Errors, "Sum", 300), new MetricStatQuery("p", Errors, "p60", 300)], span);

        Assert.Equal([15, 40], results[0].Points.Select(point => point.Value));
        Assert.Equal([3, 8], results[1].Points.Select(point => point.Value));
    }

    [Fact]
    public void GetMetricData_OneMinuteMetricByTenSeconds_HasDataAtTheFullMinuteOnly()
    {
        _cloud.PutError(1, 0.5);

        Assert.Equal([Noon.AddMinutes(-1)], Ask(new("m", Errors, "Sum", 10)).Points.Select(point => point.Timestamp));
    }

    [Fact]
    public void GetMetricData_HighResolutionMetricByTenSeconds_HasDataWhereItWasPut()
    {
        _cloud.Service.PutMetricData(
            "Shop", [new() { MetricName = "Carts", Value = 7, Timestamp = Noon.AddSeconds(-25), StorageResolution = 1 }]);
        var carts = new MetricIdentity("Shop", "Carts", []);

        Assert.Equal([Noon.AddSeconds(-30)], Ask(new("m", carts, "Sum", 10)).Points.Select(point => point.Timestamp));
        Assert.Equal([Noon.AddMinutes(-1)], Ask(new("m", carts, "Sum", 60)).Points.Select(point => point.Timestamp));
    }

    [Fact]
    public void GetMetricData_OtherDimensions_AreOtherMetrics()
    {
        _cloud.PutError(1, 1);

        Assert.Empty(Ask(new("m", new("AWS/Lambda", "Errors", []), "Sum", 60)).Points);
        Assert.Empty(
            Ask(
                new(
                    "m",
                    new("AWS/Lambda", "Errors", [.. Errors.Dimensions, KeyValuePair.Create("Resource", "orders:live")]),
                    "Sum",
                    60)).Points);
    }

    [Fact]
    public void GetMetricData_DimensionsInAnotherOrder_AreTheSameMetric()
    {
        KeyValuePair<string, string>[] dimensions = [
            KeyValuePair.Create("Resource", "orders:live"), KeyValuePair.Create("FunctionName", "orders"),
        ];
        _cloud.Service.Metrics.Put("AWS/Lambda", "Errors", dimensions, Noon.AddMinutes(-1), 1, "Count");

        Assert.Single(Ask(new("m", new("AWS/Lambda", "Errors", dimensions.Reverse()), "Sum", 60)).Points);
    }

    [Fact]
    public void GetMetricData_SeveralUnits_AreNeverMixed()
    {
        foreach (var (unit, value) in new[] { ("Seconds", 1), ("Milliseconds", 1000) })
            _cloud.Service.PutMetricData(
                "Shop", [new() { MetricName = "Wait", Value = value, Unit = unit, Timestamp = Noon.AddMinutes(-1) }]);
        var wait = new MetricIdentity("Shop", "Wait", []);

        var any = Ask(new("m", wait, "Sum", 60));

        Assert.Equal([1000], any.Points.Select(point => point.Value));
        Assert.Equal(["Milliseconds", "Seconds"], any.OtherUnits);
        Assert.Equal([1], Ask(new("m", wait, "Sum", 60, "Seconds")).Points.Select(point => point.Value));
    }

    [Theory]
    [InlineData("Sum", 60, "Sum", 60, "Errors|Errors")]
    [InlineData("Sum", 60, "Average", 60, "Errors Sum|Errors Average")]
    [InlineData("Sum", 60, "Sum", 30, "Errors 60|Errors 30")]
    [InlineData("Sum", 60, "Average", 30, "Errors Sum 60|Errors Average 30")]
    public void GetMetricData_NoLabel_TellsTheQueriesApart(
        string first, int firstPeriod, string second, int secondPeriod, string expected)
    {
        var results = _cloud.Service.GetMetricData(
            [
                new MetricStatQuery("a", Errors, first, firstPeriod), new MetricStatQuery("b", Errors, second, secondPeriod),
                new MetricStatQuery("c", Errors, first, firstPeriod, ReturnData: false),
            ], Hour);

        Assert.Equal(expected, string.Join('|', results.Select(result => result.Label)));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void GetMetricData_Wrong_IsRefused(string message, IReadOnlyList<MetricStatQuery> queries)
    {
        var refusal = Assert.Throws<AwsException>(() => _cloud.Service.GetMetricData(queries, Hour));

        Assert.Equal(("ValidationException", message), (refusal.Code, refusal.Message));
    }

    [Fact]
    public void GetMetricData_EndsWhereItStarts_IsRefused()
    {
        var refusal = Assert.Throws<AwsException>(
            () => _cloud.Service.GetMetricData([new MetricStatQuery("m", Errors, "Sum", 60)], new MetricSpan(Noon, Noon)));

        Assert.Equal("The parameter StartTime must be less than the parameter EndTime.", refusal.Message);
    }

    [Fact]
    public void GetMetricData_OlderThanRetention_IsForgotten()
    {
        _cloud.PutError(1, 16 * 24 * 60);
        _cloud.PutError(1, 1);

        var results = _cloud.Service.GetMetricData(
            [new MetricStatQuery("m", Errors, "Sum", 60)], new MetricSpan(Noon.AddDays(-20), Noon));

        Assert.Single(results.Single().Points);
    }

    private static MetricSpan Hour => new(Noon.AddHours(-1), Noon);

    private MetricDataResult Ask(MetricStatQuery query) => _cloud.Service.GetMetricData([query], Hour).Single();
}
