using Canary.Cli.Watching;

namespace Canary.Cli.Traffic;

/// <summary>Counts what the traffic came to. Thread-safe.</summary>
internal sealed class TrafficTally
{
    private readonly Lock _gate = new();
    private TrafficSnapshot _now = TrafficSnapshot.Empty;

    /// <summary>The counts as they are now.</summary>
    public TrafficSnapshot Snapshot()
    {
        lock (_gate) return _now;
    }

    /// <summary>A request was served.</summary>
    public void Served(string version, bool failed)
    {
        lock (_gate) _now =
            _now with { Versions = _now.Versions.SetItem(version, _now.Of(version) + new TrafficCount(1, failed ? 1 : 0)) };
    }

    /// <summary>A request found nobody to serve it.</summary>
    public void Refused()
    {
        lock (_gate) _now = _now with { Refused = _now.Refused + 1 };
    }
}
