using System.Globalization;
using System.Text.Json;
using Canary.Bench.Traffic;
using Canary.Bench.World;

namespace Canary.Bench.Pipeline;

/// <summary>One question to the whole path.</summary>
/// <param name="Id">Its letter in the plan of the benchmark, and a number.</param>
/// <param name="Name">What happens.</param>
/// <param name="Scene">The traffic.</param>
/// <param name="Telling">How CloudWatch tells of it.</param>
/// <param name="Plan">The rollout's steps.</param>
/// <param name="Goals">What Canary has to reach; none where it is only shown.</param>
internal sealed record Cell(
    string Id, string Name, Scene Scene, Telling Telling, IReadOnlyList<Stage> Plan, params IReadOnlyList<Goal> Goals)
{
    public int IntervalSeconds { get; init; } = 30;

    /// <summary>The input's <c>analysis</c>.</summary>
    public string Analysis { get; init; } = """{"latency": false}""";

    /// <summary>When the regression begins, in seconds after the first shift; null where there is none.</summary>
    public double? RegressionFrom { get; init; }

    /// <summary>Whether the other judges answer it too: they judge failed requests only.</summary>
    public bool ForAll { get; init; } = true;

    public string Title => $"{Id} {Name}; told {Telling.Name}";

    /// <summary>The whole input.</summary>
    public JsonElement Input()
    {
        var steps = Plan.Select(stage => string.Create(CultureInfo.InvariantCulture,
            $$"""{"weight": {{100 * stage.Weight:0.##}}, "bakeSeconds": {{60 * stage.Minutes:0}}}"""));
        return JsonDocument.Parse($$"""
            {
              "functionName": "shop", "aliasName": "live", "targetVersion": "{{LiveAlias.CandidateVersion}}",
              "steps": [{{string.Join(", ", steps)}}],
              "checkIntervalSeconds": {{IntervalSeconds}}, "analysis": {{Analysis}}
            }
            """).RootElement;
    }
}
