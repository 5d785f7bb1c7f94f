using Canary.Rollouts.Plans;
using Canary.Tests.Rollouts;

namespace Canary.Tests.Input;

public class MetricPresetsTests
{
    [Theory]
    [InlineData("http-5xx", "HTTP 5xx answers", "Http5xx")]
    [InlineData("batch-item-failures", "batches with failed items", "BatchesWithFailedItems")]
    public void Read_APreset_IsTheWholeMetric(string preset, string name, string metricName)
    {
        var metric = Assert.Single(Read($$"""{ "preset": "{{preset}}" }""").Metrics);

        Assert.Equal(
            (name, MetricKind.Count, MetricDirection.Increase, ToleranceChoice.Custom, null),
            (metric.Name, metric.Kind, metric.Direction, metric.Tolerance, metric.Expression));
        var source = Assert.Single(metric.Sources).Value;
        Assert.Equal(("Canary", metricName, "Sum"), (source.Namespace, source.MetricName, source.Stat));
        Assert.Equal(
            new Dictionary<string, string> { ["FunctionName"] = "{function}", ["FunctionVersion"] = "{version}" },
            source.Dimensions);
    }

    [Fact]
    public void Read_APresetWithFieldsOfItsOwn_HasThemInPlaceOfThePresets()
    {
        var metric = Assert.Single(Read("""
            { "preset": "http-5xx", "name": "5xx", "ratio": 1.2, "alpha": 0.01, "namespace": "Shop", "metricName": "Failed",
              "dimensions": { "service": "orders", "version": "{version}" } }
            """).Metrics);

        Assert.Equal(("5xx", MetricKind.Count, new ToleranceChoice(1.2, .01)), (metric.Name, metric.Kind, metric.Tolerance));
        var source = Assert.Single(metric.Sources).Value;
        Assert.Equal(("Shop", "Failed", "Sum"), (source.Namespace, source.MetricName, source.Stat));
        Assert.Equal(
            new Dictionary<string, string> { ["service"] = "orders", ["version"] = "{version}" }, source.Dimensions);
    }

    [Theory]
    [InlineData(
        "{ \"preset\": \"http-500\" }",
        "analysis.metrics[0].preset is \"http-500\". It must be one of http-5xx, batch-item-failures.")]
    [InlineData("{ \"preset\": 5 }", "analysis.metrics[0].preset is 5. It must be one of http-5xx, batch-item-failures.")]
    [InlineData(
        "{ \"preset\": \"http-5xx\", \"kind\": \"count\" }",
        "analysis.metrics[0].kind is given beside preset \"http-5xx\", which is a count that gets worse as it increases. "
            + "Leave it out, or give all of the metric's fields in place of preset.")]
    [InlineData(
        "{ \"preset\": \"http-5xx\", \"expression\": \"m1\" }",
        "analysis.metrics[0].expression is given beside preset \"http-5xx\"")]
    [InlineData("{ \"preset\": \"http-5xx\", \"namespace\": \"\" }", "analysis.metrics[0].namespace is \"\".")]
    [InlineData(
        "{ \"preset\": \"http-5xx\", \"dimensions\": { \"service\": \"orders\" } }",
        "analysis.metrics[0] names no {version} in the dimensions")]
    [InlineData(
        "{ \"preset\": \"http-5xx\" }, { \"preset\": \"http-5xx\" }", "analysis.metrics names \"HTTP 5xx answers\" twice.")]
    public void Read_AFaultyPreset_QuotesTheValueAndSaysWhatToDo(string metrics, string fault) =>
        Assert.StartsWith(fault, Assert.Single(Read(metrics).Faults), StringComparison.Ordinal);

    private static (IReadOnlyList<CustomMetric> Metrics, List<string> Faults) Read(string metrics)
    {
        var (request, faults) = Given.Read($$"""
            { "functionName": "orders", "aliasName": "live", "deploymentConfig": "Canary10Percent5Minutes",
             "analysis": { "metrics": [{{metrics}}] } }
            """);
        return (request.Analysis!.Metrics, faults);
    }
}
