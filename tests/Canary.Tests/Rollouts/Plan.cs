using System.Text.Json.Nodes;
using Canary.Rollouts;
using FsCheck.Fluent;

namespace Canary.Tests.Rollouts;

/// <summary>A rollout as an input asks for it, and what happens to it.</summary>
public sealed record Plan(Step[] Steps, int? Interval, int? UnhealthyAtCheck, string Reason)
{
    /// <summary>A hook that has nothing against it.</summary>
    public const string Yes = """{ "status": "Succeeded" }""";

    public string[] Alarms { get; init; } = ["errors"];

    public int BakeAfterPromotion { get; init; }

    public string? Hooks { get; init; }

    public string? HookAnswer { get; init; }

    /// <summary>The input's analysis; null for none.</summary>
    public string? Analysis { get; init; }

    /// <summary>What the draws of the judgements begin with.</summary>
    public int Seed { get; init; }

    public string ToJson() => new JsonObject
    {
        ["functionName"] = "orders",
        ["aliasName"] = "live",
        ["steps"] = new JsonArray([.. Steps.Select(ToJson)]),
        ["bakeAfterPromotionSeconds"] = BakeAfterPromotion,
        [Hooks is null ? "AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID" : "hooks"] = Hooks is null ? null : JsonNode.Parse(Hooks),
        ["analysis"] = JsonNode.Parse(Analysis ?? "false"),
        ["alarms"] = new JsonArray([.. Alarms.Select(alarm => JsonValue.Create(alarm))]),
        [Interval is null ? "AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID" : "checkIntervalSeconds"] = Interval,
    }.ToJsonString();

    /// <summary>In which round of each wait alice answers; null for never.</summary>
    public int? AnsweredInRound { get; init; }

    public string ApprovalReason { get; init; } = "fine";

    private static JsonObject ToJson(Step step)
    {
        var json = new JsonObject { ["weight"] = step.Weight.Percent, ["bakeSeconds"] = step.BakeSeconds };
        if (step.ApprovalSeconds > 0) json["approvalSeconds"] = step.ApprovalSeconds;
        return json;
    }

    public bool HookFails => Hooks is not null && HookAnswer != Yes;

    public override string ToString() =>
        $"{ToJson()}, bad at {UnhealthyAtCheck}, the hook says {HookAnswer}, answered in round {AnsweredInRound}, seed {Seed}";
}
