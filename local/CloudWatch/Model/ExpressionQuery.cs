namespace Canary.Local.CloudWatch.Model;

/// <summary>A query of a metric math expression over the request's other queries.</summary>
/// <param name="Id">As in <see cref="MetricDataQuery"/>.</param>
/// <param name="Expression">1 to 2,048 characters.</param>
/// <param name="Period">In seconds; must be that of the metrics in it. Null takes theirs.</param>
/// <param name="Label">As in <see cref="MetricDataQuery"/>.</param>
/// <param name="ReturnData">As in <see cref="MetricDataQuery"/>.</param>
public sealed record ExpressionQuery(
    string Id, string Expression, int? Period = null, string? Label = null, bool ReturnData = true)
    : MetricDataQuery(Id, Label, ReturnData);
