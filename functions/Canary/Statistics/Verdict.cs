namespace Canary.Statistics;

/// <summary>What a check says of the candidate, and why.</summary>
/// <param name="Health">What.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record Verdict(HealthState Health, string Reason);
