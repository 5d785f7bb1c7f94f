using System.Globalization;

namespace Canary.Bench.Pipeline;

/// <summary>What a cell's rollouts came to.</summary>
internal sealed class Tally(Cell cell, IReadOnlyList<Played> runs)
{
    private readonly List<Played> _back = [.. runs.Where(run => run.RolledBack)];

    public Cell Cell => cell;

    public double RolledBack => (double)_back.Count / runs.Count;

    /// <summary>The mean of the candidate's requests until the rollback.</summary>
    public double Requests => _back.Count == 0 ? double.NaN : _back.Average(run => run.Requests);

    public double Failed => _back.Count == 0 ? double.NaN : _back.Average(run => run.Failed);

    public double Minutes => _back.Count == 0 ? double.NaN : _back.Average(run => run.Seconds - (cell.RegressionFrom ?? 0)) / 60;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{cell.Title,-90} n {runs.Count,5}  back {100 * RolledBack,6:0.00} %")
        + (cell.RegressionFrom is null ? "" : string.Create(CultureInfo.InvariantCulture,
            $"  requests {Requests,8:N0}  failed {Failed,7:N0}  minutes {Minutes,5:0.0}"));
}
