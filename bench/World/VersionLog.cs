using Canary.Statistics;

namespace Canary.Bench.World;

/// <summary>What one version did, part by part, and when it can be read.</summary>
/// <param name="version">0 for the stable version, 1 for the candidate.</param>
/// <param name="lags">When what arrives.</param>
internal sealed class VersionLog(int version, Lags lags)
{
    public const int PartSeconds = 5;
    private const int PerMinute = 60 / PartSeconds;
    private int[] _requests = new int[PerMinute * 256];
    private int[] _failed = new int[PerMinute * 256];
    private int[] _arrivals = new int[PerMinute * 256];
    private int[][] _slow = [];

    /// <summary>All that happened.</summary>
    public Counts Total { get; private set; }

    public void Add(int second, long requests, long failed)
    {
        var part = second / PartSeconds;
        if (part >= _requests.Length) Grow();
        if (_requests[part] == 0) _arrivals[part] = lags.ArrivalOf(version, second);
        _requests[part] += (int)requests;
        _failed[part] += (int)failed;
        Total += new Counts(requests, failed);
    }

    public void AddSlow(int second, long[] slow)
    {
        for (var i = 0; i < slow.Length; i++) _slow[i][second / PartSeconds] += (int)slow[i];
    }

    /// <summary>Begins to count slow requests, and counts those that were.</summary>
    public void Watch(int thresholds, Func<long, long[]> slow)
    {
        _slow = [.. Enumerable.Range(0, thresholds).Select(_ => new int[_requests.Length])];
        for (var part = 0; part < _requests.Length; part++)
        {
            if (_requests[part] > 0) AddSlow(part * PartSeconds, slow(_requests[part]));
        }
    }

    /// <summary>What of a minute can be read, and whether that is all.</summary>
    /// <param name="minute">The minute.</param>
    /// <param name="at">When it is read.</param>
    /// <param name="threshold">By which threshold requests are slow, or -1.</param>
    public Told Read(int minute, int at, int threshold = -1)
    {
        int requests = 0, failed = 0, slow = 0;
        var whole = at >= 60 * (minute + 1);
        for (var part = minute * PerMinute; part < (minute + 1) * PerMinute && part < _requests.Length; part++)
        {
            if (_requests[part] == 0) continue;
            if (_arrivals[part] > at)
            {
                whole = false;
                continue;
            }
            requests += _requests[part];
            failed += _failed[part];
            if (threshold >= 0) slow += _slow[threshold][part];
        }
        return new(requests, failed, slow, whole);
    }

    private void Grow()
    {
        Array.Resize(ref _requests, 2 * _requests.Length);
        Array.Resize(ref _failed, _requests.Length);
        Array.Resize(ref _arrivals, _requests.Length);
        for (var i = 0; i < _slow.Length; i++) Array.Resize(ref _slow[i], _requests.Length);
    }
}
