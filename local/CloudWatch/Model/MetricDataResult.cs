namespace Canary.Local.CloudWatch.Model;

/// <summary>The answer to a query of GetMetricData; an expression can have several.</summary>
/// <param name="Id">The query's.</param>
/// <param name="Label">The query's, or the shortest that tells it from the others.</param>
/// <param name="Points">In the order asked for.</param>
/// <param name="OtherUnits">All of the metric's units, if there are several and the query chose none.</param>
/// <param name="IsComplete">Whether these are all data points, or the last of them.</param>
public sealed record MetricDataResult(
    string Id, string Label, IReadOnlyList<MetricPoint> Points, IReadOnlyList<string> OtherUnits, bool IsComplete = true);
