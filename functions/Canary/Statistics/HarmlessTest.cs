using Canary.Statistics.Chances;
using Canary.Statistics.Outlook;

namespace Canary.Statistics;

/// <summary>
/// Whether the candidate is harmless. A harmful one is worse by a multiple and bad in itself, so that either can be refuted:
/// by its share of the bad requests, or by its own rate.
/// </summary>
internal sealed class HarmlessTest(Tolerance tolerance)
{
    private static readonly double[] Ratios = [1, .5];
    private static readonly double[] Parts = [0, .05, .2, .5];
    private static readonly double[] ByShareWeights = [Math.Log(2.0 / 3), Math.Log(1.0 / 3)];
    private static readonly double[] ByRateWeights = [Math.Log(.4), Math.Log(.2), Math.Log(.2), Math.Log(.2)];

    private const double Most = 1e12;
    private const double MostRatio = 1_000;
    private const double LeastRate = 1e-6;

    // The rate alone may show it, and the other half of the error then takes a few requests more.
    private const double Closely = 1.1;

    private readonly double[] _byShare = [.. ByShareWeights];
    private readonly double[] _byRate = [.. ByRateWeights];
    private readonly List<(double Traffic, double Candidate, double Stable)> _shared = [];
    private double _good;
    private double _bad;

    /// <summary>ln of the e-value.</summary>
    public double Log => Joined(_byShare, _byRate);

    /// <summary>Compares shares, in a minute in which the share was the same all along.</summary>
    public void ObserveShare(Counts candidate, Counts stable, double burstFactor)
    {
        if (candidate.Bad + stable.Bad == 0 || candidate.Requests == 0 || stable.Requests == 0) return;
        var traffic = (double)candidate.Requests / (candidate.Requests + stable.Requests);
        for (var j = 0; j < Ratios.Length; j++)
            _byShare[j] += ByShare(Ratios[j], tolerance.HarmfulRatio, traffic, candidate.Bad, stable.Bad) / burstFactor;
        _shared.Add((traffic, candidate.Bad / burstFactor, stable.Bad / burstFactor));
    }

    /// <summary>Judges the candidate's own rate.</summary>
    public void ObserveRate(Counts candidate, double burstFactor)
    {
        for (var j = 0; j < Parts.Length; j++)
        {
            _byRate[j] +=
                ByRate(Parts[j], tolerance.HarmfulRate, candidate.Bad, candidate.Requests - candidate.Bad) / burstFactor;
        }
        _good += (candidate.Requests - candidate.Bad) / burstFactor;
        _bad += candidate.Bad / burstFactor;
    }

    /// <summary>
    /// How many more requests of the candidate let <see cref="Log"/> reach a height, if all goes on like that; infinity for none.
    /// </summary>
    public double RequestsUntil(double height, Pace pace, double burstFactor)
    {
        if (Log >= height) return 0;
        var (byShare, byRate) = Each(pace, burstFactor);
        return Crossing.Of(requests => Joined(
            [.. _byShare.Select((log, j) => log + requests * byShare[j])],
            [.. _byRate.Select((log, j) => log + requests * byRate[j])]), height, 1, Most);
    }

    /// <summary>Goes on by so many requests of the candidate, as they are on average.</summary>
    public void Expect(double requests, Pace pace, double burstFactor)
    {
        var (byShare, byRate) = Each(pace, burstFactor);
        for (var j = 0; j < byShare.Length; j++) _byShare[j] += requests * byShare[j];
        for (var j = 0; j < byRate.Length; j++) _byRate[j] += requests * byRate[j];
    }

    /// <summary>
    /// The least rate that the candidate's is below, and the least multiple of the stable version's: each with half of the error.
    /// </summary>
    public (double Rate, double Ratio) Bounds(double error)
    {
        var height = -Math.Log(error / 2);
        var rate = Crossing.Of(
            harmful => LogSpace.Sum([.. Parts.Select((part, j) => ByRateWeights[j] + ByRate(part, harmful, _bad, _good))]),
            height, Math.Max(LeastRate, _bad / (_bad + _good)), 1 - LeastRate);
        // The shares have to be gone through again: only where they are what shows it.
        return rate <= tolerance.HarmfulRate * Closely ? (rate, double.PositiveInfinity) : (rate, Crossing.Of(
            harmful => LogSpace.Sum([.. Ratios.Select((ratio, j) => ByShareWeights[j] + _shared.Sum(
                one => ByShare(ratio, harmful, one.Traffic, one.Candidate, one.Stable)))]),
            height, 1, MostRatio));
    }

    // What one request of the candidate adds, and what the stable version does meanwhile.
    private (double[] ByShare, double[] ByRate) Each(Pace pace, double burstFactor) => (
        [.. Ratios.Select(ratio => ByShare(
            ratio, tolerance.HarmfulRatio, pace.Share, pace.Candidate, pace.StablePerCandidate * pace.Stable) / burstFactor)],
        [.. Parts.Select(part => ByRate(part, tolerance.HarmfulRate, pace.Candidate, 1 - pace.Candidate) / burstFactor)]);

    private static double Joined(ReadOnlySpan<double> byShare, ReadOnlySpan<double> byRate) =>
        LogSpace.Add(LogSpace.Sum(byShare), LogSpace.Sum(byRate)) - Math.Log(2);

    private static double ByShare(double ratio, double harmfulRatio, double traffic, double candidate, double stable)
    {
        var (share, harmful) = (BetaBinomial.Share(ratio, traffic), BetaBinomial.Share(harmfulRatio, traffic));
        return candidate * Math.Log(share / harmful) + stable * Math.Log((1 - share) / (1 - harmful));
    }

    private static double ByRate(double part, double harmfulRate, double bad, double good) =>
        (bad == 0 ? 0 : bad * Math.Log(part)) + good * Math.Log((1 - part * harmfulRate) / (1 - harmfulRate));
}
