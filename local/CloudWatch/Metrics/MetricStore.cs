using System.Collections.Concurrent;
using Canary.Local.CloudWatch.Model;

namespace Canary.Local.CloudWatch.Metrics;

/// <summary>Every metric of the account, aggregated as it arrives. Thread-safe.</summary>
public sealed class MetricStore : IMetricSink
{
    private const int Standard = 60;
    private readonly ConcurrentDictionary<MetricIdentity, ConcurrentDictionary<string, MetricSeries>> _metrics = [];

    /// <summary>The metrics that have ever had data, in no order.</summary>
    public ICollection<MetricIdentity> Identities => _metrics.Keys;

    /// <inheritdoc/>
    public void Put(
        string metricNamespace,
        string name,
        IReadOnlyList<KeyValuePair<string, string>> dimensions,
        DateTimeOffset timestamp,
        double value,
        string unit) =>
        Series(
            new MetricIdentity(metricNamespace, name, dimensions),
            unit).Record(timestamp, Standard, aggregate => aggregate.Add(value));

    /// <summary>The units in which a metric has been put, in alphabetical order.</summary>
    public IReadOnlyList<string> Units(MetricIdentity metric) =>
        _metrics.TryGetValue(metric, out var units) ? [.. units.Keys.Order(StringComparer.Ordinal)] : [];

    /// <summary>The periods with data that begin in [start, end), oldest first.</summary>
    /// <param name="metric">Which metric.</param>
    /// <param name="unit">Null takes the first of <see cref="Units"/>: units are never mixed.</param>
    /// <param name="statistic">What to compute.</param>
    /// <param name="start">Where the first period begins.</param>
    /// <param name="end">Exclusive.</param>
    /// <param name="period">In seconds.</param>
    public IReadOnlyList<MetricPoint> Read(
        MetricIdentity metric, string? unit, Statistic statistic, DateTimeOffset start, DateTimeOffset end, int period) =>
        (unit ?? (Units(metric) is [var first, ..] ? first : null)) is { } wanted
        && _metrics.TryGetValue(metric, out var units) && units.TryGetValue(wanted, out var series)
            ? series.Read(statistic, start, end, period)
            : [];

    internal void Record(MetricIdentity metric, string unit, DateTimeOffset timestamp, int resolution, Action<Aggregate> add) =>
        Series(metric, unit).Record(timestamp, resolution, add);

    private MetricSeries Series(MetricIdentity metric, string unit) =>
        _metrics.GetOrAdd(metric, static _ => []).GetOrAdd(unit, static _ => new MetricSeries());
}
