namespace Canary.Local.CloudWatch.Metrics;

/// <summary>One query of GetMetricData.</summary>
/// <param name="Id">A lower-case letter, then letters, digits and underscores; unique in its request.</param>
/// <param name="Metric">Which metric.</param>
/// <param name="Stat">A simple statistic or a percentile.</param>
/// <param name="Period">1, 5, 10, 20, 30 or a multiple of 60 seconds.</param>
/// <param name="Unit">Null takes the first unit there is.</param>
/// <param name="Label">Null lets CloudWatch choose.</param>
/// <param name="ReturnData">Whether the answer shows it.</param>
public sealed record MetricQuery(string Id, MetricIdentity Metric, string Stat, int Period, string? Unit = null, string? Label = null, bool ReturnData = true);
