namespace Canary.Local.CloudWatch.Metrics;

/// <summary>Answers checked queries from the store.</summary>
internal sealed class MetricReader(MetricStore metrics, DateTimeOffset now)
{
    public IReadOnlyList<MetricResult> Answer(IReadOnlyList<MetricQuery> queries, MetricSpan span, bool oldestFirst)
    {
        var labels = new MetricLabels(queries);
        return [.. queries.Where(query => query.ReturnData).Select(query => Answer(query, labels.Of(query), span, oldestFirst))];
    }

    private MetricResult Answer(MetricQuery query, string label, MetricSpan span, bool oldestFirst)
    {
        var points = metrics.Read(query.Metric, query.Unit, Statistic.From(query.Stat)!, span.FirstPeriod(query.Period, now), span.End, query.Period);
        var units = query.Unit is null ? metrics.Units(query.Metric) : [];
        return new MetricResult(query.Id, label, oldestFirst ? points : [.. points.Reverse()], units.Count > 1 ? units : []);
    }
}
