namespace Canary.Errors;

/// <summary>
/// A call to a service failed in a way that may pass: it was broken off, or the service had a fault of its own.
/// The class's name is contract: the state machine retries on it. What a service refuses for good keeps its own name,
/// and is not retried.
/// </summary>
public sealed class CallFailed(string message) : Exception(message);
