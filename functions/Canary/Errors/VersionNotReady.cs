namespace Canary.Errors;

/// <summary>
/// The candidate is not Active yet, or $LATEST cannot be published yet.
/// The class's name is contract: the state machine retries on it, and that is how it waits.
/// </summary>
public sealed class VersionNotReady(string message) : Exception(message);
