using Canary.Ports;
using Canary.Rollouts;
using Canary.Rollouts.Plans;
using Canary.Statistics;
using Canary.Statistics.Values;

namespace Canary.Analysis;

/// <summary>What both versions did by a metric of the user's own, in the minutes that are compared.</summary>
internal sealed class CustomTraffic(
    MetricReading reading, ComparedSpan span, SharedTraffic traffic, VersionMetrics candidate, VersionMetrics stable, int index)
{
    /// <summary>
    /// Whether a metric that counts requests can be compared: no value of it may mean 0, or that there is no such metric.
    /// </summary>
    public bool CanCount(CustomMetric metric, MetricBaseline baseline) =>
        (baseline.WasSeen || Has(stable)) && (!metric.IsGood || Has(candidate));

    /// <summary>
    /// Requests that a metric of the user's own counts. A request that it never reports was none of these.
    /// It reports at a request's end, and so with another weight's requests in the minute after a shift.
    /// </summary>
    public IReadOnlyList<Minute> Counted() =>
    [
        .. traffic.All(traffic.Minutes, minute => traffic.Both(
            one => traffic.Failed(one, minute) is { } requests && Counted(one, minute) is { } count
                ? requests with { Bad = (long)Math.Clamp(Math.Round(count), 0, requests.Requests) }
                : null))
            .Where(HasArrived)
            .Select(minute => minute with { WeightChanged = traffic.HasColdStarts(minute.Start) }),
    ];

    /// <summary>A metric's values, where both versions have one.</summary>
    public IReadOnlyList<ComparedValues> Values() =>
    [
        .. traffic.Minutes.Select(minute => new ComparedValues(minute, Value(candidate, minute), Value(stable, minute))),
    ];

    private bool Has(VersionMetrics metrics) => reading.Of(metrics.CustomId(index)).Count > 0;

    // What is still under way is no silence.
    private bool HasArrived(Minute minute) => span.IsSettled(minute.Start) || (minute.Candidate + minute.Stable).Requests > 0;

    private double? Value(VersionMetrics metrics, DateTimeOffset minute) =>
        traffic.HasColdStarts(minute) ? null : ArrivedValue(metrics, minute);

    private double? Counted(VersionMetrics metrics, DateTimeOffset minute) =>
        ArrivedValue(metrics, minute) ?? (span.IsSettled(minute) ? 0 : null);

    private double? ArrivedValue(VersionMetrics metrics, DateTimeOffset minute) =>
        span.IsUsuallyThere(minute)
        && reading.Of(metrics.CustomId(index)).TryGetValue(minute, out var value)
        && double.IsFinite(value) ? value : null;
}
