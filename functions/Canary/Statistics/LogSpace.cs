namespace Canary.Statistics;

/// <summary>
/// Sums of numbers that are kept as their logarithms, because the numbers themselves leave the range of a double.
/// </summary>
internal static class LogSpace
{
    /// <summary>ln(e^a + e^b).</summary>
    public static double Add(double a, double b)
    {
        var (large, small) = a < b ? (b, a) : (a, b);
        // Beyond 40 the smaller one is lost in the last digit of the larger;
        // this also keeps minus infinity from becoming not a number.
        return large - small < 40 ? large + double.LogP1(Math.Exp(small - large)) : large;
    }

    /// <summary>The logarithm of the sum; minus infinity for none.</summary>
    public static double Sum(ReadOnlySpan<double> logs)
    {
        var sum = double.NegativeInfinity;
        foreach (var log in logs) sum = Add(sum, log);
        return sum;
    }
}
