namespace Canary.Local.CloudWatch.Model;

/// <summary>An alarm went from one state to another.</summary>
/// <param name="Alarm">The alarm as it is now.</param>
/// <param name="Previous">The state that it left.</param>
public sealed record AlarmStateChange(Alarm Alarm, AlarmStateRecord Previous);
