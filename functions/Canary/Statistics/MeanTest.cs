namespace Canary.Statistics;

/// <summary>
/// Whether the candidate's mean rate of bad requests exceeds a given rate, however they come: in a minute their number over the
/// one that was to be expected has a mean of 1 at most, so a stake on it grows by chance no more than it should.
/// A mixture over stakes, and since when. Source: Waudby-Smith, Ramdas, "Estimating means of bounded random variables by
/// betting", 2023.
/// </summary>
internal sealed class MeanTest(StartPrior start)
{
    private static readonly double[] Stakes = [.02, .1, .5];
    private static readonly double Weight = -Math.Log(Stakes.Length);
    private readonly double[] _begun = [.. Stakes.Select(_ => StartPrior.AtOnce + Weight)];
    private double _notBegun = StartPrior.Later;

    /// <summary>ln of the e-value.</summary>
    public double Log => LogSpace.Add(LogSpace.Sum(_begun), _notBegun);

    public void Observe(Counts candidate, double rate)
    {
        var expected = candidate.Requests * rate;
        var times = expected > 0 ? candidate.Bad / expected : 1;
        for (var j = 0; j < Stakes.Length; j++)
        {
            _begun[j] =
                LogSpace.Add(_begun[j], _notBegun + start.Now + Weight) + Math.Log(1 - Stakes[j] + Stakes[j] * times);
        }

        _notBegun += start.NotYet;
    }
}
