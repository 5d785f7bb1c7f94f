namespace Canary.Bench.World;

/// <summary>From a moment on, how much traffic there is and how much of it fails.</summary>
/// <param name="From">Seconds since the rollout was planned, or since a shift.</param>
/// <param name="Factor">The traffic as a multiple of the usual.</param>
/// <param name="Candidate">The chance that a request of the candidate fails.</param>
/// <param name="Stable">The same of the stable version.</param>
internal sealed record Phase(double From, double Factor, double Candidate, double Stable)
{
    /// <summary>The shift, from 1, since which it counts; null for the plan.</summary>
    public int? Shift { get; init; }

    /// <summary>How many times as long the candidate's requests take.</summary>
    public double Slower { get; init; } = 1;

    /// <summary>The same of the stable version's.</summary>
    public double StableSlower { get; init; } = 1;
}
