namespace Canary.Bench.World;

/// <summary>What can be read of one minute of a version.</summary>
/// <param name="Requests">Requests.</param>
/// <param name="Failed">Those that failed.</param>
/// <param name="IsWhole">Whether nothing is to come.</param>
internal readonly record struct Told(int Requests, int Failed, bool IsWhole);
