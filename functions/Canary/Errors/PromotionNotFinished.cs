namespace Canary.Errors;

/// <summary>
/// Lambda still keeps the alias's traffic at the stable version, until the candidate is provisioned.
/// The class's name is contract: the state machine retries on it, and that is how it waits.
/// </summary>
public sealed class PromotionNotFinished(string message) : Exception(message);
