namespace Canary.Statistics;

/// <summary>
/// Whether the candidate's rate of bad requests exceeds a given rate: a mixture over the multiples of it that it may be,
/// and since when.
/// </summary>
internal sealed class RateTest(double[] multiples, double burstFactor, StartPrior start)
{
    private readonly double _weight = -Math.Log(multiples.Length);
    private readonly double[] _begun = [.. multiples.Select(_ => StartPrior.AtOnce - Math.Log(multiples.Length))];
    private double _notBegun = StartPrior.Later;

    /// <summary>ln of the e-value.</summary>
    public double Log => LogSpace.Add(LogSpace.Sum(_begun), _notBegun);

    public void Observe(Counts candidate, double rate)
    {
        for (var j = 0; j < multiples.Length; j++)
        {
            _begun[j] = LogSpace.Add(_begun[j], _notBegun + start.Now + _weight)
                + (candidate.Bad * Math.Log(multiples[j]) - candidate.Requests * rate * (multiples[j] - 1)) / burstFactor;
        }

        _notBegun += start.NotYet;
    }
}
