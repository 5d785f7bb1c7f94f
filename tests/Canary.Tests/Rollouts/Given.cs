using System.Text.Json;
using Canary.Aliases;
using Canary.Input;
using Canary.Planning;
using Canary.Ports;
using Canary.Rollouts;
using Canary.Rollouts.Plans;
using Canary.States;
using Canary.Statistics;

namespace Canary.Tests.Rollouts;

/// <summary>What the tests start from.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Time = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public const string Execution = "arn:aws:states:us-east-1:123456789012:execution:canary:test";

    public const string Other = "arn:aws:states:us-east-1:123456789012:execution:canary:other";

    public static readonly PlanFindings World = new()
    {
        Latest = new("$LATEST", "hash", "Active", "Successful", null),
        Alias = new(new("3"), "revision-1", "orders, live"),
        Target = new("4", "hash", "Active", "Successful", null),
    };

    public static RolloutRequest Request(params Step[] steps) =>
        new()
        {
            FunctionName = "orders",
            AliasName = "live",
            Steps = steps.Length > 0 ? steps : DeploymentConfig.Find("Canary10Percent5Minutes")!,
        };

    public static Rollout Planned(params Step[] steps) => PlanRollout.Plan(Request(steps), [], World, Execution, Time);

    public static Rollout Held(params Step[] steps)
    {
        var planned = Planned(steps);
        return HoldAlias.Held(planned, Written(HoldAlias.Wanted(planned), "revision-2"), Time);
    }

    /// <summary>The alias after a change.</summary>
    public static Alias Written(AliasWrite write, string revisionId) => new(write.State, revisionId, write.Description ?? "");

    /// <summary>Version 4 is published and Active: the decision is the first step.</summary>
    public static Rollout Ready(params Step[] steps) => Ready(Held(steps));

    public static Rollout Ready(Rollout held)
    {
        var candidate = new FunctionVersion("4", "hash", "Active", "Successful", null);
        return AwaitVersion.Awaited(PublishVersion.Published(held, candidate, Time), candidate, Time);
    }

    public static Rollout Shifted(params Step[] steps)
    {
        var ready = Ready(steps);
        return ShiftWeight.Shifted(ready, Written(ShiftWeight.Wanted(ready), "revision-3"), Time);
    }

    /// <summary>The rollout with another plan.</summary>
    public static Rollout With(Rollout rollout, Func<RolloutPlan, RolloutPlan> change) =>
        rollout with { Plan = change(rollout.Plan) };

    /// <summary>The rollout of an alias with provisioned concurrency.</summary>
    public static Rollout Provisioned(Rollout rollout, ProvisionedPlan? provisioned) =>
        With(rollout, plan => plan with { ProvisionedConcurrency = provisioned })
            .Note(own => own with { Concurrency = provisioned is null ? null : own.Concurrency ?? new() });

    public static Step Step(decimal percent, int bakeSeconds) => new(Weight.FromPercent(percent), bakeSeconds);

    /// <summary>The rollout as it has met a word that no check has looked at.</summary>
    public static Rollout Said(this Rollout rollout, Word word)
    {
        var description = Hold.Of(Execution, word)!;
        return rollout.Note(own => own with { Alias = own.Alias with { NewWord = Hold.BehindOf(description) } });
    }

    public static readonly Verdict Healthy = new(HealthState.Healthy, "1 of 1 alarms OK");

    public static readonly Verdict Unhealthy = new(HealthState.Unhealthy, "alarm errors is in ALARM: 5 > 1");

    public static (RolloutRequest Request, List<string> Faults) Read(string json, string execution = Execution)
    {
        var faults = new List<string>();
        using var document = JsonDocument.Parse(json);
        return (RequestReader.Read(document.RootElement, execution, faults), faults);
    }
}
