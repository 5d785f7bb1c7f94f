using Canary.Statistics.Outlook;

namespace Canary.Statistics;

/// <summary>All that is tested about one signal, minute after minute.</summary>
internal sealed class SignalTests
{
    private static readonly double[] FloorMultiples = [2, 5, 20, 100, 10_000];

    private readonly Tolerance _tolerance;
    private readonly Calibration _calibration;
    private readonly QuietMinutes _quiet = new();
    private readonly RatioTest _ratio;
    private readonly ExactTest _exact;
    private readonly RateTest _floor;
    private readonly BurstTests? _bursts;
    private readonly HarmlessTest _harmless;

    public SignalTests(Tolerance tolerance, Calibration calibration, int plannedLooks)
    {
        var start = new StartPrior(plannedLooks);
        _tolerance = tolerance;
        _calibration = calibration;
        _ratio = new(calibration.Dispersions, tolerance.Ratio, start);
        _exact = new(start);
        _floor = new(FloorMultiples, calibration.BurstFactor, start);
        _bursts = calibration.IsBursty ? new(calibration, tolerance, start) : null;
        _harmless = new(tolerance);
    }

    /// <summary>The candidate's bad requests.</summary>
    public long Bad { get; private set; }

    /// <summary>ln of the evidence that the candidate is worse than the stable version.</summary>
    public double LogRatio => _bursts?.Joined(_ratio.Log) ?? _ratio.Log + _exact.Log;

    /// <summary>ln of the evidence that the candidate is not negligibly bad.</summary>
    public double LogFloor => _bursts?.LogFloor ?? _floor.Log;

    /// <summary>ln of the evidence against the candidate: it must be both.</summary>
    public double LogBad => Math.Min(LogRatio, LogFloor);

    /// <summary>ln of the evidence for it.</summary>
    public double LogGood => _harmless.Log;

    /// <summary>
    /// How many more requests of the candidate let <see cref="LogGood"/> reach a height, if all goes on like that.
    /// </summary>
    public double RequestsUntilGood(double height, Pace pace) => _harmless.RequestsUntil(height, pace, _calibration.BurstFactor);

    /// <summary>See <see cref="HarmlessTest.Bounds"/>.</summary>
    public (double Rate, double Ratio) Bounds => _harmless.Bounds(_tolerance.Beta);

    public void Observe(Minute minute)
    {
        if (minute.WeightChanged && _tolerance.SkipsWeightChanges) return;
        var candidate = Witnessed(Consistent(minute.Candidate), minute.Unwitnessed);
        var stable = Consistent(minute.Stable);
        Bad += candidate.Bad;
        _floor.Observe(candidate, _tolerance.NegligibleRate);
        _harmless.ObserveRate(candidate, _calibration.BurstFactor);
        foreach (var both in _quiet.Add(minute with { Candidate = candidate, Stable = stable })) Compare(both);
    }

    private void Compare(Minute both)
    {
        var (candidate, stable) = (both.Candidate, both.Stable);
        // What is exact of each request knows neither of bursts nor of a tolerance.
        if (_bursts is null && _tolerance.Ratio == 1 && QuietMinutes.IsFew(both)) _exact.Observe(candidate, stable);
        else _ratio.Observe(candidate, stable, both.LargestShare);
        _bursts?.Observe(candidate, stable, both.LargestShare);
        if (!both.WeightChanged) _harmless.ObserveShare(candidate, stable, _calibration.BurstFactor);
    }

    private static Counts Witnessed(Counts counts, long unwitnessed)
    {
        var excused = Math.Min(counts.Bad, unwitnessed);
        return new(counts.Requests - excused, counts.Bad - excused);
    }

    // A request that was bad was one: where its count comes before its request's does, the larger number is the truer.
    private static Counts Consistent(Counts counts) => counts with { Requests = Math.Max(counts.Requests, counts.Bad) };
}
