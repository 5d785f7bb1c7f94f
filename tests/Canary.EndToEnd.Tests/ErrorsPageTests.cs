using System.Text.Json;
using System.Text.RegularExpressions;
using Canary.EndToEnd.Tests.Stage;
using Canary.Input;
using Canary.Local.CloudWatch.Metrics;
using Canary.Local.CloudWatch.Model;
using Canary.Local.Deploy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

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

    [Fact]
    public void Page_ItsMiddleware_IsTheOneThatIsTested()
    {
        var recipe = File.ReadAllText(Path.Combine(
            SourceTree.Find(AppContext.BaseDirectory).Root, "tests", "Canary.EndToEnd.Tests", "Stage", "FrameworkRecipe.cs"));
        var block = Program().Match(Page).Groups["text"].Value;

        Assert.Contains(Unindented(block), Unindented(recipe), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ItsMiddleware_PrintsTheMetricOfEachRequest()
    {
        var console = Console.Out;
        using var printed = new StringWriter();
        Console.SetOut(printed);
        (string, string)[] lambdas = [("AWS_LAMBDA_FUNCTION_NAME", "orders"), ("AWS_LAMBDA_FUNCTION_VERSION", "8")];
        foreach (var (name, value) in lambdas) Environment.SetEnvironmentVariable(name, value);
        try
        {
            foreach (var status in (int[])[200, 404, 500, 503])
                await AnswerAsync(context => context.Response.StatusCode = status);
            await Assert.ThrowsAsync<TimeoutException>(() => AnswerAsync(_ => throw new TimeoutException("Nobody caught it.")));
        }
        finally
        {
            Console.SetOut(console);
            foreach (var (name, _) in lambdas) Environment.SetEnvironmentVariable(name, null);
        }

        var metrics = printed.ToString().Split('\n').SelectMany(EmbeddedMetricFormat.Read).ToList();

        Assert.Equal([0, 0, 1, 1, 1], metrics.SelectMany(metric => metric.Values));
        Assert.All(metrics, metric => Assert.Equal(Asked("http-5xx"), metric.Identity));
    }

    private static async Task AnswerAsync(Action<HttpContext> answer)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        var app = new ApplicationBuilder(services);
        FrameworkRecipe.Use(app);
        app.Run(context =>
        {
            answer(context);
            return Task.CompletedTask;
        });
        await app.Build()(new DefaultHttpContext());
    }

    private static string Unindented(string code) => string.Join('\n', code.Split('\n').Select(line => line.Trim()));

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

    [GeneratedRegex(@"^```csharp\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Program();
}
