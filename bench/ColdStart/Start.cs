namespace Canary.Bench.ColdStart;

/// <summary>One start.</summary>
/// <param name="Time">From the start of the process to its answer.</param>
/// <param name="PeakBytes">The most memory that it held.</param>
internal readonly record struct Start(TimeSpan Time, long PeakBytes);
