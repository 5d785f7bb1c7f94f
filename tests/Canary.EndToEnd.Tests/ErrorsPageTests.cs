using System.Text.Json;
using System.Text.RegularExpressions;
using Canary.Input;
using Canary.Local.CloudWatch.Metrics;
using Canary.Local.CloudWatch.Model;
using Canary.Local.Deploy;

namespace Canary.EndToEnd.Tests;

/// <summary>What docs/errors.md tells a function to print is what the presets read.</summary>
public partial class ErrorsPageTests
{
    private static readonly string Page = File.ReadAllText(
        Path.Combine(SourceTree.Find(AppContext.BaseDirectory).Root, "docs", "errors.md"));

    [Fact]
    public void Page_EachLineToPrint_IsTheMetricOfItsPreset()
    {
        var printed = Blocks().Matches(Page).Select(block => block.Groups["text"].Value)
            .SelectMany(EmbeddedMetricFormat.Read)
            .Select(metric => metric.Identity)
            .ToList();

        Assert.Equal([Asked("http-5xx"), Asked("batch-item-failures")], printed);
    }

    // Version 8 of orders, as on the page.
    private static MetricIdentity Asked(string preset)
    {
        using var input = JsonDocument.Parse($$"""
            { "functionName": "orders", "aliasName": "live", "deploymentConfig": "AllAtOnce",
              "analysis": { "metrics": [{ "preset": "{{preset}}" }] } }
            """);
        var faults = new List<string>();
        var request = RequestReader.Read(
            input.RootElement, "arn:aws:states:us-east-1:123456789012:execution:canary:one", faults);
        Assert.Empty(faults);
        var source = request.Analysis!.Metrics.Single().Sources.Values.Single();
        return new(source.Namespace, source.MetricName, source.Dimensions.Select(one => KeyValuePair.Create(
            one.Key,
            one.Value.Replace("{function}", "orders", StringComparison.Ordinal)
                .Replace("{version}", "8", StringComparison.Ordinal))));
    }

    [GeneratedRegex(@"^```json\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
