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
        Has(stable) || (baseline.WasSeen && (!metric.IsGood || Has(candidate)));

    /// <summary>
    /// Requests that a metric of the user's own counts. A request that it never reports was none of these.
    /// It reports at a request's end, and so with another weight's requests in the minute after a shift.
    /// </summary>
    /// <param name="early">
    /// Whether the candidate's that should be there, as the stable version's are, count as 0 before it is sure that none come.
    /// </param>
    public IReadOnlyList<Minute> Counted(bool early = false) =>
    [
        .. traffic.All(traffic.Minutes, minute => traffic.Both(
            one => traffic.Failed(one, minute) is { } requests && Counted(one, minute, early) is { } count
                ? requests with { Bad = (long)Math.Clamp(Math.Round(count), 0, requests.Requests) }
                : null))
            .Where(HasArrived)
            .Select(minute => minute with { WeightChanged = traffic.HasColdStarts(minute.Start) }),
    ];

    /// <summary>A metric's values. One that has not come for as long as it may take did not happen.</summary>
    public IReadOnlyList<ComparedValues> Values() => [.. traffic.Minutes.Select(Values)];

    private ComparedValues Values(DateTimeOffset minute)
    {
        if (traffic.HasColdStarts(minute)) return new(minute, null, null);
        var values = new ComparedValues(minute, ArrivedValue(candidate, minute), ArrivedValue(stable, minute));
        var hasArrived = span.IsSettled(minute) || values is { Candidate: not null, Stable: not null };
        return hasArrived
            && traffic.Failed(candidate, minute) is { Requests: > 0 and var own }
            && traffic.Failed(stable, minute) is { Requests: > 0 and var others }
            ? values with { RequestRatio = (double)own / others }
            : values;
    }

    private bool Has(VersionMetrics metrics) => reading.Of(metrics.CustomId(index)).Count > 0;

    // What is still under way is no silence.
    private bool HasArrived(Minute minute) => span.IsSettled(minute.Start) || (minute.Candidate + minute.Stable).Requests > 0;

    private double? Counted(VersionMetrics metrics, DateTimeOffset minute, bool early) => ArrivedValue(metrics, minute)
        ?? (span.IsSettled(minute) || (early && ArrivedValue(stable, minute) is not null) ? 0 : null);

    private double? ArrivedValue(VersionMetrics metrics, DateTimeOffset minute) =>
        span.IsUsuallyThere(minute)
        && reading.Of(metrics.CustomId(index)).TryGetValue(minute, out var value)
        && double.IsFinite(value) ? value : null;
}
