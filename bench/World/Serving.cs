using Canary.Bench.Traffic;

namespace Canary.Bench.World;

/// <summary>How one version fails.</summary>
internal sealed class Serving(Scene scene, VersionLog log)
{
    private long _failing;
    private int _minute = -1;
    private double _factor = 1;

    public void Serve(int second, long requests, double rate, Dice dice)
    {
        if (requests == 0) return;
        if (scene.Variation > 0 && second / 60 != _minute)
            (_minute, _factor) = (second / 60, dice.LogNormal(scene.Variation));
        log.Add(second, requests, Failed(requests, Math.Min(1, rate * _factor), dice));
    }

    // Of a batch, what does not fit in now fails next.
    private long Failed(long requests, double rate, Dice dice)
    {
        if (scene.Batch <= 1 || rate >= 1) return dice.Binomial(requests, rate);
        _failing += scene.Batch * dice.Poisson(requests * rate / scene.Batch);
        var failed = Math.Min(requests, _failing);
        _failing -= failed;
        return failed;
    }
}
