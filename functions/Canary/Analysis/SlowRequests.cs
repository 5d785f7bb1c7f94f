using Canary.Input;
using Canary.Ports;

namespace Canary.Analysis;

/// <summary>What a slow request is: slower than the p90 or p99 of the hours before the rollout.</summary>
public static class SlowRequests
{
    /// <summary>Fewest requests of the history that can say what is slow.</summary>
    public const int FewestDurations = 100;

    // What is slower by less than this is noise of a runtime that warms up, and nobody waits for it.
    private const double LeastDifference = 5;

    internal static readonly int[] Percents = [90, 99];

    /// <summary>Milliseconds over which a request is slow; empty where that is not judged, or not known.</summary>
    internal static List<double> Thresholds(RolloutRequest request, string stable, MetricReading reading)
    {
        if (!request.ComparesVersions || request.Analysis!.Latency is null) return [];
        var both = Baseline.Both(request, stable);
        var hours = Baseline.Minutes(reading, both[0].HourlyDurations, both[1].HourlyDurations)
            .Select(hour => (Hour: hour, Metrics: both.FirstOrDefault(one => HasPercentiles(one, hour, reading))))
            .Where(one => one.Metrics is not null)
            .Select(one => (one.Hour, Metrics: one.Metrics!, Count: reading.Of(one.Metrics!.HourlyDurations.Id)[one.Hour]))
            .ToList();
        if (hours.Sum(hour => hour.Count) < FewestDurations) return [];
        return
        [
            .. Percents.Select(percent => Median(
                hours.Select(hour => (reading.Of(hour.Metrics.HourlyPercentile(percent).Id)[hour.Hour], hour.Count))))
                .Select(value => Math.Ceiling(value + LeastDifference)).Distinct(),
        ];
    }

    private static bool HasPercentiles(VersionMetrics metrics, DateTimeOffset hour, MetricReading reading) =>
        reading.Of(metrics.HourlyDurations.Id).GetValueOrDefault(hour) is > 0 and < double.PositiveInfinity
        && Percents.All(percent =>
            reading.Of(metrics.HourlyPercentile(percent).Id).TryGetValue(hour, out var value)
            && value is >= 0 and < double.PositiveInfinity);

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
