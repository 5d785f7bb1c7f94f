using Canary.Input;
using Canary.Statistics;

namespace Canary.Analysis;

/// <summary>What the alias's traffic was like in the hours before the rollout.</summary>
/// <param name="PerMinute">Requests in a minute, on average; 0 where none were seen.</param>
/// <param name="Rate">How many of them failed, 0 to 1.</param>
internal sealed record UsualTraffic(double PerMinute, double Rate)
{
    // A function that is younger than the history has not been silent before it was there, but a few minutes say little.
    private const double FewestMinutes = 15;

    public static UsualTraffic Of(RolloutRequest request, string stable, TrafficHistory history, bool sparse, DateTimeOffset at)
    {
        var both = Baseline.Both(request, stable);
        var minutes = Baseline.Minutes(history.Requests, both[0].Invocations, both[1].Invocations).ToList();
        if (minutes.Count == 0) return new(0, 0);
        var all = minutes.Select(minute => Baseline.Failed(both, history.Requests, minute, sparse))
            .Aggregate(default(Counts), Counts.Add);
        var passed = (at - minutes[0]).TotalMinutes - Baseline.MinutesUnderWay;
        return new(all.Requests / Math.Clamp(passed, FewestMinutes, Calibration.HistoryMinutes), all.Rate);
    }
}
