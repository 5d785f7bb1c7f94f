using Canary.Statistics.Chances;

namespace Canary.Statistics;

/// <summary>
/// Whether the candidate's rate exceeds the tolerated multiple of the stable version's.
/// Each minute is judged given its total of bad requests: an unchanged candidate gets each of them with a chance that is its
/// share of the traffic, so that what hits both versions cancels. A mixture over how much worse the candidate may be, since when,
/// and, for the null, over how bursty it may be. Source: Lindon, Sanden, Shirikian, "Rapid regression detection in software
/// deployments through sequential testing", 2022.
/// </summary>
internal sealed class RatioTest
{
    private const double LargestShare = .999;
    private static readonly double[] Ratios = [1.1, 1.3, 1.7, 2.5, 5, 10, 100, 1000];
    private static readonly double[] Weights = [3, 1.5, 1.5, 1.2, 1, 1, 1, 1.8];

    private readonly IReadOnlyList<Dispersion> _dispersions;
    private readonly double _tolerated;
    private readonly StartPrior _start;
    private readonly double[] _ratios;
    private readonly double[] _weights;
    private readonly double[] _shares;
    private readonly double[][] _begun;
    private readonly double[] _notBegun;
    private readonly double[] _null;

    public RatioTest(IReadOnlyList<Dispersion> dispersions, double tolerated, StartPrior start)
    {
        _dispersions = dispersions;
        _tolerated = tolerated;
        _start = start;
        var first = Array.FindIndex(Ratios, ratio => ratio > tolerated * 1.05);
        _ratios = Ratios[first..];
        var sum = Weights[first..].Sum();
        _weights = [.. Weights[first..].Select(weight => Math.Log(weight / sum))];
        _shares = new double[_ratios.Length];
        _begun = [.. dispersions.Select(_ => _weights.Select(weight => StartPrior.AtOnce + weight).ToArray())];
        _notBegun = [.. dispersions.Select(_ => StartPrior.Later)];
        _null = new double[dispersions.Count];
    }

    /// <summary>ln of the e-value: against the kind of burstiness that explains the minutes best without a regression.</summary>
    public double Log
    {
        get
        {
            var sum = LogSpace.Sum(_notBegun);
            foreach (var begun in _begun) sum = LogSpace.Add(sum, LogSpace.Sum(begun));
            return sum - Math.Log(_dispersions.Count) - _null.Max();
        }
    }

    public void Observe(Counts candidate, Counts stable, double largestShare)
    {
        var total = candidate.Bad + stable.Bad;
        if (total == 0 || candidate.Requests == 0 || stable.Requests == 0) return;
        // The share that was seen is below 1, however small the other version's; only the hint can be 1.
        var traffic =
            Math.Max((double)candidate.Requests / (candidate.Requests + stable.Requests), Math.Min(LargestShare, largestShare));
        for (var j = 0; j < _ratios.Length; j++) _shares[j] = BetaBinomial.Share(_ratios[j], traffic);
        var unchanged = BetaBinomial.Share(_tolerated, traffic);
        for (var m = 0; m < _dispersions.Count; m++) Observe(m, candidate.Bad, total, unchanged);
    }

    private void Observe(int m, long bad, long total, double unchanged)
    {
        var dispersion = _dispersions[m];
        var begun = _begun[m];
        for (var j = 0; j < begun.Length; j++)
        {
            begun[j] = LogSpace.Add(begun[j], _notBegun[m] + _start.Now + _weights[j])
                + dispersion.LogKernel(bad, total, _shares[j]);
        }

        var kernel = dispersion.LogKernel(bad, total, unchanged);
        _notBegun[m] += _start.NotYet + kernel;
        _null[m] += kernel;
    }
}
