using System.Text;
using System.Text.Json.Nodes;
using Canary.Functions.Aws;
using Canary.Functions.Tests.Fakes;
using Canary.Rollouts;

namespace Canary.Functions.Tests.Aws;

/// <summary>The metrics of a rollout, as a line of the log.</summary>
public sealed class EmbeddedFiguresTests
{
    [Fact]
    public async Task Write_ARollout_IsOneLineInTheEmbeddedMetricFormat()
    {
        var rollout = await new Stage().PlanAsync();
        using var output = new MemoryStream();

        new EmbeddedFigures(output, new FixedTime(Stage.Time)).Write(
            new("orders", Outcome.RolledBack, rollout) { Values = [("Rollouts", "Count", 1), ("Duration", "Seconds", 62.5)] });

        var text = Encoding.UTF8.GetString(output.ToArray());
        Assert.Equal(text.Length - 1, text.IndexOf('\n', StringComparison.Ordinal));
        var line = JsonNode.Parse(text)!;
        Assert.Equal(
            """
            {"Timestamp":1767225600000,"CloudWatchMetrics":[{"Namespace":"Canary","Dimensions":[["Function","Outcome"]],
            "Metrics":[{"Name":"Rollouts","Unit":"Count"},{"Name":"Duration","Unit":"Seconds"}]}]}
            """.ReplaceLineEndings(""),
            line["_aws"]!.ToJsonString());
        Assert.Equal(
            ("orders", "RolledBack", 1, 62.5, "live", Stage.Execution),
            ((string?)line["Function"], (string?)line["Outcome"], (int)line["Rollouts"]!, (double)line["Duration"]!,
                (string?)line["Alias"], (string?)line["Execution"]));
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
