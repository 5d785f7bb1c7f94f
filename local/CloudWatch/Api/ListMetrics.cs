using Canary.Local.CloudWatch.Model;
using Canary.Local.Wire;
using Canary.Local.Wire.Protocols;

namespace Canary.Local.CloudWatch.Api;

internal static class ListMetrics
{
    private const int Page = 500;

    public static WireMap Answer(CloudWatchService service, WireMap input)
    {
        input.Refuse("ListMetrics", "RecentlyActive", "IncludeLinkedAccounts", "OwningAccount");
        var (space, name, filters) = (input.Text("Namespace"), input.Text("MetricName"), input.Maps("Dimensions") ?? []);
        var constraints = new MemberConstraints().Namespace("namespace", space).Length("metricName", name, 1, 255).Count("dimensions", filters, 10);
        foreach (var (index, filter) in filters.Index())
        {
            var path = $"dimensions.{index + 1}.member";
            constraints.Required($"{path}.name", filter.Text("Name")).Length($"{path}.name", filter.Text("Name"), 1, 255);
            constraints.Length($"{path}.value", filter.Text("Value"), 1, 1024);
        }
        constraints.ThrowIfAny();
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
