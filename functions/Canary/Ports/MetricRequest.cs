namespace Canary.Ports;

/// <summary>What is asked of the metrics, in one call.</summary>
/// <param name="Queries">The queries, 1 to 500.</param>
/// <param name="From">The first moment, on a full minute.</param>
/// <param name="Until">The first moment that is not wanted any more.</param>
public sealed record MetricRequest(IReadOnlyList<MetricQuery> Queries, DateTimeOffset From, DateTimeOffset Until);
