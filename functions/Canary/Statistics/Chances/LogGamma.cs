namespace Canary.Statistics.Chances;

/// <summary>The logarithm of the gamma function, which .NET lacks.</summary>
internal static class LogGamma
{
    private const double HalfLnTwoPi = 0.91893853320467274178;

    /// <summary>ln Γ(x) for x above 0, to about 15 digits.</summary>
    /// <exception cref="ArgumentOutOfRangeException">x is not above 0.</exception>
    public static double Of(double x)
    {
        if (!(x > 0)) throw new ArgumentOutOfRangeException(nameof(x), x, "The gamma function is wanted above 0 only.");
        // Γ(x) = Γ(x+1)/x, up to where Stirling's series (Abramowitz and Stegun 6.1.41) is exact to the last digit.
        var below = 1.0;
        for (; x < 10; x++) below *= x;
        var s = 1 / (x * x);
        var series = 1.0 / 12
            - s * (1.0 / 360 - s * (1.0 / 1260 - s * (1.0 / 1680 - s * (1.0 / 1188 - s * (691.0 / 360360 - s / 156)))));
        return (x - .5) * Math.Log(x) - x + HalfLnTwoPi + series / x - Math.Log(below);
    }
}
