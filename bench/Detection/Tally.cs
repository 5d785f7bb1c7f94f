using Canary.Bench.Traffic;

namespace Canary.Bench.Detection;

/// <summary>What one judge did in many runs of one course.</summary>
internal sealed class Tally
{
    private readonly long[] _requests;
    private readonly long[] _failed;
    private readonly double[] _minutes;

    /// <param name="runs">The runs, and the look after which each was rolled back.</param>
    /// <param name="fromMinute">When the regression began: the time to a decision counts from there.</param>
    public Tally(IReadOnlyCollection<(Run Run, int? Look)> runs, double fromMinute)
    {
        Runs = runs.Count;
        var rolledBack = runs.Where(run => run.Look is not null).ToList();
        _requests = [.. rolledBack.Select(run => Exposed(run.Run, run.Look!.Value, look => look.Candidate.Requests)).Order()];
        _failed = [.. runs.Select(run => Exposed(run.Run, run.Look ?? run.Run.Looks.Count, look => look.Candidate.Bad)).Order()];
        _minutes = [.. rolledBack.Select(run => (run.Look!.Value + 1) * run.Run.Course.LookMinutes - fromMinute).Order()];
    }

    public int Runs { get; }

    /// <summary>The part of the runs that was rolled back.</summary>
    public double RolledBack => (double)_minutes.Length / Runs;

    /// <summary>Requests that the candidate got until the rollback, of the runs that were rolled back.</summary>
    public double Requests(double quantile) => Quantile([.. _requests], quantile);

    /// <summary>Requests that the candidate failed until the rollback or, without one, until the end.</summary>
    public double Failed(double quantile) => Quantile([.. _failed], quantile);

    /// <summary>Minutes from the regression to the rollback.</summary>
    public double Minutes(double quantile) => Quantile(_minutes, quantile);

    private static long Exposed(Run run, int look, Func<Statistics.Minute, long> of) => run.Looks.Take(look + 1).Sum(of);

    private static double Quantile(double[] sorted, double quantile) =>
        sorted.Length == 0 ? double.NaN : sorted[Math.Max(0, (int)Math.Ceiling(quantile * sorted.Length) - 1)];

    private static double Quantile(long[] sorted, double quantile) =>
        Quantile(Array.ConvertAll(sorted, x => (double)x), quantile);
}
