using System.Globalization;

namespace Canary.Local.CloudWatch.Metrics;

/// <summary>The labels that CloudWatch chooses: the metric's name, then its statistic and its period where the queries differ in them.</summary>
internal sealed class MetricLabels(IReadOnlyList<MetricQuery> queries)
{
    private readonly bool _statistics = queries.DistinctBy(query => query.Stat).Count() > 1;
    private readonly bool _periods = queries.DistinctBy(query => query.Period).Count() > 1;

    public string Of(MetricQuery query) =>
        query.Label ?? query.Metric.Name
            + (_statistics ? $" {query.Stat}" : "")
            + (_periods ? string.Create(CultureInfo.InvariantCulture, $" {query.Period}") : "");
}
