namespace Canary.Cli.Watching;

/// <summary>What a check found against the candidate.</summary>
/// <param name="At">When, on the service's clock.</param>
/// <param name="Value">0 is none, 1 makes it Unhealthy; below 0 it speaks for the candidate.</param>
internal readonly record struct EvidencePoint(DateTimeOffset At, double Value);
