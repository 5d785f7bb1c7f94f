namespace Canary.Bench.Traffic;

/// <summary>How one version's failures vary for themselves, beyond chance.</summary>
/// <param name="Burst">Failures that come together.</param>
/// <param name="Variation">The coefficient of variation of the rate from look to look.</param>
internal sealed record Noise(int Burst = 1, double Variation = 0)
{
    public static Noise None { get; } = new();

    /// <summary>
    /// Bursts for each request, beside the failures of the course's rates, which are then single ones;
    /// 0 where the bursts are those failures.
    /// </summary>
    public double BurstsPerRequest { get; init; }

    /// <summary>
    /// Whether the rate's factor has a gamma distribution, which is often near 0; else it is log-normal, and never is.
    /// </summary>
    public bool IsGamma { get; init; }

    /// <summary>What the rate is multiplied by in one look.</summary>
    public double Factor(Dice dice) => Variation <= 0 ? 1 : IsGamma ? dice.Gamma(Variation) : dice.LogNormal(Variation);

    public long Bad(long requests, double rate, Dice dice) => this switch
    {
        { BurstsPerRequest: > 0 } =>
            Math.Min(requests, dice.Binomial(requests, rate) + Burst * dice.Poisson(requests * BurstsPerRequest)),
        { Burst: > 1 } => Math.Min(requests, Burst * dice.Poisson(requests * rate / Burst)),
        _ => dice.Binomial(requests, rate),
    };
}
