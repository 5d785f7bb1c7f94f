namespace Canary.Statistics.Outlook;

/// <summary>How two versions go on, as far as what they did so far tells.</summary>
/// <param name="Candidate">Bad requests of the candidate's, 0 to 1.</param>
/// <param name="Stable">Those of the stable version's, 0 to 1.</param>
/// <param name="Share">The candidate's share of the requests, between 0 and 1.</param>
/// <param name="PerMinute">The candidate's requests in a minute.</param>
internal readonly record struct Pace(double Candidate, double Stable, double Share, double PerMinute)
{
    // What the judge needs on average, over what no test can do with fewer of: it does not know how much worse a candidate is,
    // nor since when.
    private const double Price = 1.9;

    /// <summary>Requests of the stable version for each of the candidate's.</summary>
    public double StablePerCandidate => (1 - Share) / Share;

    /// <summary>
    /// How many requests of the candidate gather so much evidence that its rate is beyond a multiple of the stable one;
    /// infinity where it is not. Source of the bound: Wald, "Sequential tests of statistical hypotheses", 1945.
    /// </summary>
    /// <param name="evidence">ln of the evidence.</param>
    /// <param name="tolerated">The multiple.</param>
    public double RequestsUntilWorse(double evidence, double tolerated) =>
        EvidenceOf(1, tolerated) is > 0 and var each ? Math.Max(0, evidence) / each : double.PositiveInfinity;

    /// <summary>
    /// ln of the evidence that so many requests of the candidate, and what the stable version does meanwhile, gather on average.
    /// </summary>
    public double EvidenceOf(double requests, double tolerated)
    {
        if (Candidate <= tolerated * Stable) return 0;
        // Of the rates that are tolerated those that are nearest.
        var stable = (Share * Candidate + (1 - Share) * Stable) / (Share * tolerated + 1 - Share);
        return requests / Price * (Divergence(Candidate, Math.Min(1, tolerated * stable))
            + StablePerCandidate * Divergence(Stable, stable));
    }

    private static double Divergence(double rate, double other) => Part(rate, other) + Part(1 - rate, 1 - other);

    private static double Part(double rate, double other) => rate > 0 ? rate * Math.Log(rate / other) : 0;
}
