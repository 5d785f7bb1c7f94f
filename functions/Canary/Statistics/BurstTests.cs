namespace Canary.Statistics;

/// <summary>
/// What is tested beside the ratio of bad requests where they come in bursts. Each of these holds for bursts in another way,
/// and their evidence is averaged.
/// </summary>
internal sealed class BurstTests(Calibration calibration, Tolerance tolerance, StartPrior start)
{
    private static readonly double[] Multiples = [1.5, 3, 6, 20];
    private static readonly double OfRatio = Math.Log(.5);
    private static readonly double OfWorst = Math.Log(.2);
    private static readonly double OfMinutes = Math.Log(.3);
    private readonly RateTest _worst = new(Multiples, calibration.Phi, start);
    private readonly BadMinutesTest _minutes = new(tolerance.Ratio, start);
    private readonly MeanTest _floor = new(start);

    /// <summary>ln of the evidence that the candidate is not negligibly bad.</summary>
    public double LogFloor => _floor.Log;

    /// <summary>ln of the evidence that the candidate is worse, together with that of the ratio.</summary>
    public double Joined(double logRatio) =>
        LogSpace.Sum([logRatio + OfRatio, _worst.Log + OfWorst, _minutes.Log + OfMinutes]);

    public void Observe(Counts candidate, Counts stable, double largestShare)
    {
        _floor.Observe(candidate, tolerance.NegligibleRate);
        _minutes.Observe(candidate, stable, largestShare);
        // Worse than twice the worst minute that there was, and twice what the stable version does now.
        _worst.Observe(candidate, 2 * Math.Max(calibration.WorstRate, (stable.Bad + 1.0) / (stable.Requests + 1)));
    }
}
