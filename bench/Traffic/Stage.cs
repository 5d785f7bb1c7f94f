namespace Canary.Bench.Traffic;

/// <summary>A weight, 0 to 1, and how long it lasts.</summary>
internal readonly record struct Stage(double Weight, double Minutes);
