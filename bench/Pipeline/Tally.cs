namespace Canary.Bench.Pipeline;

/// <summary>What a cell's rollouts came to, by one judge.</summary>
internal sealed class Tally(Cell cell, IReadOnlyList<Played> runs)
{
    private const double Z = 1.959964;
    private readonly Played[] _back = [.. runs.Where(run => run.RolledBack).OrderBy(run => run.Seconds)];

    public int Runs => runs.Count;

    /// <summary>The part of the rollouts that was rolled back.</summary>
    public double RolledBack => (double)_back.Length / runs.Count;

    /// <summary>Wilson's 95 % interval of that.</summary>
    public (double Low, double High) Interval
    {
        get
        {
            var (n, p) = (runs.Count, RolledBack);
            var (centre, scale) = (p + Z * Z / (2 * n), 1 + Z * Z / n);
            var half = Z * Math.Sqrt(p * (1 - p) / n + Z * Z / (4.0 * n * n));
            return (Math.Max(0, (centre - half) / scale), Math.Min(1, (centre + half) / scale));
        }
    }

    /// <summary>The mean of the candidate's requests until the rollback, of the rollouts that were rolled back.</summary>
    public double Requests => _back.Length == 0 ? double.NaN : _back.Average(run => run.Requests);

    /// <summary>The mean of those that failed until the rollback or, without one, until the promotion.</summary>
    public double Failed => runs.Average(run => run.Failed);

    /// <summary>From the regression to the rollback.</summary>
    public double Minutes => (MeanSeconds - (cell.RegressionFrom ?? 0)) / 60;

    /// <summary>From the shift to the rollback.</summary>
    public double MeanSeconds => _back.Length == 0 ? double.NaN : _back.Average(run => run.Seconds);

    /// <summary>The same, of the slowest of a part of the rollouts.</summary>
    public double Seconds(double quantile) =>
        _back.Length == 0 ? double.NaN : _back[Math.Max(0, (int)Math.Ceiling(quantile * _back.Length) - 1)].Seconds;
}
