namespace Canary.Errors;

/// <summary>
/// An alarm fired while a change that gives the candidate more traffic was waited for. The rollout goes back as after a check
/// that sees the alarm.
/// </summary>
public sealed class AlarmFired(string message) : Exception(message);
