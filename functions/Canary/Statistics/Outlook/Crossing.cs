namespace Canary.Statistics.Outlook;

/// <summary>Where something that rises in the end first reaches a height: to three digits, for it is told in two.</summary>
internal static class Crossing
{
    private const double Precision = 1.001;

    /// <summary>Infinity where it does not reach it between both.</summary>
    public static double Of(Func<double, double> of, double height, double low, double high)
    {
        if (!(of(high) >= height)) return double.PositiveInfinity;
        while (high > low * Precision)
        {
            var middle = Math.Sqrt(low * high);
            if (of(middle) >= height) high = middle;
            else low = middle;
        }
        return high;
    }
}
