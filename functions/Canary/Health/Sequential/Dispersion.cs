namespace Canary.Health.Sequential;

/// <summary>How a minute's bad requests may vary beyond the binomial: by a factor of the variance, and by a coefficient of variation of the rate.</summary>
internal readonly record struct Dispersion(double Phi, double Tau)
{
    public static Dispersion None { get; } = new(1, 0);

    /// <summary>The variance of the candidate's part of <paramref name="total"/> bad requests over the binomial one, when its share is <paramref name="share"/>.</summary>
    public double VarianceFactor(long total, double share) => Phi + Tau * Tau * total * share * (1 - share);
}
