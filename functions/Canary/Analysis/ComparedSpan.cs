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

    // The metrics are read a little after the check has begun.
    private static readonly TimeSpan Reading = TimeSpan.FromSeconds(5);

    // Lambda's metrics come within a minute or two; this is far beyond.
    private static readonly TimeSpan UntilSettled = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan UsualDelay = TimeSpan.FromMinutes(3);

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

    /// <summary>Its minutes, but for the newest where nothing is known of them yet.</summary>
    /// <param name="isEmpty">Whether nothing is known of a minute.</param>
    public IReadOnlyList<DateTimeOffset> Minutes(Func<DateTimeOffset, bool> isEmpty)
    {
        List<DateTimeOffset> minutes = [];
        for (var minute = From; minute < Until; minute = minute.AddMinutes(1)) minutes.Add(minute);
        while (minutes is [.., var last] && isEmpty(last) && !IsUsuallyThere(last)) minutes.RemoveAt(minutes.Count - 1);
        return minutes;
    }

    /// <summary>Whether a minute has ended, and its requests with it.</summary>
    public bool IsOver(DateTimeOffset minute) => End(minute) <= At;

    /// <summary>Whether all of a minute has arrived, by the time that Lambda's metrics take.</summary>
    public bool IsDue(DateTimeOffset minute) => End(minute) <= At - UsualDelay;

    /// <summary>How much of a minute has passed, 0 to 1.</summary>
    public double Passed(DateTimeOffset minute) => Math.Clamp((At - minute + Reading) / TimeSpan.FromMinutes(1), 0, 1);

    /// <summary>The smallest and the largest share of the candidate's within a minute.</summary>
    public (double Smallest, double Largest) Shares(DateTimeOffset minute)
    {
        double? smallest = null, largest = null;
        foreach (var change in Changes)
        {
            if (change.IsIn(minute))
            {
                smallest = Math.Min(smallest ?? 1, Math.Min(change.Before, change.After));
                largest = Math.Max(largest ?? 0, Math.Max(change.Before, change.After));
            }
            else if (change.From <= minute) (smallest, largest) = (change.After, change.After);
        }
        return (smallest ?? 0, largest ?? 0);
    }

    /// <summary>Whether nothing of a minute is still to come.</summary>
    public bool IsSettled(DateTimeOffset minute) => minute.AddMinutes(1) <= At - UntilSettled;

    /// <summary>Whether metrics that come by longer ways than Lambda's own should be there.</summary>
    public bool IsUsuallyThere(DateTimeOffset minute) => minute.AddMinutes(1) <= At - UsualDelay;

    // Lambda tells of a request when it ends, in the minute in which it began.
    private DateTimeOffset End(DateTimeOffset minute) => minute.AddMinutes(1)
        + (Longest <= Short ? TimeSpan.Zero : TimeSpan.FromMinutes(Math.Ceiling((Longest - Short).TotalMinutes)));

    private static TimeSpan Usual(Rollout rollout) => TimeSpan.FromMilliseconds(Math.Min(
        MostMilliseconds, (rollout.Internal.Analysis?.Slow ?? []).Select(slow => slow.Milliseconds).DefaultIfEmpty().Max()));
}
