using System.Collections.Concurrent;
using Canary.Local.CloudWatch.Metrics;

namespace Canary.Local.Tests.Lambda;

/// <summary>Keeps every observation as one line: metric, dimensions, value.</summary>
internal sealed class RecordingSink : IMetricSink
{
    public ConcurrentQueue<(
        string Name, string Dimensions, DateTimeOffset Timestamp, double Value, string Unit)> Observations
    { get; } = new();

    public void Put(
        string metricNamespace,
        string name,
        IReadOnlyList<KeyValuePair<string, string>> dimensions,
        DateTimeOffset timestamp,
        double value,
        string unit)
    {
        Assert.Equal("AWS/Lambda", metricNamespace);
        Observations.Enqueue(
            (
                name,
                string.Join(",", dimensions.Select(dimension => $"{dimension.Key}={dimension.Value}")),
                timestamp,
                value,
                unit));
    }

    public double Sum(string name, string dimensions) =>
        Observations.Where(seen => seen.Name == name && seen.Dimensions == dimensions).Sum(seen => seen.Value);

    public IEnumerable<string> DimensionsOf(string name) =>
        Observations.Where(seen => seen.Name == name).Select(seen => seen.Dimensions);
}
