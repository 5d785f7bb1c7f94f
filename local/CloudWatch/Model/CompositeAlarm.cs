namespace Canary.Local.CloudWatch.Model;

/// <summary>An alarm on the states of other alarms.</summary>
public sealed record CompositeAlarm(
    CompositeAlarmConfiguration Configuration,
    AlarmRule Rule,
    string Arn,
    DateTimeOffset ConfigurationUpdated,
    AlarmStateRecord State)
    : Alarm(Arn, ConfigurationUpdated, State)
{
    /// <inheritdoc/>
    public override AlarmConfiguration Common => Configuration;

    /// <summary>Whether the rule mentions this alarm, by name or by ARN.</summary>
    public bool Watches(Alarm alarm) => Rule.Children().Any(child => child == alarm.Name || child == alarm.Arn);
}
