using Canary.Local.Wire;

namespace Canary.Local.Faults;

/// <summary>A read that may answer as before the last write: what eventual consistency means.</summary>
public sealed class StaleRead
{
    private readonly FaultRegistry _registry;
    private readonly Fault _fault;
    private readonly ApiCall _call;

    internal StaleRead(FaultRegistry registry, Fault fault, ApiCall call) => (_registry, _fault, _call) = (registry, fault, call);

    /// <summary>Whether this read is to show what was before a write. Call it under the lock that guards the write.</summary>
    internal bool Misses<T>(LastWrite<T>? write, DateTimeOffset now)
    {
        if (write is null) return false;
        var misses = _fault.Times is { } reads ? write.Missed < reads : now < write.At + _fault.Delay;
        if (!misses) return false;
        write.Missed++;
        _registry.Record(_fault, _call);
        return true;
    }
}
