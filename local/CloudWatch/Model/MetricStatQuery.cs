
namespace Canary.Local.CloudWatch.Model;

/// <summary>A query of a metric.</summary>
/// <param name="Id">As in <see cref="MetricDataQuery"/>.</param>
/// <param name="Metric">Which metric.</param>
/// <param name="Stat">Such as <c>Sum</c> or <c>p99</c>.</param>
/// <param name="Period">1, 5, 10, 20, 30 or a multiple of 60 seconds.</param>
/// <param name="Unit">Null takes the first unit there is.</param>
/// <param name="Label">As in <see cref="MetricDataQuery"/>.</param>
/// <param name="ReturnData">As in <see cref="MetricDataQuery"/>.</param>
public sealed record MetricStatQuery(
    string Id, MetricIdentity Metric, string Stat, int Period, string? Unit = null, string? Label = null, bool ReturnData = true)
    : MetricDataQuery(Id, Label, ReturnData);
