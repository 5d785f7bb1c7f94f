using Canary.Bench.Traffic;

namespace Canary.Bench.World;

/// <summary>Draws when each part of a version's minute arrives. To be asked in the order of time.</summary>
internal sealed class Lags(Telling telling, int lasting, Dice dice)
{
    private const int Common = 2;
    private readonly int[] _keys = [-1, -1, -1];
    private readonly double[] _lags = new double[3];
    private readonly int[] _newest = new int[2];
    private readonly int[] _minutes = [-1, -1];
    private readonly int[] _wholes = new int[2];
    private readonly int[] _apart =
    [
        lasting + telling.StableLate + (int)(telling.Apart * dice.Uniform()),
        lasting + telling.CandidateLate + (int)(telling.Apart * dice.Uniform()),
    ];

    /// <param name="version">0 for the stable version, 1 for the candidate.</param>
    /// <param name="second">When the part began.</param>
    /// <returns>The second at which it can be read.</returns>
    public int ArrivalOf(int version, int second)
    {
        if (telling.IsHeld && second / 60 == _minutes[version]) return _wholes[version];
        if (telling.IsHeld)
        {
            var first = second / 60 * 60;
            var parts = Enumerable.Range(0, 60 / telling.GrainSeconds);
            _minutes[version] = second / 60;
            return _wholes[version] = parts.Max(part => DrawArrivalOf(version, first + part * telling.GrainSeconds));
        }
        return DrawArrivalOf(version, second);
    }

    private int DrawArrivalOf(int version, int second)
    {
        var end = (second / telling.GrainSeconds + 1) * telling.GrainSeconds;
        var at = end + _apart[version] + (int)Math.Round(LagOf(version, second));
        if (!telling.InOrder) return at;
        return _newest[version] = Math.Max(_newest[version], at);
    }

    private double LagOf(int version, int second)
    {
        var (slot, key) = telling.Scope switch
        {
            LagScope.Rollout => (Common, 0),
            LagScope.Minute => (Common, second / 60),
            LagScope.Version => (version, 0),
            LagScope.VersionMinute => (version, second / 60),
            _ => (version, second / telling.GrainSeconds),
        };
        if (_keys[slot] != key)
            (_keys[slot], _lags[slot]) = (key, telling.Least + (telling.Most - telling.Least) * dice.Uniform());
        return _lags[slot];
    }
}
