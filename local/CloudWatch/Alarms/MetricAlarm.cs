namespace Canary.Local.CloudWatch.Alarms;

/// <summary>An alarm on one metric.</summary>
public sealed record MetricAlarm(MetricAlarmConfiguration Configuration, string Arn, DateTimeOffset ConfigurationUpdated, AlarmState State)
    : Alarm(Arn, ConfigurationUpdated, State)
{
    /// <inheritdoc/>
    public override AlarmConfiguration Common => Configuration;
}
