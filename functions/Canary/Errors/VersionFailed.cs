namespace Canary.Errors;

/// <summary>
/// The candidate cannot become Active, or does not exist. The class's name is contract: the state machine does not retry on it.
/// </summary>
public sealed class VersionFailed(string message) : Exception(message);
