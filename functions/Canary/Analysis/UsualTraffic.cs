using Canary.Input;
using Canary.Ports;
using Canary.Statistics;

namespace Canary.Analysis;

/// <summary>What the alias's traffic was like in the hours before the rollout.</summary>
/// <param name="PerMinute">Requests in a minute, on average; 0 where none were seen.</param>
/// <param name="Rate">How many of them failed, 0 to 1.</param>
internal sealed record UsualTraffic(double PerMinute, double Rate)
{
    // A function that is younger than the history has not been silent before it was there, but a few minutes say little.
    private const double FewestMinutes = 15;

    private const int MinutesOfLevel = 15;

    public static UsualTraffic Of(RolloutRequest request, string stable, TrafficHistory history, bool sparse, DateTimeOffset at)
    {
        var both = Baseline.Both(request, stable);
        var minutes = Baseline.Minutes(history.Requests, both[0].Invocations, both[1].Invocations).ToList();
        if (minutes.Count == 0) return new(0, 0);
        var all = minutes.Select(minute => All(both, history.Requests, minute, sparse))
            .Aggregate(default(Counts), Counts.Add);
        var passed = (at - minutes[0]).TotalMinutes - Baseline.MinutesUnderWay;
        return new(all.Requests / Math.Clamp(passed, FewestMinutes, Calibration.HistoryMinutes), all.Rate);
    }

    /// <summary>Requests a minute in the last quarter of an hour that is told of; 0 where there were none.</summary>
    public static double Newest(
        VersionMetrics[] both, MetricReading reading, IReadOnlyList<DateTimeOffset> minutes, bool sparse)
    {
        if (minutes.Count == 0) return 0;
        // In the minute in which the first request came, there were fewer than a whole one has.
        var whole = minutes.Count > 1 ? minutes.Skip(1) : minutes;
        var newest = whole.Where(minute => minute > minutes[^1].AddMinutes(-MinutesOfLevel)).ToList();
        // Of minutes without requests nothing is told, and they count too.
        var passed = (newest[^1] - newest[0]).TotalMinutes + 1;
        return Math.Round(newest.Sum(minute => All(both, reading, minute, sparse).Requests) / passed, 1);
    }

    // A version that came by a rollout has only a part of the alias's requests while that goes on.
    private static Counts All(VersionMetrics[] both, MetricReading reading, DateTimeOffset minute, bool sparse) =>
        both.Select(one => one.Failed(reading, minute, withThrottles: true, missingIsZero: sparse) ?? default)
            .MaxBy(counts => counts.Requests);
}
