namespace Canary.Statistics;

/// <summary>How a rollout's candidate is compared with the stable version.</summary>
public sealed record AnalysisOptions
{
    /// <summary>The tolerance for failed requests.</summary>
    public Tolerance Errors { get; init; } = Tolerance.Errors;

    /// <summary>The tolerance for slow requests.</summary>
    public Tolerance Latency { get; init; } = Tolerance.Latency;

    /// <summary>
    /// Requests that each version must have answered before the candidate is Healthy.
    /// A few failures can make it Unhealthy sooner.
    /// </summary>
    public long MinimumRequests { get; init; } = 50;

    /// <summary>
    /// How many minutes (or shorter looks) the plan has: a regression is thought equally likely to begin in each.
    /// A wrong number costs some speed; the bound on false rollbacks holds for any, and for a rollout that lasts longer.
    /// </summary>
    public int PlannedLooks { get; init; } = 20;
}
