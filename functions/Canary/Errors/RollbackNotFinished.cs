namespace Canary.Errors;

/// <summary>
/// Lambda still keeps the alias's traffic at the candidate, until the stable version is provisioned again.
/// The class's name is contract: the state machine retries on it, and that is how it waits.
/// </summary>
public sealed class RollbackNotFinished(string message) : Exception(message);
