using System.Text.Json;
using Canary.Wording;

namespace Canary.Input;

/// <summary>
/// Ready-made metrics: what a function has to print itself, since it is no failure of Lambda's. A preset is an ordinary metric,
/// some of whose fields are given.
/// </summary>
internal static class MetricPresets
{
    // They make it the count that it is: with others it would be another metric.
    private static readonly string[] NotBeside = ["kind", "direction", "stat", "expression", "sources"];

    private static readonly Dictionary<string, IReadOnlyList<JsonProperty>> Presets = new()
    {
        ["http-5xx"] = Of("HTTP 5xx answers", "Http5xx"),
        ["batch-item-failures"] = Of("batches with failed items", "BatchesWithFailedItems"),
    };

    /// <summary>Gives a metric the fields of its preset, but those that it has itself.</summary>
    /// <returns>False where that cannot be done, which is a fault, so that nothing more can be said of the metric.</returns>
    public static bool Fill(FieldReader metric)
    {
        if (!metric.Has("preset")) return true;
        if (metric.Word("preset", Presets.Keys) is not { } name) return false;
        var own = NotBeside.Where(metric.Has).ToList();
        foreach (var field in own)
            metric.FaultOf(field, $"is given beside preset {Quoted.Of(name)}, which is a count that gets worse as it increases. "
                + "Leave it out, or give all of the metric's fields in place of preset.");
        foreach (var field in Presets[name]) metric.Default(field.Name, field.Value);
        return own.Count == 0;
    }

    private static List<JsonProperty> Of(string name, string metricName)
    {
        using var fields = JsonDocument.Parse($$"""
            {
              "name": "{{name}}", "kind": "count", "direction": "increase",
              "namespace": "Canary", "metricName": "{{metricName}}", "stat": "Sum",
              "dimensions": { "FunctionName": "{function}", "FunctionVersion": "{version}" }
            }
            """);
        return [.. fields.RootElement.Clone().EnumerateObject()];
    }
}
