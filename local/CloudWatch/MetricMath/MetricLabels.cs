using System.Globalization;
using Canary.Local.CloudWatch.Model;

namespace Canary.Local.CloudWatch.MetricMath;

/// <summary>
/// The labels that CloudWatch chooses: a metric's name, then its statistic and period where the queries differ in them; an
/// expression's id.
/// </summary>
internal sealed class MetricLabels
{
    private readonly bool _statistics;
    private readonly bool _periods;

    public MetricLabels(IEnumerable<MetricDataQuery> queries)
    {
        var metrics = queries.OfType<MetricStatQuery>().ToList();
        _statistics = metrics.DistinctBy(query => query.Stat).Count() > 1;
        _periods = metrics.DistinctBy(query => query.Period).Count() > 1;
    }

    public string Of(MetricStatQuery query) =>
        query.Label ?? query.Metric.Name
            + (_statistics ? $" {query.Stat}" : "")
            + (_periods ? string.Create(CultureInfo.InvariantCulture, $" {query.Period}") : "");

    /// <summary>
    /// Several series of one expression are told apart by the metrics' own labels, after the expression's unless that is empty.
    /// </summary>
    public static string Of(ExpressionQuery query, string? series) =>
        string.Join(' ', new[] { query.Label ?? query.Id, series }.Where(part => !string.IsNullOrEmpty(part)));
}
