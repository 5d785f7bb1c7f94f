namespace Canary.Errors;

/// <summary>
/// CloudWatch's metrics could not be read when the rollout was planned.
/// The class's name is contract: the state machine retries on it.
/// </summary>
public sealed class MetricsUnavailable(string message) : Exception(message);
