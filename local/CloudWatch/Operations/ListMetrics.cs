using Canary.Local.CloudWatch.Metrics;
using Canary.Local.CloudWatch.Protocols;

namespace Canary.Local.CloudWatch.Operations;

internal static class ListMetrics
{
    private const int Page = 500;

    public static WireMap Answer(CloudWatchService service, WireMap input)
    {
        input.Refuse("ListMetrics", "RecentlyActive", "IncludeLinkedAccounts", "OwningAccount");
        var (space, name, filters) = (input.Text("Namespace"), input.Text("MetricName"), input.Maps("Dimensions") ?? []);
        new MemberConstraints()
            .Length("namespace", space, 1, 255)
            .Length("metricName", name, 1, 255)
            .Count("dimensions", filters, 10)
            .ThrowIfAny();
        var after = input.Text("NextToken") is { } token ? PageToken.Decode(token) : null;
        var found = service.Metrics.Identities
            .Where(metric => (space is null || metric.Space == space) && (name is null || metric.Name == name) && filters.All(filter => Has(metric, filter)))
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

    private static bool Has(MetricIdentity metric, WireMap filter) => metric.Dimensions.Any(dimension =>
        dimension.Key == filter.Text("Name") && (filter.Text("Value") is null || dimension.Value == filter.Text("Value")));

    private static WireMap Document(MetricIdentity metric) => new()
    {
        { "Namespace", metric.Space },
        { "MetricName", metric.Name },
        { "Dimensions", AlarmDocument.Dimensions(metric.Dimensions) },
    };
}
