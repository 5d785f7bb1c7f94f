namespace Canary.Bench.Scale;

/// <summary>What a row's rollouts came to.</summary>
/// <param name="Row">The row.</param>
/// <param name="Releases">Its rollouts.</param>
/// <param name="Calls">What they asked of AWS.</param>
/// <param name="MetricsRead">How many metrics they asked for.</param>
/// <param name="Began">When the first was started.</param>
/// <param name="Wall">How long the benchmark took, in real time.</param>
internal sealed record ScaleFindings(
    ScaleRow Row, IReadOnlyList<Released> Releases, CallLog Calls, int MetricsRead, DateTimeOffset Began, TimeSpan Wall)
{
    private const double DollarsATransition = 0.025 / 1_000;
    private const double DollarsAMetric = 0.01 / 1_000;

    public int AsDeserved => Releases.Count(release => release.IsAsDeserved);

    public int Transitions => Releases.Sum(release => release.End!.Transitions);

    /// <summary>From the first start to the last end.</summary>
    public TimeSpan Elapsed => Releases.Max(release => release.End!.StopDate!.Value) - Began;

    /// <summary>What the quota of the scarce calls makes of them, however they are made.</summary>
    public TimeSpan Limit => TimeSpan.FromSeconds(Calls.Scarce / CallLog.ScarcePerSecond);

    /// <summary>How long those that nobody called back took, over how long their steps bake.</summary>
    public IReadOnlyList<double> OverPlan =>
        [.. Releases.Where(release => release.Fate == Fate.Good).Select(release => release.Duration / Row.Bake).Order()];

    /// <summary>Seconds between two looks at an alarm, over all rollouts.</summary>
    public IReadOnlyList<double> Gaps => [.. Releases.SelectMany(release => release.Gaps).Order()];

    public double Dollars => (DollarsATransition * Transitions + DollarsAMetric * MetricsRead) / Releases.Count;

    public bool MeetsGoals => Row.Goals.All(goal => goal.IsMet(this));

    /// <summary>Seconds from the alarm, or from the Stop, to the alias that is back.</summary>
    public IReadOnlyList<double> Returns(Fate fate) =>
    [
        .. Releases.Where(release => release.Fate == fate)
            .Select(release => release.Return?.TotalSeconds)
            .OfType<double>()
            .Order(),
    ];

    /// <summary>The smallest value that so many of them do not exceed; NaN of none.</summary>
    public static double Quantile(IReadOnlyList<double> sorted, double share) =>
        sorted.Count == 0 ? double.NaN : sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1)];
}
