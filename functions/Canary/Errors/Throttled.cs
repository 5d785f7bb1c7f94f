namespace Canary.Errors;

/// <summary>
/// A service takes no more calls of an account for the moment: its request quota is used up, by other rollouts or by anybody
/// else. That is no fault of the rollout's, and passes. The class's name is contract: the state machine waits on it, for longer
/// each time.
/// </summary>
public sealed class Throttled(string message) : Exception(message);
