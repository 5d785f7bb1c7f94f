using Canary.Local.CloudWatch.Metrics;
using Canary.Local.CloudWatch.Model;
using FsCheck;
using FsCheck.Xunit;

namespace Canary.Local.Tests.CloudWatch.Metrics;

/// <summary>The statistics, by the page "CloudWatch statistics definitions" of the CloudWatch user guide.</summary>
public sealed class StatisticTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    // "p95 [...] means that 95 percent of the data within the period is lower than this value"
    [InlineData("p95", "1..100", 95)]
    [InlineData("p0", "1..100", 1)]
    [InlineData("p100", "1..100", 100)]
    // "tm90 calculates the average after removing the 10% of data points with the highest values"
    [InlineData("tm90", "1..100", 45.5)]
    // "tm99 [...] is the same as TM(:99%)"
    [InlineData("TM(:90%)", "1..100", 45.5)]
    // "TM(2%:98%) calculates the average after removing the 2% lowest data points and the 2% highest data points"
    [InlineData("TM(2%:98%)", "0 0 3..98 500 500", 50.5)]
    // "TM(150:1000) calculates the average after removing all data points that are lower than or equal to 150, or higher than
    // 1000"
    [InlineData("TM(150:1000)", "1 150 151 1000 1001 9000", 575.5)]
    // "Interquartile mean [...] is equivalent to TM(25%:75%)"
    [InlineData("IQM", "1 2 3 10", 2.5)]
    [InlineData("TM(25%:75%)", "1 2 3 10", 2.5)]
    // "wm98 calculates the average while treating the 2% of the highest values to be equal to the value at the 98th percentile"
    [InlineData("wm98", "1..98 1000 2000", 50.47)]
    // "WM(10%:90%) [treats] the highest 10% of data points to be the value of the 90% boundary, and [...] the lowest 10% [...] of
    // the 10% boundary"
    [InlineData("WM(10%:90%)", "0 2..9 99", 5.5)]
    [InlineData("WM(3:9)", "1..10", 5.7)]
    // "PR(:300) returns the percentage of data points that have a value of 300 or less"
    [InlineData("PR(:300)", "100 300 301 400", 50)]
    // "PR(100:2000) returns the percentage of data points that have a value between 100 and 2000"
    [InlineData("PR(100:2000)", "100 101 2000 2001", 50)]
    // "tc90 returns the number of data points not including any data points that fall in the highest 10% of the values"
    [InlineData("tc90", "1..100", 90)]
    // "TC(0.005:0.030) returns the number of data points with values between 0.005 (exclusive) and 0.030 (inclusive)"
    [InlineData("TC(0.005:0.030)", "0.004 0.005 0.006 0.03 0.031", 2)]
    // "TC(80:500) uses only the values that are between 80 (exclusive) and 500 (inclusive). TC(:0.5) uses only the values that
    // equal 0.5 or are lower."
    [InlineData("TC(80:500)", "80 80.1 500 500.1", 2)]
    [InlineData("TC(:0.5)", "0.4 0.5 0.6", 2)]
    [InlineData("TC(80:)", "80 81 900", 2)]
    [InlineData("TC(10%:90%)", "1..10", 8)]
    // "ts90 returns the sum of the data points not including any data points that fall in the highest 10% of the values"
    [InlineData("ts90", "1..10", 45)]
    // "TS(80%:) returns the sum of the data point values, not including any data points with values in the lowest 80% of the
    // range of values"
    [InlineData("TS(80%:)", "1..10", 19)]
    [InlineData("TS(80:500)", "80 100 500 501", 600)]
    public void Read_AsTheGuideSays_IsWhatItSays(string statistic, string values, double expected) =>
        Assert.Equal(expected, Read(statistic, values)!.Value, 1e-9);

    [Theory]
    [InlineData("TC(100:)", 0.0)]
    [InlineData("TS(100:)", 0.0)]
    [InlineData("PR(100:)", 0.0)]
    [InlineData("TM(100:)", null)]
    public void Read_NothingWithinBounds_CountsNoneAndHasNoMean(string statistic, double? expected) =>
        Assert.Equal(expected, Read(statistic, "1..10"));

    [Theory]
    [InlineData("p50")]
    [InlineData("tc90")]
    [InlineData("PR(:300)")]
    public void Read_NegativeValue_HasNoneOfThem(string statistic)
    {
        Assert.Null(Read(statistic, "-1 1 2"));
        Assert.NotNull(Read("Minimum", "-1 1 2"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("sum")]
    [InlineData("P99")]
    [InlineData("p")]
    [InlineData("p100.1")]
    [InlineData("p99.")]
    [InlineData("p99.12345678901")]
    [InlineData("tm0")]
    [InlineData("TM99")]
    [InlineData("tm(10%:90%)")]
    [InlineData("TM(:)")]
    [InlineData("TM(90%:10%)")]
    [InlineData("TM(5:5)")]
    [InlineData("TM(10%:90)")]
    [InlineData("TM(10:90%)")]
    [InlineData("TM(%:90%)")]
    [InlineData("TM(:101%)")]
    [InlineData("PR(:90%)")]
    [InlineData("PR(10%:90%)")]
    [InlineData("PR(300)")]
    [InlineData("TC( 1:2)")]
    [InlineData("TC(-1:2)")]
    [InlineData("iqm")]
    public void From_NoStatistic_IsNull(string text) => Assert.Null(Statistic.From(text));

    [Property]
    public void Read_BinsOfAnyValues_AddUpToAll(NonEmptyArray<byte> values, byte low, byte high)
    {
        var (from, to) = (Math.Min(low, high), Math.Max(low, high) + 1);
        var text = string.Join(' ', values.Get);

        double Bins(string name) => Read($"{name}(:{from})", text)!.Value + Read(
            $"{name}({from}:{to})", text)!.Value + Read($"{name}({to}:)", text)!.Value;

        Assert.Equal(100, Bins("PR"), 1e-9);
        Assert.Equal(values.Get.Length, Bins("TC"));
        Assert.Equal(values.Get.Sum(value => value), Bins("TS"), 1e-6);
        Assert.Equal(values.Get.Count(value => value > to), Read($"TC({to}:)", text));
    }

    [Property]
    public void Read_TrimmedByPercent_IsMeanTimesCountAndEndsAtThePercentile(NonEmptyArray<byte> values, byte percent)
    {
        var share = 1 + percent % 100;
        var text = string.Join(' ', values.Get);

        Assert.Equal(Read($"ts{share}")!.Value, Read($"tm{share}")!.Value * Read($"tc{share}")!.Value, 1e-6);
        Assert.Equal(values.Get.Order().Take((int)Read($"tc{share}")!.Value).Last(), Read($"p{share}"));

        double? Read(string statistic) => StatisticTests.Read(statistic, text);
    }

    [Fact]
    public void Put_AMillionDifferentValues_KeepsABoundedNumberOfThem()
    {
        var counts = new ValueCounts();
        for (var value = 0; value < 1_000_000; value++) counts.Add(1 + value / 1e4, 1);

        Assert.InRange(counts.Distinct, 1, 9_000 * 3);
        Assert.Equal(
            500_000, counts.Read(StatisticKind.TrimmedCount, new StatisticBounds(null, 51, IsPercent: false))!.Value, 500.0);
    }

    private static double? Read(string statistic, string values)
    {
        var store = new MetricStore();
        foreach (var value in Values(values)) store.Put("Shop", "Wait", [], Start, value, "Seconds");
        var metric = new MetricIdentity("Shop", "Wait", []);
        return store.Read(metric, null, Statistic.From(statistic)!, Start, Start.AddMinutes(1), 60).SingleOrDefault()?.Value;
    }

    private static IEnumerable<double> Values(string text) => text.Split(' ').SelectMany(part => part.Split("..") switch
    {
        [var from, var to] =>
            Enumerable.Range(int.Parse(from, null), int.Parse(to, null) - int.Parse(from, null) + 1)
                .Select(value => (double)value),
        _ => [double.Parse(part, System.Globalization.CultureInfo.InvariantCulture)],
    });
}
