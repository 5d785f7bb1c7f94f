namespace Canary.Bench.Traffic;

/// <summary>The chance that a request of either version is bad, from a minute of the rollout on.</summary>
internal readonly record struct Rates(double FromMinute, double Candidate, double Stable);
