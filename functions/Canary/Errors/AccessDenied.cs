namespace Canary.Errors;

/// <summary>
/// The Lambda's role may not make a call. The class's name is contract: the state machine does not retry on it.
/// </summary>
public sealed class AccessDenied(string message) : Exception(message);
