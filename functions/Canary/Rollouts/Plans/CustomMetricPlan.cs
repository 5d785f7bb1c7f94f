using Canary.Statistics;

namespace Canary.Rollouts.Plans;

/// <summary>How a metric of the user's own is judged.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Calibration">How bursty it was before the rollout, where it counts requests.</param>
/// <param name="WasSeen">Whether the stable version had it before: then it is 0 where nothing is told of it, and not a name that does not exist.</param>
public sealed record CustomMetricPlan(CustomMetric Metric, Calibration Calibration, bool WasSeen);
