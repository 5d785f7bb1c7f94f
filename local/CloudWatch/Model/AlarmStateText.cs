namespace Canary.Local.CloudWatch.Model;

/// <summary>The states' names on the wire.</summary>
public static class AlarmStateText
{
    /// <summary>In the order in which AWS lists them when it refuses another.</summary>
    public static readonly IReadOnlyList<string> All = ["INSUFFICIENT_DATA", "ALARM", "OK"];

    /// <summary>As AWS writes it.</summary>
    public static string Text(this AlarmStateValue value) => value switch
    {
        AlarmStateValue.Ok => "OK",
        AlarmStateValue.Alarm => "ALARM",
        _ => "INSUFFICIENT_DATA",
    };

    /// <summary>Null if the text names no state.</summary>
    public static AlarmStateValue? Parse(string text) => text switch
    {
        "OK" => AlarmStateValue.Ok,
        "ALARM" => AlarmStateValue.Alarm,
        "INSUFFICIENT_DATA" => AlarmStateValue.InsufficientData,
        _ => null,
    };
}
