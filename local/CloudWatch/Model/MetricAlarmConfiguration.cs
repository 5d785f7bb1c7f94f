
namespace Canary.Local.CloudWatch.Model;

/// <summary>
/// What PutMetricAlarm says about an alarm on one metric, or on an expression over several. Text stays as it was given, for
/// DescribeAlarms to return; <c>MetricAlarmRules</c> checks it.
/// </summary>
public sealed record MetricAlarmConfiguration : AlarmConfiguration
{
    /// <summary>The namespace of the one metric.</summary>
    public string? Namespace { get; init; }

    /// <summary>The one metric's name.</summary>
    public string? MetricName { get; init; }

    /// <summary>In place of the one metric: metrics and expressions, of which exactly one returns data.</summary>
    public IReadOnlyList<MetricDataQuery> Metrics { get; init; } = [];

    /// <summary>At most 30.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Dimensions { get; init; } = [];

    /// <summary>One of the five simple statistics; or <see cref="ExtendedStatistic"/>.</summary>
    public string? Statistic { get; init; }

    /// <summary>A percentile such as <c>p99</c>, or another statistic of those that AWS allows in alarms.</summary>
    public string? ExtendedStatistic { get; init; }

    /// <summary>10, 20, 30 or a multiple of 60 seconds.</summary>
    public int? Period { get; init; }

    /// <summary>Only data put with this unit; null takes what there is.</summary>
    public string? Unit { get; init; }

    /// <summary>N of "M out of N".</summary>
    public int? EvaluationPeriods { get; init; }

    /// <summary>M of "M out of N"; N if it is null.</summary>
    public int? DatapointsToAlarm { get; init; }

    /// <summary>What the statistic is compared with.</summary>
    public double? Threshold { get; init; }

    /// <summary>Such as <c>GreaterThanThreshold</c>.</summary>
    public string? ComparisonOperator { get; init; }

    /// <summary><c>missing</c> if it is null.</summary>
    public string? TreatMissingData { get; init; }

    /// <summary><c>evaluate</c> or <c>ignore</c>, for percentiles.</summary>
    public string? EvaluateLowSampleCountPercentile { get; init; }

    internal MetricIdentity Metric => new(Namespace!, MetricName!, Dimensions);

    /// <summary>The one of <see cref="Metrics"/> whose values are compared; null for an alarm on one metric.</summary>
    internal MetricDataQuery? Watched => Metrics.FirstOrDefault(query => query.ReturnData);

    /// <summary>Seconds between its datapoints.</summary>
    internal int Step =>
        Period ?? (Watched as MetricStatQuery)?.Period ?? (Watched as ExpressionQuery)?.Period
            ?? Metrics.OfType<MetricStatQuery>().First().Period;
}
