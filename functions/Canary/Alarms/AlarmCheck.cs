using Canary.Ports;
using Canary.Rollouts;
using Canary.Statistics;
using Canary.Wording;

namespace Canary.Alarms;

/// <summary>Judges a candidate by the alarms that the rollout watches.</summary>
public static class AlarmCheck
{
    /// <summary>Judges the alarms that a rollout watches now.</summary>
    public static Verdict Judge(Rollout rollout, IReadOnlyCollection<AlarmReading> readings) =>
        Judge(rollout.WatchedAlarms, readings, rollout.Plan.Alarms.Count - rollout.WatchedAlarms.Count);

    /// <summary>
    /// One alarm in ALARM is a breach, and so is one that vanished: nobody watches any more. Too little data is none.
    /// </summary>
    /// <param name="names">The alarms that are watched.</param>
    /// <param name="readings">What was read of them.</param>
    /// <param name="disregarded">
    /// How many alarms more are named but not watched, since they were in ALARM before the rollout.
    /// </param>
    public static Verdict Judge(
        IReadOnlyCollection<string> names, IReadOnlyCollection<AlarmReading> readings, int disregarded = 0)
    {
        var besides = disregarded > 0 ? $", {disregarded} disregarded" : "";
        if (names.Count == 0) return new(HealthState.Inconclusive, $"no alarms are watched{besides}");
        var breaches = names.Select(name => BreachOf(name, readings.FirstOrDefault(reading => reading.Name == name)))
            .OfType<string>()
            .ToList();
        if (breaches.Count > 0)
            return new(HealthState.Unhealthy, Quoted.Clip(string.Join("; ", breaches) + besides + Why(names, readings)));
        var silent = readings.Count(reading => reading.State == AlarmState.InsufficientData);
        return silent == names.Count
            ? new(HealthState.Inconclusive, $"no alarm has enough data to tell{besides}")
            : new(
                HealthState.Healthy,
                $"{names.Count - silent} of {names.Count} alarms "
                + $"OK{(silent > 0 ? $", {silent} without enough data" : "")}{besides}");
    }

    private static string? BreachOf(string name, AlarmReading? reading) => reading switch
    {
        null => $"alarm {name} no longer exists",
        { State: AlarmState.Alarm } => $"alarm {name} is in ALARM",
        _ => null,
    };

    // CloudWatch's own words are long, and come last.
    private static string Why(IReadOnlyCollection<string> names, IReadOnlyCollection<AlarmReading> readings)
    {
        var reasons = readings.Where(
            reading => reading is { State: AlarmState.Alarm, Reason.Length: > 0 } && names.Contains(reading.Name)).ToList();
        return reasons.Count == 0 ? "" : $": {string.Join("; ", reasons.Select(reading => reading.Reason))}";
    }
}
