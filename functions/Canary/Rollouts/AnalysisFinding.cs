using Canary.Statistics;

namespace Canary.Rollouts;

/// <summary>What a check found out by comparing the versions.</summary>
/// <param name="Health">Its verdict.</param>
/// <param name="Evidence">
/// The evidence against the candidate, on a logarithmic scale on which 0 is none and 1 makes it Unhealthy;
/// below 0 it speaks for the candidate. Null where nothing could be read.
/// </param>
/// <param name="Reason">Why, in words and numbers.</param>
public sealed record AnalysisFinding(HealthState Health, double? Evidence, string Reason);
