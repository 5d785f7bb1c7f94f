namespace Canary.Local.CloudWatch.Model;

/// <summary>The state that an alarm is in, and why.</summary>
/// <param name="Value">The state.</param>
/// <param name="Reason">For a person.</param>
/// <param name="ReasonData">For a program, as JSON; null when there is none.</param>
/// <param name="Updated">When it was last set, to the same value too.</param>
/// <param name="Transitioned">When the value last changed.</param>
public sealed record AlarmStateRecord(
    AlarmStateValue Value, string Reason, string? ReasonData, DateTimeOffset Updated, DateTimeOffset Transitioned)
{
    /// <summary>What every alarm begins with.</summary>
    public static AlarmStateRecord Initial(DateTimeOffset now) =>
        new(AlarmStateValue.InsufficientData, "Unchecked: Initial alarm creation", null, now, now);

    /// <summary>The state after this one was set.</summary>
    public AlarmStateRecord Next(AlarmStateValue value, string reason, string? reasonData, DateTimeOffset now) =>
        new(value, reason, reasonData, now, value == Value ? Transitioned : now);
}
