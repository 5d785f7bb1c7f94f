namespace Canary.Errors;

/// <summary>
/// The alias cannot have the provisioned concurrency. The class's name is contract: the state machine does not retry on it.
/// </summary>
public sealed class ConcurrencyFailed(string message) : Exception(message);
