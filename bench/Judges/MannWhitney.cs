namespace Canary.Bench.Judges;

/// <summary>
/// The Mann-Whitney test by its normal approximation, with corrections for ties and continuity, as R's wilcox.test has it.
/// </summary>
internal static class MannWhitney
{
    /// <summary>
    /// By how many standard deviations the first sample, less a shift, ranks above the second.
    /// The shift is below a one-sided confidence bound exactly where this is above the bound's quantile.
    /// </summary>
    public static double Score(double[] first, double[] second, double shift)
    {
        if (first.Length == 0 || second.Length == 0) return 0;
        var above = 0.0;
        foreach (var x in first) foreach (var y in second) above += x - shift > y ? 1 : x - shift == y ? .5 : 0;
        var excess = above - first.Length * (double)second.Length / 2;
        double n = first.Length + second.Length;
        var ties = first.Select(x => x - shift)
            .Concat(second)
            .GroupBy(x => x)
            .Select(group => (double)group.Count())
            .Sum(t => t * t * t - t);
        var variance = first.Length * (double)second.Length / 12 * (n + 1 - ties / (n * (n - 1)));
        return variance <= 0 ? 0 : (excess - .5 * Math.Sign(excess)) / Math.Sqrt(variance);
    }

    /// <summary>Hodges and Lehmann's estimate of the shift: the median of all differences.</summary>
    public static double Shift(double[] first, double[] second)
    {
        double[] differences = [.. first.SelectMany(x => second.Select(y => x - y)).Order()];
        return (differences[differences.Length / 2] + differences[(differences.Length - 1) / 2]) / 2;
    }
}
