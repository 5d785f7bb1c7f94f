namespace Canary.Local.CloudWatch.Model;

/// <summary>An alarm on one metric.</summary>
public sealed record MetricAlarm(
    MetricAlarmConfiguration Configuration, string Arn, DateTimeOffset ConfigurationUpdated, AlarmStateRecord State)
    : Alarm(Arn, ConfigurationUpdated, State)
{
    /// <inheritdoc/>
    public override AlarmConfiguration Common => Configuration;
}
