using Canary.Local.CloudWatch.Errors;
using Canary.Local.CloudWatch.Model;
using Canary.Local.Wire;
using Canary.Local.Wire.Protocols;

namespace Canary.Local.CloudWatch.Api;

/// <summary>Queries as they cross the wire, in a question or in an alarm.</summary>
internal static class MetricDataQueryDocument
{
    /// <param name="query">One of a list.</param>
    /// <param name="owner">The operation.</param>
    /// <param name="list">The list, as AWS's messages name it.</param>
    public static MetricDataQuery Read(WireMap query, string owner, string list)
    {
        query.Refuse($"a query of {owner}", "AccountId");
        var (id, expression) = (query.Text("Id"), query.Text("Expression"));
        new MemberConstraints().Required($"{list}.member.id", id).ThrowIfAny();
        var (hasExpression, hasMetric) = (expression is not null, query.Find("MetricStat") is not null);
        if (hasExpression == hasMetric)
            throw CloudWatchErrors.Validation(
                $"The query {id} must have one of the parameters MetricStat and Expression, and not both.");
        var (label, shown) = (query.Text("Label"), query.Flag("ReturnData") ?? true);
        return expression is null
            ? Metric(query, list, id!, label, shown)
            : new ExpressionQuery(id!, expression, query.Integer("Period"), label, shown);
    }

    public static WireMap Write(MetricDataQuery query)
    {
        var map = new WireMap { { "Id", query.Id } };
        if (query is ExpressionQuery math)
        {
            map.Add("Expression", math.Expression);
            map.Add("Label", math.Label);
            map.Add("ReturnData", math.ReturnData);
            map.Add("Period", math.Period);
            return map;
        }
        var metric = (MetricStatQuery)query;
        map.Add("MetricStat", new WireMap
        {
            {
                "Metric", new WireMap
                {
                    { "Namespace", metric.Metric.Namespace },
                    { "MetricName", metric.Metric.Name },
                    { "Dimensions", AlarmDocument.Dimensions(metric.Metric.Dimensions) },
                }
            },
            { "Period", metric.Period },
            { "Stat", metric.Stat },
            { "Unit", metric.Unit },
        });
        map.Add("Label", metric.Label);
        map.Add("ReturnData", metric.ReturnData);
        return map;
    }

    private static MetricStatQuery Metric(WireMap query, string list, string id, string? label, bool shown)
    {
        query.Refuse("a query of a metric", "Period");
        var stat = query.Map("MetricStat")!;
        var metric = stat.Map("Metric");
        new MemberConstraints()
            .Required($"{list}.member.metricStat.metric", metric)
            .Required($"{list}.member.metricStat.stat", stat.Text("Stat"))
            .Required($"{list}.member.metricStat.period", stat.Integer("Period"))
            .ThrowIfAny();
        var identity = new MetricIdentity(
            metric!.Text("Namespace") ?? "", metric!.Text("MetricName") ?? "", metric!.Dimensions());
        return new(id, identity, stat.Text("Stat")!, stat.Integer("Period")!.Value, stat.Text("Unit"), label, shown);
    }
}
