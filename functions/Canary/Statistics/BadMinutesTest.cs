using Canary.Statistics.Chances;

namespace Canary.Statistics;

/// <summary>
/// Whether the candidate has more bad minutes than its share of the traffic. Of the minutes in which just one version had bad
/// requests, each is the candidate's with a chance that is its share, as long as bursts fall on requests by chance:
/// a burst counts once, however large it is. A mixture over how much worse the candidate may be, and since when.
/// </summary>
internal sealed class BadMinutesTest(double tolerated, StartPrior start)
{
    private static readonly double[] Ratios = [3, 30, 1000];
    private static readonly double Weight = -Math.Log(Ratios.Length);
    private readonly double[] _begun = [.. Ratios.Select(_ => StartPrior.AtOnce + Weight)];
    private double _notBegun = StartPrior.Later;

    /// <summary>ln of the e-value.</summary>
    public double Log => LogSpace.Add(LogSpace.Sum(_begun), _notBegun);

    public void Observe(Counts candidate, Counts stable, double largestShare)
    {
        if (candidate.Requests == 0 || stable.Requests == 0 || candidate.Bad > 0 == stable.Bad > 0) return;
        var traffic = Math.Max((double)candidate.Requests / (candidate.Requests + stable.Requests), Math.Min(.999, largestShare));
        var unchanged = BetaBinomial.Share(tolerated, Alone(traffic));
        for (var j = 0; j < Ratios.Length; j++)
        {
            var worse = BetaBinomial.Share(Ratios[j], unchanged);
            _begun[j] = LogSpace.Add(_begun[j], _notBegun + start.Now + Weight)
                + (candidate.Bad > 0 ? Math.Log(worse / unchanged) : Math.Log((1 - worse) / (1 - unchanged)));
        }

        _notBegun += start.NotYet;
    }

    // Of two versions the larger one is alone in having bursts a little more often than by its share: where it has one,
    // the smaller one more often has none. So much so with one burst a minute; more of them leave few minutes to one version.
    private static double Alone(double traffic)
    {
        if (traffic <= .5) return traffic;
        var (larger, smaller) = (Math.Exp(traffic) - 1, Math.Exp(1 - traffic) - 1);
        return larger / (larger + smaller);
    }
}
