using Canary.Rollouts;
using Canary.Statistics;

namespace Canary.Analysis;

/// <summary>The time in which both versions have served side by side.</summary>
/// <param name="From">Its first minute.</param>
/// <param name="Until">Its end: now, or when the candidate got all traffic, for then there is nothing to compare it with.</param>
/// <param name="At">When the check began.</param>
/// <param name="Changes">When the weight changed.</param>
/// <param name="Longest">How long requests usually take at most; zero where that is not known.</param>
internal sealed record ComparedSpan(
    DateTimeOffset From, DateTimeOffset Until, DateTimeOffset At, IReadOnlyList<WeightChange> Changes, TimeSpan Longest)
{
    // Lambda ends a request after 15 minutes.
    private const double MostMilliseconds = 900_000;

    // Of a minute's requests so few are under way at its end that what begins then cannot mislead.
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(10);

    // Lambda's metrics come within a minute or two; this is far beyond.
    private static readonly TimeSpan UntilSettled = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan UsualDelay = TimeSpan.FromMinutes(3);

    // Before, a minute may be told of in part, and of one version more than of the other:
    // where both begin to fail in the middle of it, one would be blamed. Unless a later minute is told of already.
    private static readonly TimeSpan UntilWhole = TimeSpan.FromMinutes(1);

    /// <summary>Null where nothing has been compared, or nothing more can come.</summary>
    public static ComparedSpan? Of(Rollout rollout, DateTimeOffset at)
    {
        var changes = WeightChange.Of(rollout, at);
        if (changes.Count == 0 || changes[0].After >= 1) return null;
        var end = changes.FirstOrDefault(change => change.After >= 1)?.From ?? rollout.Internal.PromotedAt;
        if (end + UntilSettled < at) return null;
        // A minute early: the shift may have been tried in it. Without requests of the candidate it says nothing.
        return new(Minute.Of(rollout.Steps[0].StartedAt!.Value).AddMinutes(-1), end is null
            ? at
            : Minute.Of(end.Value), at, changes, Usual(rollout));
    }

    /// <summary>
    /// The minutes that are whole, without the newest where they are empty because their metrics are still under way.
    /// </summary>
    /// <param name="isWhole">Whether all of a minute has arrived.</param>
    /// <param name="isEmpty">Whether nothing is known of a minute.</param>
    public IReadOnlyList<DateTimeOffset> Minutes(Func<DateTimeOffset, bool> isWhole, Func<DateTimeOffset, bool> isEmpty)
    {
        List<DateTimeOffset> minutes = [];
        for (var minute = From; minute < Until && isWhole(minute); minute = minute.AddMinutes(1)) minutes.Add(minute);
        while (minutes is [.., var last] && isEmpty(last) && last.AddMinutes(1) > At - UsualDelay)
            minutes.RemoveAt(minutes.Count - 1);
        return minutes;
    }

    /// <summary>Whether all of a minute has arrived, as far as that can be told.</summary>
    /// <param name="minute">The minute.</param>
    /// <param name="newest">The newest minute of which both versions are told; null where there is none.</param>
    public bool IsWhole(DateTimeOffset minute, DateTimeOffset? newest)
    {
        // Lambda tells of a request when it ends, in the minute in which it began.
        var under = Longest <= Short ? TimeSpan.Zero : TimeSpan.FromMinutes(Math.Ceiling((Longest - Short).TotalMinutes));
        return minute + under < newest || minute.AddMinutes(1) + under <= At - UntilWhole;
    }

    /// <summary>Whether nothing of a minute is still to come.</summary>
    public bool IsSettled(DateTimeOffset minute) => minute.AddMinutes(1) <= At - UntilSettled;

    /// <summary>Whether metrics that come by longer ways than Lambda's own should be there.</summary>
    public bool IsUsuallyThere(DateTimeOffset minute) => minute.AddMinutes(1) <= At - UsualDelay;

    private static TimeSpan Usual(Rollout rollout) => TimeSpan.FromMilliseconds(Math.Min(
        MostMilliseconds, (rollout.Internal.Analysis?.Slow ?? []).Select(slow => slow.Milliseconds).DefaultIfEmpty().Max()));
}
