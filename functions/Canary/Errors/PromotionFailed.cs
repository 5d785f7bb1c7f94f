namespace Canary.Errors;

/// <summary>
/// Lambda could not provision the candidate, so its traffic stays at the stable version. The state machine does not retry on it.
/// </summary>
public sealed class PromotionFailed(string message) : Exception(message);
