using Canary.Local.CloudWatch.MetricMath;
using Canary.Local.CloudWatch.Model;

namespace Canary.Local.CloudWatch.Metrics;

/// <summary>Answers checked queries from the store.</summary>
internal sealed class MetricReader(MetricStore metrics, DateTimeOffset now)
{
    public IReadOnlyList<MetricDataResult> Answer(IReadOnlyList<MetricDataQuery> queries, MetricSpan span, bool oldestFirst)
    {
        var labels = new MetricLabels(queries);
        var read = queries.OfType<MetricStatQuery>()
            .ToDictionary(query => query.Id, query => Answer(query, labels.Of(query), span));
        var math = new MathEvaluation(queries, read, span, now);
        var results = queries.SelectMany(query => query switch
        {
            ExpressionQuery expression => math.Answer(expression).Where(_ => query.ReturnData),
            _ when query.ReturnData => [read[query.Id]],
            _ => [],
        }).ToList();
        return oldestFirst ? results : [.. results.Select(result => result with { Points = [.. result.Points.Reverse()] })];
    }

    private MetricDataResult Answer(MetricStatQuery query, string label, MetricSpan span)
    {
        var points = metrics.Read(
            query.Metric, query.Unit, Statistic.From(query.Stat)!, span.FirstPeriod(query.Period, now), span.End, query.Period);
        var units = query.Unit is null ? metrics.Units(query.Metric) : [];
        return new MetricDataResult(query.Id, label, points, units.Count > 1 ? units : []);
    }
}
