namespace Canary.Errors;

/// <summary>
/// The candidate cannot be read: a version is not readable everywhere at once after its publication.
/// The class's name is contract: the state machine retries on it for two minutes, and then the version was deleted.
/// </summary>
public sealed class VersionMissing(string message) : Exception(message);
