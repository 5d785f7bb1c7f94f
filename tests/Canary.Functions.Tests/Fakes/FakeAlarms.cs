using Canary.Errors;
using Canary.Ports;

namespace Canary.Functions.Tests.Fakes;

/// <summary>Alarms in memory; counts the calls, since each costs.</summary>
internal sealed class FakeAlarms(params AlarmReading[] readings) : IAlarms
{
    public List<AlarmReading> Readings { get; } = [.. readings];

    public int Calls { get; private set; }

    /// <summary>Whether CloudWatch takes no more calls.</summary>
    public bool IsThrottled { get; set; }

    public Task<IReadOnlyList<AlarmReading>> ReadAsync(IReadOnlyCollection<string> names)
    {
        Calls++;
        if (IsThrottled) return Task.FromException<IReadOnlyList<AlarmReading>>(new Throttled("Rate exceeded"));
        return Task.FromResult<IReadOnlyList<AlarmReading>>([.. Readings.Where(reading => names.Contains(reading.Name))]);
    }
}
