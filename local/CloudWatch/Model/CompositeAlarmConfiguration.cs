namespace Canary.Local.CloudWatch.Model;

/// <summary>What PutCompositeAlarm says about an alarm on other alarms.</summary>
public sealed record CompositeAlarmConfiguration : AlarmConfiguration
{
    /// <summary>1 to 10,240 characters, such as <c>ALARM("errors") OR ALARM("latency")</c>.</summary>
    public required string AlarmRule { get; init; }
}
