using Canary.Bench.Traffic;

namespace Canary.Bench.World;

/// <summary>How one version fails, and how long it takes.</summary>
internal sealed class Serving(Scene scene, Durations? durations, VersionLog log)
{
    private long _failing;
    private long _cold;
    private int _minute = -1;
    private double _factor = 1;
    private double[] _thresholds = [];
    private long[] _slow = [];

    /// <summary>The next requests are slow.</summary>
    public void Cool(int requests) => _cold = requests;

    public void Serve(int second, long requests, double rate, double slower, Dice dice)
    {
        if (requests == 0) return;
        if (scene.Variation > 0 && second / 60 != _minute)
            (_minute, _factor) = (second / 60, dice.LogNormal(scene.Variation));
        log.Add(second, requests, Failed(requests, Math.Min(1, rate * _factor), dice));
        if (_thresholds.Length > 0) log.AddSlow(second, Slow(requests, slower, dice));
    }

    /// <summary>Counts the requests from now on, and those that were, by these thresholds.</summary>
    public void Watch(double[] thresholds, Dice dice)
    {
        (_thresholds, _slow) = (thresholds, new long[thresholds.Length]);
        log.Watch(thresholds.Length, requests => Slow(requests, 1, dice));
    }

    // Of those above one threshold the part that is above the next.
    private long[] Slow(long requests, double slower, Dice dice)
    {
        var cold = Math.Min(requests, _cold);
        _cold -= cold;
        var (above, before) = (requests - cold, 1.0);
        for (var i = 0; i < _thresholds.Length; i++)
        {
            var part = durations!.Above(_thresholds[i] / slower);
            above = dice.Binomial(above, before > 0 ? part / before : 0);
            (_slow[i], before) = (above + cold, part);
        }
        return _slow;
    }

    private long Failed(long requests, double rate, Dice dice)
    {
        if (scene.Batch <= 1 || rate >= 1) return dice.Binomial(requests, rate);
        if (scene.BatchRate is not { } batchRate) return InBatches(requests, rate, dice);
        var failed = InBatches(requests, batchRate, dice);
        return failed + dice.Binomial(requests - failed, rate);
    }

    // Of a batch, what does not fit in now fails next.
    private long InBatches(long requests, double rate, Dice dice)
    {
        _failing += scene.Batch * dice.Poisson(requests * rate / scene.Batch);
        var failed = Math.Min(requests, _failing);
        _failing -= failed;
        return failed;
    }
}
