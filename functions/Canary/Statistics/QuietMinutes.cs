namespace Canary.Statistics;

/// <summary>
/// Puts minutes together that have too few requests to say anything: where each has a request of one version only,
/// the versions would never be compared.
/// </summary>
/// <remarks>
/// Only the number of both versions' requests together says when it is enough, never which version had them, or which were bad.
/// So, of what is put together, an unchanged candidate has the bad ones by the lot alone, whatever their rate did meanwhile.
/// To wait until each version has had a request would end with that one, and blame it for what has just begun. What is not
/// enough yet says nothing, for the same reason, and the weight must be the same all along.
/// </remarks>
internal sealed class QuietMinutes
{
    // Of a candidate that fails everything, the failures are hardly more than its share while the stable version has fewer.
    private const double LeastOfCandidate = 1;
    private const double LeastOfStable = 3;

    // With more, what takes each bad request for itself says as much, and sees smaller differences.
    private const double Few = 40;

    private Minute? _open;

    /// <summary>Whether both versions together had so few requests that each of them counts.</summary>
    public static bool IsFew(Minute minute) => IsSteady(minute) && Requests(minute) <= Math.Max(Few, 2 * Enough(minute.Share));

    /// <summary>What can be judged when a minute is added: that minute, where it is enough or cannot be shared.</summary>
    public IEnumerable<Minute> Add(Minute minute)
    {
        var fits = IsSteady(minute);
        if (_open is { } before && (minute.WeightChanged || (fits && (minute.Share != before.Share || IsEnough(minute)))))
        {
            _open = null;
            yield return before;
        }

        if (!fits || IsEnough(minute)) yield return minute;
        else if (Joined(minute) is var joined && IsEnough(joined))
        {
            _open = null;
            yield return joined;
        }
        else _open = joined;
    }

    private static bool IsSteady(Minute minute) => !minute.WeightChanged && minute.Share is > 0 and < 1;

    private static bool IsEnough(Minute minute) => Requests(minute) >= Enough(minute.Share);

    private static double Enough(double share) => Math.Max(LeastOfCandidate / share, LeastOfStable / (1 - share));

    private static long Requests(Minute minute) => minute.Candidate.Requests + minute.Stable.Requests;

    private Minute Joined(Minute minute) => _open is not { } open
        ? minute
        : open with { Candidate = open.Candidate + minute.Candidate, Stable = open.Stable + minute.Stable };
}
