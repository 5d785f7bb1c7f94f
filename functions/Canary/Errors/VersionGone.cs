namespace Canary.Errors;

/// <summary>
/// A version that the alias should go to does not exist. The class's name is contract: the state machine does not try that again.
/// </summary>
public sealed class VersionGone(string message) : Exception(message);
