namespace Canary.Ports;

/// <summary>The port to CloudWatch's alarms.</summary>
public interface IAlarms
{
    /// <summary>
    /// Reads the alarms of these names, metric and composite ones, in one call. Those that do not exist are not in the answer.
    /// </summary>
    Task<IReadOnlyList<AlarmReading>> ReadAsync(IReadOnlyCollection<string> names);
}
