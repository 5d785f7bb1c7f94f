namespace Canary.Statistics;

/// <summary>
/// Whether the candidate's bad requests are more than its share, where there are few requests: given how many each version had,
/// and how many were bad, an unchanged candidate has any of them as likely as any other (Fisher's exact test).
/// A mixture over the odds that it may have instead, and since when.
/// </summary>
/// <remarks>
/// Of few requests only large odds can be seen. In an outage of both versions, in which all requests are bad, it sees nothing at
/// all, where a chance for each bad request by itself would still see something in who happened to have more of them.
/// </remarks>
internal sealed class ExactTest(StartPrior start)
{
    private static readonly double[] LogOdds = [Math.Log(3), Math.Log(10), Math.Log(100), Math.Log(1000)];
    private static readonly double Weight = -Math.Log(LogOdds.Length);
    private readonly double[] _begun = [.. LogOdds.Select(_ => StartPrior.AtOnce + Weight)];
    private double _notBegun = StartPrior.Later;
    private bool _isAny;

    /// <summary>ln of the e-value.</summary>
    public double Log => _isAny ? LogSpace.Add(LogSpace.Sum(_begun), _notBegun) : 0;

    public void Observe(Counts candidate, Counts stable)
    {
        if (candidate.Bad + stable.Bad == 0 || candidate.Requests == 0 || stable.Requests == 0) return;
        _isAny = true;
        for (var j = 0; j < LogOdds.Length; j++)
        {
            _begun[j] = LogSpace.Add(_begun[j], _notBegun + start.Now + Weight)
                + candidate.Bad * LogOdds[j] - LogMean(candidate, stable, LogOdds[j]);
        }

        _notBegun += start.NotYet;
    }

    // Of the odds to the power of the candidate's bad requests, over all ways to deal the bad requests out.
    private static double LogMean(Counts candidate, Counts stable, double logOdds)
    {
        var bad = candidate.Bad + stable.Bad;
        var last = Math.Min(bad, candidate.Requests);
        var (ways, all, weighted) = (0.0, double.NegativeInfinity, double.NegativeInfinity);
        for (var own = Math.Max(0, bad - stable.Requests); own <= last; own++)
        {
            all = LogSpace.Add(all, ways);
            weighted = LogSpace.Add(weighted, ways + own * logOdds);
            ways += Math.Log(
                (double)(candidate.Requests - own) * (bad - own) / ((own + 1.0) * (stable.Requests - bad + own + 1)));
        }

        return weighted - all;
    }
}
