namespace Canary.Rollouts.Plans;

/// <summary>A Lambda of the user's that has a say in a rollout.</summary>
/// <param name="FunctionName">The function: name or ARN, with a version or an alias if it likes.</param>
/// <param name="TimeoutSeconds">How long it may take to answer, in seconds: 1 to 900, or to 3,600 where it calls back.</param>
/// <param name="WaitForCallback">
/// Whether it answers later, by the task token that it is given, and not by what it returns.
/// </param>
public sealed record Hook(string FunctionName, int TimeoutSeconds, bool WaitForCallback);
