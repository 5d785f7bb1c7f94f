using System.Text.RegularExpressions;
using Canary.Local.CloudWatch.Errors;
using Canary.Local.CloudWatch.Metrics;
using Canary.Local.CloudWatch.Model;
using Canary.Local.Wire;
using Canary.Local.Wire.Protocols;

namespace Canary.Local.CloudWatch.Api;

/// <summary>GetMetricData.</summary>
internal static partial class MetricDataOperations
{
    private const int MaximumPoints = 100_800;

    public static WireMap GetMetricData(CloudWatchService service, WireMap input)
    {
        var (start, end, limit) = (input.Moment("StartTime"), input.Moment("EndTime"), input.Integer("MaxDatapoints"));
        new MemberConstraints()
            .Required("metricDataQueries", input.Find("MetricDataQueries"))
            .Required("startTime", start)
            .Required("endTime", end)
            .OneOf("scanBy", input.Text("ScanBy"), ["TimestampDescending", "TimestampAscending"])
            .Range("maxDatapoints", limit, 1, MaximumPoints)
            .ThrowIfAny();
        // A time zone shows only in dynamic labels, which are refused.
        if (input.Map("LabelOptions")?.Text("Timezone") is { } zone && !Timezone().IsMatch(zone))
            throw CloudWatchErrors.Validation(
                $"The value {zone} for parameter LabelOptions.Timezone is not + or - and four digits, such as +0130.");
        var queries = input.Maps("MetricDataQueries")!.Select(
            query => MetricDataQueryDocument.Read(query, "GetMetricData", "metricDataQueries"))
            .ToList();
        var results = service.GetMetricData(
            queries, new MetricSpan(start!.Value, end!.Value), input.Text("ScanBy") == "TimestampAscending");
        var page = MetricPage.Of(
            results, limit ?? MaximumPoints, input.Text("NextToken"), queries.OfType<ExpressionQuery>().Any());
        return new()
        {
            { "MetricDataResults", page.Results.Select(Document).ToList() },
            { "NextToken", page.Next },
            { "Messages", new List<object>() },
        };
    }

    private static WireMap Document(MetricDataResult result) => new()
    {
        { "Id", result.Id },
        { "Label", result.Label },
        { "Timestamps", result.Points.Select(point => (object)point.Timestamp).ToList() },
        { "Values", result.Points.Select(point => (object)point.Value).ToList() },
        { "StatusCode", result.IsComplete ? "Complete" : "PartialData" },
        { "Messages", result.OtherUnits.Count == 0 ? null : Units(result.OtherUnits) },
    };

    private static List<WireMap> Units(IEnumerable<string> units) =>
        [new() { { "Code", "MultipleUnits" }, { "Value", $"Multiple units returned: '[{string.Join(", ", units)}]'" } }];

    [GeneratedRegex(@"^[+-][0-9]{4}\z")]
    private static partial Regex Timezone();
}
