using Canary.Rollouts;

namespace Canary.Health;

/// <summary>Judges a candidate by the alarms that the rollout watches.</summary>
public static class AlarmCheck
{
    /// <summary>One alarm in ALARM is a breach, and so is one that vanished: nobody watches any more. Too little data is none.</summary>
    public static Verdict Judge(IReadOnlyCollection<string> names, IReadOnlyCollection<AlarmReading> readings)
    {
        if (names.Count == 0) return new(HealthState.Inconclusive, "no alarms are watched");
        var breaches = names.Select(name => BreachOf(name, readings.FirstOrDefault(reading => reading.Name == name))).OfType<string>().ToList();
        if (breaches.Count > 0) return new(HealthState.Unhealthy, Limits.Clip(string.Join("; ", breaches)));
        var silent = readings.Count(reading => reading.State == AlarmState.InsufficientData);
        return silent == names.Count
            ? new(HealthState.Inconclusive, "no alarm has enough data to tell")
            : new(HealthState.Healthy, $"{names.Count - silent} of {names.Count} alarms OK{(silent > 0 ? $", {silent} without enough data" : "")}");
    }

    private static string? BreachOf(string name, AlarmReading? reading) => reading switch
    {
        null => $"alarm {name} no longer exists",
        { State: AlarmState.Alarm } => $"alarm {name} is in ALARM: {reading.Reason}",
        _ => null,
    };
}
