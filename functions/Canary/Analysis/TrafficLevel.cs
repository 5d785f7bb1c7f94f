namespace Canary.Analysis;

/// <summary>
/// How many requests a minute are to be expected: what shows whether a minute has been told of whole. Half a minute of the
/// stable version beside a whole one of the candidate would blame the candidate for what began, for both, in its middle.
/// </summary>
/// <param name="PerMinute">Requests a minute of both versions together; 0 where that is not known.</param>
internal sealed record TrafficLevel(double PerMinute)
{
    // So near to the minutes before is a minute as a rule, and a minute of which a quarter is missing is not.
    private const double Spread = .1;

    // The least that is expected has to be so much of the most, if a missing quarter is to be seen.
    private const double Telling = .7;

    // Of fewer requests, chance alone makes as much as a missing quarter would.
    private const double Fewest = 60;

    private const int Newest = 5;
    private const int FewestMinutes = 2;

    /// <summary>
    /// By the newest minutes that are surely whole or, before there are some, by what was usual before the rollout.
    /// </summary>
    public static TrafficLevel Of(IReadOnlyList<long> whole, double before) =>
        new(whole.Count >= FewestMinutes ? whole.TakeLast(Newest).Average() : before);

    /// <summary>
    /// Whether a minute that is over must be whole: nothing that was to be expected is missing, and no surge hides it.
    /// </summary>
    /// <param name="candidate">The candidate's requests that are told of.</param>
    /// <param name="stable">The stable version's.</param>
    /// <param name="shares">The smallest and the largest share of the candidate's in the minute.</param>
    public bool IsWhole(long candidate, long stable, (double Smallest, double Largest) shares)
    {
        var (least, most) = (PerMinute * (1 - shares.Largest) * (1 - Spread), PerMinute * (1 - shares.Smallest) * (1 + Spread));
        // Where the weight changed much, what is missing looks like what the change took away.
        return least >= most * Telling
            && least >= Fewest * (1 - Spread)
            && stable >= least
            && stable <= most
            && candidate >= PerMinute * shares.Smallest - Deviations(2, PerMinute * shares.Smallest) - 1
            && candidate <= shares.Largest * (candidate + stable) + Deviations(2, PerMinute * shares.Largest) + 1;
    }

    /// <summary>
    /// How many requests the candidate may have had while nothing is told of the stable version: their failures may be anybody's.
    /// Null where that cannot be said, for there is more traffic than was to be expected.
    /// </summary>
    /// <param name="candidate">The candidate's requests that are told of.</param>
    /// <param name="stable">The stable version's.</param>
    /// <param name="shares">The smallest and the largest share of the candidate's in the minute.</param>
    /// <param name="passed">How much of the minute has passed, 0 to 1.</param>
    public long? Unwitnessed(long candidate, long stable, (double Smallest, double Largest) shares, double passed)
    {
        var most = PerMinute * passed * (1 + Spread) + Deviations(2, PerMinute * passed);
        if (most <= 0 || candidate + stable > most) return null;
        var untold = Math.Max(0, 1 - stable / (most * (1 - shares.Smallest)));
        return (long)Math.Ceiling(untold * most * shares.Largest);
    }

    private static double Deviations(int count, double requests) => count * Math.Sqrt(requests);
}
