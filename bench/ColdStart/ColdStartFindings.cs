namespace Canary.Bench.ColdStart;

/// <summary>All starts of one way to run the Lambda.</summary>
/// <param name="Starter">Which.</param>
/// <param name="Starts">Each start.</param>
/// <param name="PackageBytes">The zipped package; null where there is none.</param>
internal sealed record ColdStartFindings(Starter Starter, IReadOnlyList<Start> Starts, long? PackageBytes)
{
    /// <summary>At most this share of Python's time is the native one's.</summary>
    public const double TimeGoal = .08;

    /// <summary>At most this share of Python's memory is the native one's.</summary>
    public const double MemoryGoal = .5;

    public double MedianMs => Median(Starts.Select(start => start.Time.TotalMilliseconds));

    public double FastestMs => Starts.Min(start => start.Time.TotalMilliseconds);

    public double SlowestMs => Starts.Max(start => start.Time.TotalMilliseconds);

    public double MedianMb => Median(Starts.Select(start => start.PeakBytes / 1e6));

    private static double Median(IEnumerable<double> values)
    {
        List<double> sorted = [.. values.Order()];
        return sorted[sorted.Count / 2];
    }
}
