using Canary.Statistics.Chances;

namespace Canary.Statistics;

/// <summary>
/// How a minute's bad requests may vary beyond the binomial: by a factor of the variance,
/// and by a coefficient of variation of the rate.
/// </summary>
internal readonly record struct Dispersion(double Phi, double Tau)
{
    // The versions' rates may differ by so many steps, which are so much of a standard deviation;
    // what is between two steps is in each step's own variation.
    private const int Steps = 4;
    private const double StepSize = .75;
    private const double StepVariation = .6;

    public static Dispersion None { get; } = new(1, 0);

    /// <summary>
    /// Whether each version's rate has a factor of its own in every minute, whatever its share of the traffic: then a version
    /// with a small share may have nearly all bad requests of a minute, much more often than if the share dealt them out.
    /// </summary>
    public bool IsOfVersions { get; init; }

    /// <summary>The log-probability of the candidate's part of the bad requests, without the binomial coefficient.</summary>
    /// <param name="bad">The candidate's bad requests.</param>
    /// <param name="total">Those of both versions.</param>
    /// <param name="share">The candidate's mean share of them, 0 to 1.</param>
    public double LogKernel(long bad, long total, double share) => IsOfVersions && Tau > 0 && total > 1
        ? LogMixture(bad, total, share)
        : BetaBinomial.LogKernel(bad, total, share, Phi + Tau * Tau * total * share * (1 - share));

    // Gamma-distributed factors of both versions have a ratio e^z with a density of (e^z / (1 + e^z)^2)^shape.
    private double LogMixture(long bad, long total, double share)
    {
        var shape = 2 / (Tau * Tau);
        var step = StepSize * Math.Sqrt((2 * shape + 1) / (shape * shape));
        var between = StepVariation * step;
        var (sum, weights) = (double.NegativeInfinity, double.NegativeInfinity);
        for (var i = -Steps; i <= Steps; i++)
        {
            var ratio = Math.Exp(i * step);
            var weight = shape * (i * step - 2 * double.LogP1(ratio));
            var own = BetaBinomial.Share(ratio, share);
            var kernel = BetaBinomial.LogKernel(bad, total, own, 1 + between * between * total * own * (1 - own));
            (sum, weights) = (LogSpace.Add(sum, weight + kernel), LogSpace.Add(weights, weight));
        }

        return sum - weights;
    }
}
