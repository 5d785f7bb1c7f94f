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

    /// <summary>All that happened.</summary>
    public Counts Total { get; private set; }

    public void Add(int second, long requests, long failed)
    {
        if (requests == 0) return;
        var part = second / PartSeconds;
        if (part >= _requests.Length) Grow();
        if (_requests[part] == 0) _arrivals[part] = lags.ArrivalOf(version, second);
        _requests[part] += (int)requests;
        _failed[part] += (int)failed;
        Total += new Counts(requests, failed);
    }

    /// <summary>What of a minute can be read, and whether that is all.</summary>
    public Told Read(int minute, int at)
    {
        int requests = 0, failed = 0;
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
        }
        return new(requests, failed, whole);
    }

    private void Grow()
    {
        Array.Resize(ref _requests, 2 * _requests.Length);
        Array.Resize(ref _failed, _requests.Length);
        Array.Resize(ref _arrivals, _requests.Length);
    }
}
