namespace Canary.Ports;

/// <summary>An alarm as it was read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="State">Its state.</param>
/// <param name="Reason">CloudWatch's reason for the state.</param>
public sealed record AlarmReading(string Name, AlarmState State, string? Reason);
