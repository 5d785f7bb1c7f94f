namespace Canary.Statistics;

/// <summary>What both versions did in the same minute (or in the same ten seconds, of a high-resolution metric).</summary>
/// <param name="Start">When it began. A minute may be listed once, and in any place.</param>
/// <param name="Candidate">The candidate's requests.</param>
/// <param name="Stable">The stable version's requests.</param>
public sealed record Minute(DateTimeOffset Start, Counts Candidate, Counts Stable)
{
    /// <summary>
    /// Where the weight changed in this minute, the larger of the two weights, 0 to 1; 0 elsewhere.
    /// The observed share of such a minute would blame the candidate for an outage that began after the change:
    /// most of the stable version's requests came before it.
    /// </summary>
    public double LargestShare { get; init; }

    /// <summary>
    /// The same of the stable version: where the weight changed, the larger of its two shares, 0 to 1; 0 elsewhere.
    /// </summary>
    public double LargestStableShare { get; init; }

    /// <summary>
    /// The candidate's weight, 0 to 1, where it was the same all along; 0 where it was not, or is not known. With it,
    /// minutes that have few requests are put together.
    /// </summary>
    public double Share { get; init; }

    /// <summary>
    /// Whether the weight changed in this minute. A signal of slow requests sets it too where cold starts may have followed a
    /// change, or an idle time.
    /// </summary>
    public bool WeightChanged { get; init; }

    /// <summary>
    /// How many of the candidate's requests may have come while nothing is told of the stable version's: 0 where the minute is
    /// whole. So many of its bad requests are not counted, for the other version's may have been as bad.
    /// </summary>
    public long Unwitnessed { get; init; }

    /// <summary>Both versions in each other's place: what is bad of the one is good of the other.</summary>
    internal Minute Swapped => this with
    {
        Candidate = Stable,
        Stable = Candidate,
        Share = Share > 0 ? 1 - Share : 0,
        LargestShare = LargestStableShare,
        LargestStableShare = LargestShare,
    };

    /// <summary>The start of the minute that a time is in.</summary>
    internal static DateTimeOffset Of(DateTimeOffset time) => new(time.Ticks - time.Ticks % TimeSpan.TicksPerMinute, time.Offset);
}
