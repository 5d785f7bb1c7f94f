using System.Text.Json;
using Canary.Aliases;
using Canary.Executions;
using Canary.Planning;
using Canary.Ports;
using Canary.Rollouts;
using Canary.States;
using Canary.Tests.Rollouts;

namespace Canary.Tests.Schema;

/// <summary>Documents as the state machine passes them on.</summary>
internal static class DocumentSamples
{
    private static readonly Step[] Steps = [Given.Step(10, 60), Given.Step(100, 0)];
    private static readonly Step[] Asked = [Given.Step(10, 60) with { ApprovalSeconds = 60 }, Given.Step(100, 30)];

    /// <summary>Each way in which a rollout can end, and plans that have every member.</summary>
    public static IEnumerable<Rollout> All =>
    [
        .. InputSamples.All.Select(sample => Planned(Compared(sample.Data.Item1))),
        Planned("""{ "functionName": 7 }"""),
        Planned("[]"),
        Given.Planned(), Given.Held(), Given.Ready(), Given.Shifted(Steps),
        Plan(Given.World with { Hold = new(Given.Other, HoldState.Runs, "RUNNING") }),
        Plan(Given.World with { Alias = new(new("4"), "r", "") }, "4"),
        Plan(Given.World with { Stable = new("3", "old", "Inactive", "Successful", null) }),
        Created(),
        .. Walked(new Plan(Asked, null, null, "") { AnsweredInRound = 2, BakeAfterPromotion = 60 }),
        .. Walked(new Plan(Steps, null, 2, "5 > 1")),
        Ended(RollbackMove.Restore, "AccessDenied", "User: x is not authorized"),
        Ended(RollbackMove.Restore, "ABORTED", "The execution ended in the state Bake."),
        Ended(RollbackMove.LeaveToOthers, "AliasChanged", "Somebody else changed the alias live."),
        Ended(RollbackMove.LeaveToOthers, "RolloutInProgress", "It is held.", Hold.Of(Given.Other)),
        Rollback.RolledBack(Given.Shifted(Steps), RollbackMove.LeaveToOthers, null, Given.Time),
    ];

    /// <summary>What the plan makes of an input, in a world that has all that it names.</summary>
    public static Rollout Planned(string input)
    {
        var (request, faults) = Given.Read(input);
        var (hash, target) = (request.CodeSha256 ?? "hash", request.TargetVersion ?? "4");
        return PlanRollout.Plan(request, faults, Given.World with
        {
            Latest = Given.World.Latest! with { CodeSha256 = hash },
            Target = Given.World.Target! with { Version = target, CodeSha256 = hash },
            History = new(Analysis.Compared.NothingRead, null),
            Alarms = [.. request.Alarms.Select(name => new AlarmReading(name, StateOf(name), "5 > 1"))],
            Provisioned = request.ProvisionedConcurrency is null ? [] : [new(request.AliasName, 1, "READY", null)],
        }, Given.Execution, Given.Time);

        AlarmState StateOf(string alarm) => request.AllowAlarmsInAlarm.Contains(alarm) ? AlarmState.Alarm : AlarmState.Ok;
    }

    /// <summary>The documents of a rollout, from the plan to the end.</summary>
    public static IEnumerable<Rollout> Walked(Plan plan)
    {
        var walk = Walk.Through(plan);
        return [.. walk.Documents, walk.Rollout];
    }

    // A step at which both versions serve.
    private static string Compared(string input) =>
        input.Replace("\"AllAtOnce\"", "\"Canary10Percent5Minutes\"", StringComparison.Ordinal);

    private static Rollout Plan(PlanFindings world, string? target = null) =>
        PlanRollout.Plan(Given.Request() with { TargetVersion = target }, [], world, Given.Execution, Given.Time);

    private static Rollout Created()
    {
        var world = Given.World with { Alias = null };
        var ready =
            Given.Ready(PlanRollout.Plan(Given.Request() with { CreateAlias = true }, [], world, Given.Execution, Given.Time));
        var created = CreateAlias.Created(ready, Given.Written(CreateAlias.Wanted(ready), "revision-2"), Given.Time);
        return FreeAlias.Freed(created, Given.Written(FreeAlias.Wanted(created), "revision-3"), Given.Time);
    }

    private static Rollout Ended(RollbackMove move, string error, string message, string description = "")
    {
        var cause = JsonSerializer.Serialize(new Dictionary<string, string> { ["errorMessage"] = message });
        var stopped = Given.Shifted(Steps) with { Error = new(error, cause) };
        return Rollback.RolledBack(stopped, move, new(new("3"), "r", description), Given.Time);
    }
}
