using Canary.Statistics;

namespace Canary.Analysis;

/// <summary>
/// How much of a minute's requests CloudWatch tells of at the time of a check: all, or an unknown part of each version's.
/// </summary>
/// <param name="Span">The time that is compared.</param>
/// <param name="Level">What is to be expected of a minute.</param>
/// <param name="Busiest">The most requests a minute that are told of anywhere.</param>
/// <param name="TellsZeros">Whether each request's error is told of, or its lack.</param>
internal sealed record Arrival(ComparedSpan Span, TrafficLevel Level, double Busiest, bool TellsZeros)
{
    /// <summary>
    /// Whether all of a minute has arrived: by the time that it takes, or since nothing of what is expected is missing.
    /// </summary>
    public bool IsWhole(DateTimeOffset minute, long candidate, long stable) => Span.IsDue(minute)
        || TellsZeros
        && Span.IsOver(minute)
        && Level.IsWhole(candidate, stable, Span.Shares(minute));

    /// <summary>A minute that is not whole, less what may be true of both versions; null where that cannot be said.</summary>
    public Minute? Excused(Minute minute)
    {
        // Where nothing else is known, that is at least how much there can be.
        var level = Level.PerMinute > 0 ? Level : new TrafficLevel(Busiest);
        var (shares, passed) = (Span.Shares(minute.Start), Span.Passed(minute.Start));
        return level.Unwitnessed(minute.Candidate.Requests, minute.Stable.Requests, shares, passed) is { } unwitnessed
            ? minute with { Unwitnessed = unwitnessed }
            : null;
    }
}
