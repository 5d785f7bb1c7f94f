using Canary.Aliases;
using Canary.Ports;

namespace Canary.Checks;

/// <summary>What a check has read.</summary>
/// <param name="Alias">The alias, which may be gone; null where it was not looked at.</param>
/// <param name="Alarms">The alarms.</param>
/// <param name="Metrics">Both versions' metrics; null where they were not read.</param>
public sealed record HealthReadings(Look<Alias>? Alias, Look<IReadOnlyCollection<AlarmReading>> Alarms, MetricReading? Metrics)
{
    /// <summary>Whether AWS took no call for what decides: then the checks have to come more seldom.</summary>
    internal bool IsThrottled => Alarms.IsThrottled || Metrics?.Fault is { Kind: MetricFaultKind.Throttled };
}
