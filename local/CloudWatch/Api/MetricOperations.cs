using Canary.Local.CloudWatch.Errors;
using Canary.Local.CloudWatch.Model;
using Canary.Local.Wire;
using Canary.Local.Wire.Protocols;

namespace Canary.Local.CloudWatch.Api;

/// <summary>The operations that list metrics and take their data.</summary>
internal static class MetricOperations
{
    private const int Page = 500;

    public static WireMap ListMetrics(CloudWatchService service, WireMap input)
    {
        input.Refuse("ListMetrics", "RecentlyActive", "IncludeLinkedAccounts", "OwningAccount");
        var (metricNamespace, name, filters) = (
            input.Text("Namespace"), input.Text("MetricName"), input.Maps("Dimensions") ?? []);
        var constraints = new MemberConstraints()
            .Namespace("namespace", metricNamespace)
            .Length("metricName", name, 1, 255)
            .Count("dimensions", filters, 10);
        foreach (var (index, filter) in filters.Index())
        {
            var path = $"dimensions.{index + 1}.member";
            constraints.Required($"{path}.name", filter.Text("Name")).Length($"{path}.name", filter.Text("Name"), 1, 255);
            constraints.Length($"{path}.value", filter.Text("Value"), 1, 1024);
        }
        constraints.ThrowIfAny();
        var after = input.Text("NextToken") is { } token ? PageToken.Decode(token) : null;
        var found = service.Metrics.Identities
            .Where(
                metric => (metricNamespace is null || metric.Namespace == metricNamespace)
                    && (name is null || metric.Name == name)
                    && filters.All(filter => Has(metric, filter)))
            .OrderBy(metric => metric.ToString(), StringComparer.Ordinal)
            .SkipWhile(metric => after is not null && string.CompareOrdinal(metric.ToString(), after) <= 0)
            .Take(Page + 1)
            .ToList();
        return new()
        {
            { "Metrics", found.Take(Page).Select(Document).ToList() },
            { "NextToken", found.Count > Page ? PageToken.Encode(found[Page - 1].ToString()) : null },
        };
    }

    public static WireMap? PutMetricData(CloudWatchService service, WireMap input)
    {
        input.Refuse("PutMetricData", "EntityMetricData", "StrictEntityValidation");
        service.PutMetricData(input.Text("Namespace")!, [.. (input.Maps("MetricData") ?? []).Select(Datum)]);
        return null;
    }

    private static bool Has(MetricIdentity metric, WireMap filter) => metric.Dimensions.Any(dimension =>
        dimension.Key == filter.Text("Name") && (filter.Text("Value") is null || dimension.Value == filter.Text("Value")));

    private static WireMap Document(MetricIdentity metric) => new()
    {
        { "Namespace", metric.Namespace },
        { "MetricName", metric.Name },
        { "Dimensions", AlarmDocument.Dimensions(metric.Dimensions) },
    };

    private static MetricDatum Datum(WireMap datum) => new()
    {
        MetricName = datum.Text("MetricName")!,
        Dimensions = datum.Dimensions(),
        Timestamp = datum.Moment("Timestamp"),
        Value = datum.Number("Value"),
        Values = datum.Numbers("Values"),
        Counts = datum.Numbers("Counts"),
        Statistics = datum.Map("StatisticValues") is { } set ? Statistics(set) : null,
        Unit = datum.Text("Unit"),
        StorageResolution = datum.Integer("StorageResolution"),
    };

    private static StatisticSet Statistics(WireMap set) => new(
        Part(set, "SampleCount"), Part(set, "Sum"), Part(set, "Minimum"), Part(set, "Maximum"));

    private static double Part(WireMap set, string name) =>
        set.Number(name) ?? throw CloudWatchErrors.Missing($"The parameter StatisticValues.{name} is required.");
}
