using Canary.Local.CloudWatch.Metrics;
using Canary.Local.CloudWatch.Protocols;

namespace Canary.Local.CloudWatch.Operations;

internal static class GetMetricData
{
    private const int MaximumPoints = 100_800;

    public static WireMap Answer(CloudWatchService service, WireMap input)
    {
        input.Refuse("GetMetricData", "LabelOptions");
        var (start, end, limit) = (input.Moment("StartTime"), input.Moment("EndTime"), input.Integer("MaxDatapoints"));
        new MemberConstraints()
            .Required("metricDataQueries", input.Find("MetricDataQueries"))
            .Required("startTime", start)
            .Required("endTime", end)
            .OneOf("scanBy", input.Text("ScanBy"), ["TimestampDescending", "TimestampAscending"])
            .Range("maxDatapoints", limit, 1, MaximumPoints)
            .ThrowIfAny();
        if (input.Text("NextToken") is { } token) throw CloudWatchError.InvalidNextToken(token);
        var queries = input.Maps("MetricDataQueries")!.Select(Query).ToList();
        var results = service.GetMetricData(queries, new MetricSpan(start!.Value, end!.Value), input.Text("ScanBy") == "TimestampAscending");
        if (results.Sum(result => result.Points.Count) is var points && points > (limit ?? MaximumPoints))
            throw CloudWatchError.NotSupported($"paging in GetMetricData: the answer has {points} datapoints, MaxDatapoints is {limit ?? MaximumPoints}");
        return new() { { "MetricDataResults", results.Select(Document).ToList() }, { "Messages", new List<object>() } };
    }

    private static MetricQuery Query(WireMap query)
    {
        query.Refuse("a query of GetMetricData", "Expression", "Period", "AccountId");
        var stat = query.Map("MetricStat") ?? [];
        var metric = stat.Map("Metric");
        new MemberConstraints()
            .Required("metricDataQueries.member.id", query.Text("Id"))
            .Required("metricDataQueries.member.metricStat", query.Find("MetricStat"))
            .Required("metricDataQueries.member.metricStat.metric", metric)
            .Required("metricDataQueries.member.metricStat.stat", stat.Text("Stat"))
            .Required("metricDataQueries.member.metricStat.period", stat.Integer("Period"))
            .ThrowIfAny();
        var identity = new MetricIdentity(metric!.Text("Namespace") ?? "", metric!.Text("MetricName") ?? "", metric!.Dimensions());
        return new(
            query.Text("Id")!, identity, stat.Text("Stat")!, stat.Integer("Period")!.Value, stat.Text("Unit"),
            query.Text("Label"), query.Flag("ReturnData") ?? true);
    }

    private static WireMap Document(MetricResult result) => new()
    {
        { "Id", result.Id },
        { "Label", result.Label },
        { "Timestamps", result.Points.Select(point => (object)point.Timestamp).ToList() },
        { "Values", result.Points.Select(point => (object)point.Value).ToList() },
        { "StatusCode", "Complete" },
        { "Messages", result.OtherUnits.Count == 0 ? null : Units(result.OtherUnits) },
    };

    private static List<WireMap> Units(IEnumerable<string> units) =>
        [new() { { "Code", "MultipleUnits" }, { "Value", $"Multiple units returned: '[{string.Join(", ", units)}]'" } }];
}
