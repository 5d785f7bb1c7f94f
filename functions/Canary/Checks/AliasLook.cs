using Canary.Rollouts;

namespace Canary.Checks;

/// <summary>
/// When a check looks at the alias. Each write carries the alias's revision, so that nothing is ever overwritten:
/// a look only makes a rollout give way sooner.
/// </summary>
public static class AliasLook
{
    /// <summary>What a check says that could not look.</summary>
    internal const string Missed = "the alias could not be read, for AWS takes no more calls just now";

    // So much later than it was to begin is no check of an execution that ran on: it was stopped and redriven,
    // and another rollout may have had the alias meanwhile.
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Whether it is time: a minute after the last look or write, and not where the step is over, for what follows is a write.
    /// At each check where a person's word is waited for.
    /// </summary>
    public static bool IsDue(Rollout rollout, DateTimeOffset at)
    {
        var (checks, step) = (rollout.Internal.Checks, rollout.CurrentStep);
        var before = Newer(checks?.CheckedAt, step.StartedAt);
        if (at - before > TimeSpan.FromSeconds(rollout.Internal.WaitSeconds) + Late) return true;
        if (BakeTime.Of(rollout, at).IsJustOver(rollout, at)) return false;
        var last = Newer(checks?.AliasLookedAt, step.AfterPromotion ? rollout.Internal.PromotedAt : step.StartedAt);
        var misses = checks?.AliasMisses ?? 0;
        return (Listens(rollout) && misses == 0) || at - last >= TimeSpan.FromSeconds(CheckPace.SecondsToNextLook(misses));
    }

    /// <summary>
    /// In how many seconds a check has seen a word that is said now, if nothing is throttled; null where no check comes yet.
    /// </summary>
    public static int? SecondsToHear(Rollout rollout)
    {
        var isWatched = rollout.Internal is { CurrentStep: >= 0, Next: NextState.Bake };
        if (!isWatched) return null;
        var interval = Math.Max(
            rollout.Plan.CheckIntervalSeconds, (int)Math.Ceiling((rollout.Internal.Checks?.IntervalSeconds ?? 0) * 1.2));
        var misses = rollout.Internal.Checks?.AliasMisses ?? 0;
        var look = Listens(rollout) && misses == 0 ? interval : Math.Max(interval, CheckPace.SecondsToNextLook(misses));
        return (look + interval - 1) / interval * interval + Late.Seconds;
    }

    private static bool Listens(Rollout rollout) =>
        rollout.Internal is { ApprovalRequest: not null } or { Words.PausedUntil: not null };

    /// <summary>Notes a look.</summary>
    internal static CheckMemory Noted(CheckMemory known, bool isThrottled, DateTimeOffset at) => known with
    {
        AliasLookedAt = at,
        AliasMisses = Math.Clamp(known.AliasMisses + (isThrottled ? 1 : -1), 0, CheckPace.MostAliasMisses),
    };

    private static DateTimeOffset? Newer(DateTimeOffset? one, DateTimeOffset? other) => one > other ? one : other ?? one;
}
