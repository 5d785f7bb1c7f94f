using Canary.Statistics;

namespace Canary.Rollouts;

/// <summary>What is known of a metric of the user's own from before the rollout.</summary>
/// <param name="Calibration">How bursty it was, where it counts requests.</param>
/// <param name="WasSeen">
/// Whether the stable version had it: then it is 0 where nothing is told of it, and not a name that does not exist.
/// </param>
public sealed record MetricBaseline(Calibration Calibration, bool WasSeen);
