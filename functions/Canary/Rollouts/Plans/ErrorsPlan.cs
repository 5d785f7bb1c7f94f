using Canary.Statistics;

namespace Canary.Rollouts.Plans;

/// <summary>How failed requests are judged.</summary>
/// <param name="Tolerance">How much worse the candidate may be.</param>
/// <param name="Calibration">How bursty the failures were before the rollout.</param>
public sealed record ErrorsPlan(ToleranceChoice Tolerance, Calibration Calibration);
