namespace Canary.Statistics;

/// <summary>
/// How a minute's bad requests may vary beyond the binomial: by a factor of the variance,
/// and by a coefficient of variation of the rate.
/// </summary>
internal readonly record struct Dispersion(double Phi, double Tau)
{
    public static Dispersion None { get; } = new(1, 0);

    /// <summary>The variance of the candidate's part of the bad requests over the binomial one.</summary>
    /// <param name="total">The bad requests of both versions.</param>
    /// <param name="share">The candidate's mean share of them, 0 to 1.</param>
    public double VarianceFactor(long total, double share) => Phi + Tau * Tau * total * share * (1 - share);
}
