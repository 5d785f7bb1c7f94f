namespace Canary.Errors;

/// <summary>
/// Lambda refuses to change an alias with provisioned concurrency while it shifts that alias's traffic itself,
/// or is stuck in that.
/// </summary>
public sealed class AliasShifting(string message) : Exception(message);
