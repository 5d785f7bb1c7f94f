namespace Canary.Analysis;

/// <summary>
/// Which minutes' slow requests are none of the code's doing: cold starts follow each shift and each idle time, and a new
/// environment is slow until it has served for a while.
/// </summary>
/// <param name="Span">The time that is compared.</param>
/// <param name="Candidate">How many requests of the candidate are known of in a minute.</param>
/// <param name="Stable">The same of the stable version.</param>
internal sealed record WarmUp(ComparedSpan Span, Func<DateTimeOffset, long> Candidate, Func<DateTimeOffset, long> Stable)
{
    // An environment is kept for longer than this: nobody says for how long.
    private const int MinutesWarm = 5;

    // What runs often is compiled, and connections and caches are filled, by requests, however long these take to come.
    private const int Requests = 100;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>Whether a minute may have seen cold starts, or requests of an environment that was new.</summary>
    public bool MayBeIn(DateTimeOffset minute) =>
        Span.Changes.Any(change => change.MayHaveColdStarts(minute)) || FollowsAShift(minute) || FollowsIdleTime(minute);

    /// <summary>Whether a minute began before the candidate had served enough at the weight of then to be warm.</summary>
    public bool FollowsAShift(DateTimeOffset minute) =>
        Span.Changes.LastOrDefault(change => change.From < minute) is { } shift
        && minute < shift.Until + Longest
        && ServedSince(shift.Until, minute) < Requests;

    // Whole minutes: of the one in which the weight changed nobody knows which requests came after.
    private long ServedSince(DateTimeOffset shift, DateTimeOffset until)
    {
        var served = 0L;
        for (var minute = until.AddMinutes(-1); minute >= shift && served < Requests; minute = minute.AddMinutes(-1))
            served += Candidate(minute);
        return served;
    }

    // Lambda drops an environment that idles for some minutes. A version with little of the traffic would pay for that alone.
    private bool FollowsIdleTime(DateTimeOffset minute) => WasIdle(Candidate, minute) || WasIdle(Stable, minute);

    private static bool WasIdle(Func<DateTimeOffset, long> requests, DateTimeOffset minute)
    {
        for (var ago = 1; ago <= MinutesWarm; ago++)
        {
            if (requests(minute.AddMinutes(-ago)) > 0) return false;
        }
        return true;
    }
}
