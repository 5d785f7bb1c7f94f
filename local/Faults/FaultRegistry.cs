using System.Collections.Immutable;
using Canary.Local.Wire;

namespace Canary.Local.Faults;

/// <summary>The faults that are on demand now, and those that have struck. It can be changed at any time. Thread-safe.</summary>
public sealed class FaultRegistry(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly List<FaultStrike> _strikes = [];
    private ImmutableArray<ActiveFault> _active = [];

    /// <summary>A fault has struck. Raised on the thread that it strikes: be quick, and do not throw.</summary>
    public event Action<FaultStrike>? Struck;

    /// <summary>Whether nothing can go wrong: calls then cost nothing more.</summary>
    public bool IsEmpty => _active.IsEmpty;

    /// <summary>What has struck so far, in order.</summary>
    public IReadOnlyList<FaultStrike> Strikes
    {
        get
        {
            lock (_gate) return [.. _strikes];
        }
    }

    /// <summary>
    /// Adds a fault until the result is disposed. Of several that could strike one call, the one that was added first does.
    /// </summary>
    /// <exception cref="ArgumentException">It could never strike, or not as it says.</exception>
    public IDisposable Add(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        var problems = FaultRules.Problems(fault).ToList();
        if (problems.Count > 0)
            throw new ArgumentException($"The fault \"{fault}\" cannot strike: {string.Join("; ", problems)}.", nameof(fault));
        var active = new ActiveFault(this, fault);
        lock (_gate) _active = _active.Add(active);
        return active;
    }

    /// <summary>Takes all faults away. What has struck stays known.</summary>
    public void Clear()
    {
        lock (_gate) _active = [];
    }

    /// <summary>
    /// The fault that strikes a call, or null. It is recorded, except for a stale read: that strikes when it has something old to
    /// show.
    /// </summary>
    internal Fault? Take(ApiCall call)
    {
        if (IsEmpty) return null;
        Fault? fault;
        lock (_gate) fault = _active.FirstOrDefault(active => active.Strikes(call))?.Fault;
        if (fault is not null && fault.Kind != FaultKind.Stale) Record(fault, call);
        return fault;
    }

    internal void Record(Fault fault, ApiCall call)
    {
        var strike = new FaultStrike(fault, call, clock.GetUtcNow());
        lock (_gate) _strikes.Add(strike);
        Struck?.Invoke(strike);
    }

    private sealed class ActiveFault(FaultRegistry registry, Fault fault) : IDisposable
    {
        private int _seen;
        private int _struck;

        public Fault Fault => fault;

        /// <summary>Counts the call. Call it under the registry's lock.</summary>
        public bool Strikes(ApiCall call)
        {
            if (!fault.Concerns(call) || fault.While?.Invoke(call) is false || ++_seen < fault.From) return false;
            if (fault.Probability < 1 && fault.Random!.NextDouble() >= fault.Probability) return false;
            // How often a read is stale is counted after each write.
            return fault.Kind == FaultKind.Stale || fault.Times is null || _struck++ < fault.Times;
        }

        public void Dispose()
        {
            lock (registry._gate) registry._active = registry._active.Remove(this);
        }
    }
}
