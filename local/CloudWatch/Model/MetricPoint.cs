namespace Canary.Local.CloudWatch.Model;

/// <summary>One period of a metric under one statistic.</summary>
/// <param name="Timestamp">When the period begins.</param>
/// <param name="Value">The statistic.</param>
/// <param name="SampleCount">How many observations it was made of.</param>
public sealed record MetricPoint(DateTimeOffset Timestamp, double Value, double SampleCount);
