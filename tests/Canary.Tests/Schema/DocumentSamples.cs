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
    private static readonly Step[] Steps = [A.Step(10, 60), A.Step(100, 0)];
    private static readonly Step[] Asked = [A.Step(10, 60) with { ApprovalSeconds = 60 }, A.Step(100, 30)];

    /// <summary>Each way in which a rollout can end, and plans that have every member.</summary>
    public static IEnumerable<Rollout> All =>
    [
        .. InputSamples.All.Select(sample => Planned(Compared(sample.Data.Item1))),
        Planned("""{ "functionName": 7 }"""),
        Planned("[]"),
        A.Planned(), A.Held(), A.Ready(), A.Shifted(Steps),
        Plan(A.World with { Hold = new(A.Other, HoldState.Runs, "RUNNING") }),
        Plan(A.World with { Alias = new(new("4"), "r", "") }, "4"),
        Plan(A.World with { Stable = new("3", "old", "Inactive", "Successful", null) }),
        Created(),
        .. Walked(new Plan(Asked, null, null, "") { AnsweredInRound = 2, BakeAfterPromotion = 60 }),
        .. Walked(new Plan(Steps, null, 2, "5 > 1")),
        Ended(RollbackMove.Restore, "AccessDenied", "User: x is not authorized"),
        Ended(RollbackMove.Restore, "ABORTED", "The execution ended in the state Bake."),
        Ended(RollbackMove.LeaveToOthers, "AliasChanged", "Somebody else changed the alias live."),
        Ended(RollbackMove.LeaveToOthers, "RolloutInProgress", "It is held.", Hold.Of(A.Other)),
        Rollback.RolledBack(A.Shifted(Steps), RollbackMove.LeaveToOthers, null, A.Time),
    ];

    /// <summary>What the plan makes of an input, in a world that has all that it names.</summary>
    public static Rollout Planned(string input)
    {
        var (request, faults) = A.Read(input);
        var (hash, target) = (request.CodeSha256 ?? "hash", request.TargetVersion ?? "4");
        return PlanRollout.Plan(request, faults, A.World with
        {
            Latest = A.World.Latest! with { CodeSha256 = hash },
            Target = A.World.Target! with { Version = target, CodeSha256 = hash },
            History = new(Analysis.Compared.NothingRead, null),
            Alarms = [.. request.Alarms.Select(name => new AlarmReading(name, StateOf(name), "5 > 1"))],
            Provisioned = request.ProvisionedConcurrency is null ? [] : [new(request.AliasName, 1, "READY", null)],
        }, A.Execution, A.Time);

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
        PlanRollout.Plan(A.Request() with { TargetVersion = target }, [], world, A.Execution, A.Time);

    private static Rollout Created()
    {
        var world = A.World with { Alias = null };
        var ready = A.Ready(PlanRollout.Plan(A.Request() with { CreateAlias = true }, [], world, A.Execution, A.Time));
        var created = CreateAlias.Created(ready, A.Written(CreateAlias.Wanted(ready), "revision-2"), A.Time);
        return FreeAlias.Freed(created, A.Written(FreeAlias.Wanted(created), "revision-3"), A.Time);
    }

    private static Rollout Ended(RollbackMove move, string error, string message, string description = "")
    {
        var cause = JsonSerializer.Serialize(new Dictionary<string, string> { ["errorMessage"] = message });
        var stopped = A.Shifted(Steps) with { Error = new(error, cause) };
        return Rollback.RolledBack(stopped, move, new(new("3"), "r", description), A.Time);
    }
}
