namespace Canary.Local.CloudWatch.Model;

/// <summary>The three states of every alarm.</summary>
public enum AlarmStateValue
{
    /// <summary>Just created, or not enough data to tell. It is no breach.</summary>
    InsufficientData,

    /// <summary>Within the threshold.</summary>
    Ok,

    /// <summary>Outside the threshold.</summary>
    Alarm,
}
