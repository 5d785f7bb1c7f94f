namespace Canary.Statistics;

/// <summary>
/// Whether the candidate is harmless. A harmful one is worse by a multiple and bad in itself, so that either can be refuted:
/// by its share of the bad requests, or by its own rate.
/// </summary>
internal sealed class HarmlessTest(Tolerance tolerance)
{
    private static readonly double[] Ratios = [1, .5];
    private static readonly double[] Parts = [0, .05, .2, .5];
    private readonly double[] _byShare = [Math.Log(2.0 / 3), Math.Log(1.0 / 3)];
    private readonly double[] _byRate = [Math.Log(.4), Math.Log(.2), Math.Log(.2), Math.Log(.2)];

    /// <summary>ln of the e-value.</summary>
    public double Log => LogSpace.Add(LogSpace.Sum(_byShare), LogSpace.Sum(_byRate)) - Math.Log(2);

    /// <summary>Compares shares, in a minute in which the share was the same all along.</summary>
    public void ObserveShare(Counts candidate, Counts stable, double burstFactor)
    {
        if (candidate.Bad + stable.Bad == 0 || candidate.Requests == 0 || stable.Requests == 0) return;
        var traffic = (double)candidate.Requests / (candidate.Requests + stable.Requests);
        var harmful = BetaBinomial.Share(tolerance.HarmfulRatio, traffic);
        for (var j = 0; j < Ratios.Length; j++)
        {
            var share = BetaBinomial.Share(Ratios[j], traffic);
            _byShare[j] +=
                (candidate.Bad * Math.Log(share / harmful) + stable.Bad * Math.Log((1 - share) / (1 - harmful))) / burstFactor;
        }
    }

    /// <summary>Judges the candidate's own rate.</summary>
    public void ObserveRate(Counts candidate, double burstFactor)
    {
        for (var j = 0; j < Parts.Length; j++)
        {
            var rate = Parts[j] * tolerance.HarmfulRate;
            var bad = candidate.Bad == 0 ? 0 : candidate.Bad * Math.Log(Parts[j]);
            _byRate[j] +=
                (bad + (candidate.Requests - candidate.Bad) * Math.Log((1 - rate) / (1 - tolerance.HarmfulRate))) / burstFactor;
        }
    }
}
