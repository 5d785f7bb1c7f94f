namespace Canary.Local.CloudWatch.Model;

/// <summary>Something that happened to an alarm.</summary>
/// <param name="Timestamp">When.</param>
/// <param name="Alarm">Its name.</param>
/// <param name="IsComposite">Its type.</param>
/// <param name="Kind"><c>StateUpdate</c> or <c>ConfigurationUpdate</c>.</param>
/// <param name="Summary">For a person.</param>
/// <param name="Data">For a program, as JSON.</param>
public sealed record AlarmHistoryItem(
    DateTimeOffset Timestamp, string Alarm, bool IsComposite, string Kind, string Summary, string Data)
{
    /// <summary>The type's name on the wire.</summary>
    public string Type => IsComposite ? "CompositeAlarm" : "MetricAlarm";
}
