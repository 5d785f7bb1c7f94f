namespace Canary.Rollouts.Plans;

/// <summary>How slow requests are judged.</summary>
/// <param name="Tolerance">How much worse the candidate may be.</param>
/// <param name="Thresholds">What is slow: what one request of ten, and one of a hundred, took longer than before the rollout, and 5 ms more.</param>
public sealed record LatencyPlan(ToleranceChoice Tolerance, IReadOnlyList<SlowThreshold> Thresholds);
