using System.Text.Json;
using Canary.Bench.World;

namespace Canary.Bench.Pipeline;

/// <summary>One question to the whole path.</summary>
/// <param name="Id">Its letter in the plan of the benchmark, and a number.</param>
/// <param name="Name">What happens.</param>
/// <param name="Scene">The traffic.</param>
/// <param name="Telling">How CloudWatch tells of it.</param>
/// <param name="Input">The rollout's input, without the fields that all have.</param>
internal sealed record Cell(string Id, string Name, Scene Scene, Telling Telling, string Input)
{
    /// <summary>When the regression begins, in seconds after the first shift; null where there is none.</summary>
    public double? RegressionFrom { get; init; }

    public string Title => $"{Id} {Name}; told {Telling.Name}";

    /// <summary>The whole input.</summary>
    public JsonElement Request() => JsonDocument.Parse(
        $$"""{"functionName": "shop", "aliasName": "live", "targetVersion": "{{Release.Candidate}}", {{Input}}}""").RootElement;
}
