namespace Canary.Bench.Traffic;

/// <summary>How one version's failures vary for themselves, beyond chance.</summary>
/// <param name="Burst">Failures that come together.</param>
/// <param name="Variation">The coefficient of variation of the rate from look to look.</param>
internal sealed record Noise(int Burst = 1, double Variation = 0)
{
    public static Noise None { get; } = new();

    /// <summary>The rate that holds in one look.</summary>
    public double Vary(double rate, Dice dice) => Variation > 0 ? Math.Min(1, rate * dice.LogNormal(Variation)) : rate;

    public long Bad(long requests, double rate, Dice dice) =>
        Burst > 1 ? Math.Min(requests, Burst * dice.Poisson(requests * rate / Burst)) : dice.Binomial(requests, rate);
}
