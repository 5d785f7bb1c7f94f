namespace Canary.Local.Lambda.Model;

/// <summary>How Lambda treats the asynchronous events of a version or an alias. What is null has Lambda's default.</summary>
/// <param name="MaximumRetryAttempts">0 to 2; two by default.</param>
/// <param name="MaximumEventAgeInSeconds">60 to 21,600; six hours by default.</param>
/// <param name="OnSuccess">The ARN that gets the answers; empty or null for none.</param>
/// <param name="OnFailure">The ARN that gets what failed to the end; empty or null for none.</param>
public sealed record EventInvokeConfig(
    int? MaximumRetryAttempts = null, int? MaximumEventAgeInSeconds = null, string? OnSuccess = null, string? OnFailure = null);
