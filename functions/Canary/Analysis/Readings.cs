using Canary.Rollouts;
using Canary.Statistics;

namespace Canary.Analysis;

/// <summary>
/// When a check reads the metrics: they are most of what a rollout costs, and CloudWatch tells of whole minutes,
/// of which there are fewer than checks.
/// </summary>
internal static class Readings
{
    // A candidate that fails everything shows it in its first minute.
    private const int FirstSeconds = 30;

    // Of ten candidates within the tolerance, seven never have so much against them.
    private const double LooksBad = .1;

    /// <summary>
    /// At the first check after a minute is over, at the first one after half a minute of traffic, and wherever a step may end.
    /// At each check while the candidate seems to do worse or looks bad, or after a reading that failed.
    /// </summary>
    public static bool IsDue(Rollout rollout, DateTimeOffset at)
    {
        var known = rollout.Internal.Analysis!;
        if (known.IsBlind || known.SeemsWorse || known.Latest?.Evidence >= LooksBad) return true;
        var step = BakeTime.Of(rollout, at);
        if (step.Until <= at && (known.ReadAt is not { } read || read < step.Until || IsHeldNoLonger(rollout))) return true;
        return known.ReadAt is { } last
            ? Minute.Of(last) < Minute.Of(at)
            : at - rollout.Steps[0].StartedAt >= TimeSpan.FromSeconds(FirstSeconds);
    }

    // What it was held for is used up: the next finding decides.
    private static bool IsHeldNoLonger(Rollout rollout) =>
        rollout.Internal.Analysis!.WaitedSeconds >= rollout.Plan.Analysis!.WaitSeconds;
}
