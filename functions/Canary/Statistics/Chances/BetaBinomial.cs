namespace Canary.Statistics.Chances;

/// <summary>
/// The chance that some of a minute's bad requests are the candidate's, given how many there are of both versions together.
/// </summary>
internal static class BetaBinomial
{
    // Smaller, all bad requests of a minute would be one event; the floor keeps a run of them from counting for nothing.
    private const double SmallestMass = .05;

    /// <summary>
    /// The share of the bad requests that is the candidate's, when its rate is <paramref name="ratio"/> times the stable one.
    /// </summary>
    public static double Share(double ratio, double trafficShare) => ratio * trafficShare / (1 + (ratio - 1) * trafficShare);

    /// <summary>The log-probability without the binomial coefficient, which cancels in every comparison.</summary>
    /// <param name="bad">The candidate's bad requests.</param>
    /// <param name="total">Those of both versions.</param>
    /// <param name="share">The mean of the candidate's share, 0 to 1.</param>
    /// <param name="varianceFactor">The variance over the binomial one; 1 is the binomial.</param>
    public static double LogKernel(long bad, long total, double share, double varianceFactor)
    {
        if (varianceFactor <= 1.0000001 || total == 1) return bad * Math.Log(share) + (total - bad) * Math.Log(1 - share);
        var mass = Math.Max(SmallestMass, (total - varianceFactor) / (varianceFactor - 1));
        var a = mass * share;
        var b = mass - a;
        return LogGamma.Of(a + bad)
            - LogGamma.Of(a)
            + LogGamma.Of(b + total - bad)
            - LogGamma.Of(b)
            + LogGamma.Of(mass)
            - LogGamma.Of(mass + total);
    }
}
