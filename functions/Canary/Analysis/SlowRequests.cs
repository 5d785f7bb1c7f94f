using Canary.Input;
using Canary.Ports;
using Canary.Rollouts;
using Canary.Statistics;

namespace Canary.Analysis;

/// <summary>
/// What a slow request is: slower than the p90 or p99 of the hours before the rollout. And where there are several kinds of
/// requests, with a gap between their durations, what is slow for the quicker kind.
/// </summary>
public static class SlowRequests
{
    /// <summary>Fewest requests of the history that can say what is slow.</summary>
    public const int FewestDurations = 100;

    // What is slower by less than this is noise of a runtime that warms up, and nobody waits for it.
    private const double LeastDifference = 5;

    // Between neighbours of one kind of requests, however much it varies, there is seldom as much.
    private const double Gap = 3;

    // What half of the requests stay under, or fewer, is counted by those:
    // of the others there are too many to become half as many again.
    private const int Half = 50;

    private const double MuchSlower = 1.5;

    internal static readonly int[] Percents = [10, 25, 50, 75, 90, 99];
    private static readonly int[] Highest = [90, 99];

    /// <summary>What tells how long requests usually take.</summary>
    internal static IEnumerable<MetricQuery> Usual(VersionMetrics metrics) =>
        [metrics.HourlyDurations, .. Percents.Select(metrics.HourlyPercentile)];

    /// <summary>Whether enough is told of them.</summary>
    internal static bool IsEnough(VersionMetrics metrics, MetricReading reading) =>
        Hours(metrics, reading).Sum(hour => hour.Value) >= FewestDurations;

    /// <summary>
    /// What is slow, by ascending milliseconds, without how bursty it is; empty where that is not judged, or not known.
    /// </summary>
    internal static List<SlowThreshold> Thresholds(RolloutRequest request, string stable, MetricReading reading)
    {
        if (!request.ComparesVersions || request.Analysis!.Latency is null) return [];
        var both = Baseline.Both(request, stable);
        var told = IsEnough(both[0], reading) ? both[0] : both[1];
        if (!IsEnough(told, reading)) return [];
        var hours = Hours(told, reading).ToList();
        var usual = Percents.ToDictionary(percent => percent, percent => Median(
            hours.Select(hour => (reading.Of(told.HourlyPercentile(percent).Id)[hour.Key], hour.Value))));
        return
        [
            .. Percents.Zip(Percents.Skip(1)).SelectMany(pair => BeforeAGap(pair.First, usual[pair.First], usual[pair.Second])),
            .. Highest.Select(percent => Over(usual[percent])).Distinct()
                .Select(over => new SlowThreshold(over, Calibration.Steady)),
        ];
    }

    // The slower kind's durations hide what the quicker kind's do, for all of these are under the p90.
    private static IEnumerable<SlowThreshold> BeforeAGap(int percent, double milliseconds, double next)
    {
        var over = Over(MuchSlower * milliseconds);
        if (!Highest.Contains(percent) && next > Gap * milliseconds && next > over)
            yield return new(over, Calibration.Steady) { CountsQuick = percent <= Half };
    }

    private static double Over(double milliseconds) => Math.Ceiling(milliseconds + LeastDifference);

    // The requests of each hour that has all percentiles.
    private static IEnumerable<KeyValuePair<DateTimeOffset, double>> Hours(VersionMetrics metrics, MetricReading reading) =>
        reading.Of(metrics.HourlyDurations.Id).Where(hour => hour.Value is > 0 and < double.PositiveInfinity
            && Percents.All(percent =>
                reading.Of(metrics.HourlyPercentile(percent).Id).TryGetValue(hour.Key, out var value)
                && value is >= 0 and < double.PositiveInfinity));

    // Of the hours' percentiles the one in the middle, an hour counting as much as it had requests:
    // one bad hour does not make all others look quick.
    private static double Median(IEnumerable<(double Value, double Count)> hours)
    {
        var ascending = hours.OrderBy(hour => hour.Value).ToList();
        var half = ascending.Sum(hour => hour.Count) / 2;
        var seen = 0.0;
        foreach (var (value, count) in ascending)
        {
            seen += count;
            if (seen >= half) return value;
        }
        return ascending[^1].Value;
    }
}
