using Canary.Rollouts;
using Canary.Statistics;

namespace Canary.Analysis;

/// <summary>
/// Whether the candidate seems to do worse, by all that has arrived. It is no evidence, for what is missing may be as bad of the
/// stable version, but worth another look soon.
/// </summary>
internal static class FirstSigns
{
    // Of two versions that are alike one is always a little worse.
    private const double Worse = 2;

    /// <summary>Whether there are any.</summary>
    /// <param name="traffic">What has arrived.</param>
    /// <param name="thresholds">What is slow; null where that is not judged.</param>
    public static bool Are(SharedTraffic traffic, IReadOnlyList<SlowThreshold>? thresholds) =>
        AreIn(traffic.FailedAsTold())
        || (thresholds ?? []).Select((slow, i) => !slow.CountsQuick && AreIn(traffic.SlowAsTold(i, slow))).Any(are => are);

    // One bad request is nothing.
    private static bool AreIn(IEnumerable<(Counts Candidate, Counts Stable)> minutes)
    {
        var (candidate, stable) = minutes.Aggregate(
            (Candidate: default(Counts), Stable: default(Counts)),
            (all, one) => (all.Candidate + one.Candidate, all.Stable + one.Stable));
        return candidate.Bad > 1 && candidate.Rate > Worse * stable.Rate;
    }
}
