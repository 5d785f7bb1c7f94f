namespace Canary.Sensitivity;

/// <summary>A time in which the candidate's share of the traffic stays the same.</summary>
/// <param name="Share">The share, between 0 and 1.</param>
/// <param name="Minutes">How long.</param>
internal readonly record struct Stretch(double Share, double Minutes);
