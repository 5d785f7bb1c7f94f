using Canary.Local.CloudWatch.Metrics;
using Canary.Local.CloudWatch.Model;
using FsCheck.Xunit;

namespace Canary.Local.Tests.CloudWatch.Metrics;

public sealed class MetricStoreTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly MetricIdentity Metric = new("Shop", "Carts", []);

    [Property]
    public void Read_AfterAnyPuts_IsWhatCountingByHandGives((byte Second, byte Value)[] puts, byte minutes)
    {
        var period = 60 * (1 + minutes % 4);
        var store = new MetricStore();
        foreach (var (second, value) in puts) store.Put("Shop", "Carts", [], Start.AddSeconds(second * 3), value, "Count");

        List<MetricPoint> Read(
            string statistic) => [.. store.Read(Metric, null, Statistic.From(statistic)!, Start, Start.AddHours(1), period)];

        var byHand = puts.GroupBy(put => put.Second * 3 / period, put => (double)put.Value).OrderBy(group => group.Key).ToList();
        Assert.Equal(byHand.Select(group => group.Sum()), Read("Sum").Select(point => point.Value));
        Assert.Equal(byHand.Select(group => group.Max()), Read("Maximum").Select(point => point.Value));
        Assert.Equal(byHand.Select(group => (double)group.Count()), Read("Minimum").Select(point => point.SampleCount));
        Assert.Equal(
            byHand.Select(group => group.Order().ElementAt((group.Count() + 1) / 2 - 1)),
            Read("p50").Select(point => point.Value));
        Assert.Equal(
            byHand.Select(group => Start.AddSeconds(group.Key * (double)period)),
            Read("Average").Select(point => point.Timestamp));
    }

    [Fact]
    public async Task Put_FromManyThreads_LosesNothing()
    {
        var store = new MetricStore();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(worker => Task.Run(() =>
        {
            for (var put = 0; put < 1000; put++)
                store.Put("Shop", "Carts", [], Start.AddSeconds((put + worker) % 120), 1, "Count");
        })));

        Assert.Equal(4000, store.Read(Metric, "Count", Statistic.From("Sum")!, Start, Start.AddHours(1), 3600).Single().Value);
    }

    [Theory]
    [InlineData(1234.4, 1234)]
    [InlineData(0.00123456, 0.001235)]
    [InlineData(98764, 98760)]
    [InlineData(1e-320, 1e-320)]
    public void Read_Percentile_KeepsFourDigits(double middle, double expected)
    {
        var store = new MetricStore();
        foreach (var value in new[] { 0, middle, 2 * middle }) store.Put("Shop", "Carts", [], Start, value, "Count");

        var median = store.Read(Metric, "Count", Statistic.From("p50")!, Start, Start.AddMinutes(1), 60).Single().Value;

        Assert.Equal(expected, median, expected * 1e-9);
    }
}
