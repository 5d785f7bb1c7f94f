namespace Canary.Local.CloudWatch.Model;

/// <summary>One query of GetMetricData: of a metric, or of an expression.</summary>
/// <param name="Id">A lower-case letter, then letters, digits and underscores; unique in its request.</param>
/// <param name="Label">Null lets CloudWatch choose.</param>
/// <param name="ReturnData">Whether the answer shows it.</param>
public abstract record MetricDataQuery(string Id, string? Label, bool ReturnData);
