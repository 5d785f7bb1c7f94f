using System.Text.Json;
using Canary.Rollouts;
using Canary.Wording;

namespace Canary.Input;

/// <summary>Reads the input's lists of alarms.</summary>
internal static class AlarmsReader
{
    /// <summary>The names of the alarms to watch.</summary>
    public static IReadOnlyList<string> Read(FieldReader fields) =>
        ReadNames(fields, "alarms", "names of CloudWatch alarms; a composite alarm joins more");

    /// <summary>The names of those alarms that may be in ALARM when the rollout begins.</summary>
    public static IReadOnlyList<string> ReadAllowed(FieldReader fields, IReadOnlyList<string> alarms)
    {
        var allowed = ReadNames(fields, "allowAlarmsInAlarm", "names out of alarms");
        foreach (var name in allowed.Except(alarms))
            fields.Fault($"allowAlarmsInAlarm names {Quoted.Of(name)}, which alarms does not name. "
                + "Name it there too, or leave it out here.");
        return allowed;
    }

    private static List<string> ReadNames(FieldReader fields, string field, string what)
    {
        var names = new List<string>();
        foreach (var value in fields.List(field, Limits.Alarms, what) ?? [])
        {
            if (value.ValueKind != JsonValueKind.String
                || value.GetString() is not { Length: > 0 and <= Limits.AlarmNameLength } name)
                fields.Fault($"{field} holds {Quoted.Of(value)}. "
                    + $"Each must be an alarm's name, in 1 to {Limits.AlarmNameLength} characters.");
            else if (Quoted.HasUnseen(name))
                fields.Fault($"{field} names {Quoted.Of(name)}, which has characters that do not show. "
                    + "Name a composite alarm over it instead.");
            else if (names.Contains(name)) fields.Fault($"{field} names {Quoted.Of(name)} twice.");
            else names.Add(name);
        }
        return names;
    }
}
