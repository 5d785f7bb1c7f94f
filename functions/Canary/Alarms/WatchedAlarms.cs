using Canary.Ports;
using Canary.Rollouts;
using Canary.Statistics;
using Canary.Wording;

namespace Canary.Alarms;

/// <summary>What the checks come to know of the alarms, one after the other.</summary>
public static class WatchedAlarms
{
    /// <summary>
    /// Notes what was read: an alarm that was disregarded since it was in ALARM counts as soon as it has been OK,
    /// and one that has data is silent no more.
    /// </summary>
    public static Rollout Seen(Rollout rollout, IReadOnlyCollection<AlarmReading> readings, DateTimeOffset at)
    {
        var recovered = In(rollout.Internal.DisregardedAlarms, readings, AlarmState.Ok);
        var seen =
            rollout.Note(own => own with { SilentAlarms = OrNull(In(own.SilentAlarms, readings, AlarmState.InsufficientData)) });
        if (recovered.Count == 0) return seen;
        return seen.Note(own => own with { DisregardedAlarms = OrNull([.. own.DisregardedAlarms!.Except(recovered)]) })
            .Tell(at, "CheckHealth",
                $"{Sentence.Listed(recovered)} {Recovered(recovered.Count)} OK now, and watched like any other from here on.");
    }

    /// <summary>What the alarms say that nobody could read: neither good nor bad.</summary>
    /// <param name="since">Since when.</param>
    internal static Verdict Unread(DateTimeOffset since) => new(
        HealthState.Inconclusive,
        $"the alarms could not be read since {Sentence.Time(since)}, for AWS takes no more calls just now");

    private static string Recovered(int count) =>
        count == 1 ? "was in ALARM at the start, is" : "were in ALARM at the start, are";

    /// <summary>The alarms that have not enough data to tell; null where there are none.</summary>
    internal static IReadOnlyList<string>? SilentOf(IReadOnlyList<string> names, IReadOnlyCollection<AlarmReading> readings) =>
        OrNull(In(names, readings, AlarmState.InsufficientData));

    /// <summary>What whoever released it should know in the end; null where every alarm had something to say.</summary>
    internal static string? WarningOf(Rollout rollout) => rollout.Internal.SilentAlarms is { } silent
        ? $"{Quoted.Clip(Sentence.Listed(silent), Limits.AnswerLength)} had not enough data to tell "
            + "anything from the start of the rollout to its end. "
            + $"Check what {(silent.Count == 1 ? "this alarm watches" : "these alarms watch")}: "
            + "its metric, its dimensions, and whether there was traffic."
        : null;

    private static List<string> In(IReadOnlyList<string>? names, IReadOnlyCollection<AlarmReading> readings, AlarmState state) =>
        [.. (names ?? []).Where(name => readings.Any(reading => reading.Name == name && reading.State == state))];

    private static List<string>? OrNull(List<string> names) => names.Count == 0 ? null : names;
}
