namespace Canary.Bench.World;

/// <summary>Requests of one kind.</summary>
/// <param name="Share">Their part of all, 0 to 1.</param>
/// <param name="Median">Milliseconds that half of them take at most.</param>
/// <param name="Sigma">The standard deviation of the logarithm.</param>
internal sealed record Mode(double Share, double Median, double Sigma)
{
    public double Above(double milliseconds) =>
        milliseconds <= 0 ? 1 : Erfc(Math.Log(milliseconds / Median) / (Sigma * Math.Sqrt(2))) / 2;

    // Abramowitz and Stegun, 7.1.26, whose error is below 1.5e-7.
    private static double Erfc(double x)
    {
        if (x < 0) return 2 - Erfc(-x);
        var t = 1 / (1 + .3275911 * x);
        var sum = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - .284496736) * t + .254829592) * t;
        return sum * Math.Exp(-x * x);
    }
}
