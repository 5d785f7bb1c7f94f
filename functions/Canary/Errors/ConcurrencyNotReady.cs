namespace Canary.Errors;

/// <summary>
/// The alias's provisioned concurrency is not there yet. The class's name is contract:
/// the state machine retries on it, and that is how it waits.
/// </summary>
public sealed class ConcurrencyNotReady(string message) : Exception(message);
