using System.Text.Json;
using Canary.Alarms;
using Canary.Aliases;
using Canary.Ports;
using Canary.Rollouts;
using Canary.States;
using Canary.Statistics;
using FsCheck.Fluent;
using Outcome = Canary.Rollouts.Outcome;

namespace Canary.Tests.Rollouts;

/// <summary>The state machine's course on an alias in memory.</summary>
internal sealed class Walk
{
    private static readonly Judgement[] Judgements =
    [
        new(new(HealthState.Inconclusive, new string('i', 2_000)), [.5], 1, false),
        new(new(HealthState.Inconclusive, "suspicious"), [.7], .1, true),
        new(new(HealthState.Healthy, "fine"), [-1], 1, false) { SeesPresentWeight = true },
        Judgement.Blind(new string('b', 2_000)),
    ];

    private static readonly Judgement Bad = new(new(HealthState.Unhealthy, "bad"), [1.5], .001, false);

    private int _round;
    private Func<Judgement?> _judge = () => null;

    public required Rollout Rollout { get; set; }

    public Alias Alias { get; private set; } = Given.World.Alias!;

    public List<double> Weights { get; } = [];

    public int Checks { get; private set; }

    public int BakedSeconds { get; private set; }

    /// <summary>How many of the checks came while it waited for a person.</summary>
    public int Waits { get; private set; }

    /// <summary>How often a person was asked.</summary>
    public int Asked { get; private set; }

    /// <summary>Whether anything happened that must end in a rollback.</summary>
    public bool MetTrouble { get; private set; }

    public int Transitions { get; private set; } = 1;

    public int LargestDocument { get; private set; }

    /// <summary>The documents before the last.</summary>
    public List<Rollout> Documents { get; } = [];

    /// <summary>What a Stop before each state would lead to.</summary>
    public List<RollbackMove> IfStopped { get; } = [];

    public static Walk Through(Plan plan)
    {
        var world = Given.World with
        {
            History = new(Canary.Tests.Analysis.Compared.NothingRead, null),
            Alarms = [.. plan.Alarms.Select(name => new AlarmReading(name, AlarmState.Ok, null))],
        };
        var (request, faults) = Given.Read(plan.ToJson());
        var walk = new Walk { Rollout = PlanRollout.Plan(request, faults, world, Given.Execution, Given.Time) };
        Assert.True(walk.Rollout.Outcome == Outcome.InProgress, walk.Rollout.Reason);
        walk.Run(plan);
        return walk;
    }

    private void Run(Plan plan)
    {
        var at = Given.Time;
        var candidate = new FunctionVersion("4", "hash", "Active", "Successful", null);
        var random = new System.Random(plan.Seed);
        _judge = () => Rollout.Plan.Analysis is null ? null : random.Next(60) == 0 ? Bad : Judgements[random.Next(4)];
        while (true)
        {
            // Decide, and the state that it leads to.
            Transitions += 2;
            Documents.Add(Rollout);
            LargestDocument =
                Math.Max(LargestDocument, JsonSerializer.SerializeToUtf8Bytes(Rollout, CanaryJson.Relaxed.Rollout).Length);
            if (Rollout.Internal.HeldAt is not null)
                IfStopped.Add(RestoreAlias.Choose(RestoreAlias.Caught(new("ABORTED", "Decide", Rollout)), Alias)!.Value);
            switch (Rollout.Decision.Next)
            {
                case NextState.HoldAlias:
                    Write(HoldAlias.Wanted(Rollout));
                    Rollout = HoldAlias.Held(Rollout, Alias, at);
                    Rollout = AwaitVersion.Awaited(PublishVersion.Published(Rollout, candidate, at), candidate, at);
                    Transitions += 2;
                    break;
                case NextState.ShiftWeight:
                    Write(ShiftWeight.Wanted(Rollout));
                    Weights.Add(Alias.State.AdditionalWeight);
                    Rollout = ShiftWeight.Shifted(Rollout, Alias, at);
                    at = Bake(plan, at);
                    break;
                case NextState.Bake:
                    Transitions--;
                    at = Bake(plan, at);
                    break;
                case NextState.Promote:
                    Write(Promote.Wanted(Rollout));
                    Rollout = Promote.Promoted(Rollout, Alias, at);
                    if (Rollout.Decision.Next != NextState.Succeeded) break;
                    Transitions += 2;
                    return;
                case NextState.BeforeAllowTraffic or NextState.AfterAllowTrafficCallback:
                    var answer = Rollout.Decision.Next == NextState.BeforeAllowTraffic
                        ? $$"""{ "Payload": {{plan.HookAnswer}} }"""
                        : plan.HookAnswer!;
                    MetTrouble |= plan.HookFails;
                    Rollout = CheckHook.Answered(
                        Rollout.Note(own => own with { Answer = JsonSerializer.Deserialize<JsonElement>(answer) }), at);
                    Transitions++;
                    break;
                case NextState.FreeAlias:
                    Write(FreeAlias.Wanted(Rollout));
                    Rollout = FreeAlias.Freed(Rollout, Alias, at);
                    Transitions++;
                    return;
                case NextState.Rollback:
                    var move = Rollback.Choose(Rollout, Alias, true);
                    Assert.Equal(RollbackMove.Restore, move);
                    Write(Rollback.Wanted(Rollout, move, Alias)!);
                    Rollout = Rollback.RolledBack(Rollout, move, Alias, at);
                    Transitions += 2;
                    return;
                default:
                    throw new InvalidOperationException(Rollout.Decision.ToString());
            }
        }
    }

    private void Write(AliasWrite write) =>
        Alias = new(write.State, $"{Alias.RevisionId}+", write.Description ?? Alias.Description);

    private DateTimeOffset Bake(Plan plan, DateTimeOffset at)
    {
        Transitions += 2;
        Checks++;
        at = at.AddSeconds(Rollout.Decision.WaitSeconds);
        if (Rollout.Internal.ApprovalRequest is { } asked) Wait(plan, asked, at);
        else BakedSeconds += Rollout.Decision.WaitSeconds;
        Check(plan, at);
        return at;
    }

    private void Check(Plan plan, DateTimeOffset at)
    {
        var state = Checks == plan.UnhealthyAtCheck ? AlarmState.Alarm : AlarmState.Ok;
        MetTrouble |= state == AlarmState.Alarm;
        var alarms = AlarmCheck.Judge(plan.Alarms, [.. plan.Alarms.Select(name => new AlarmReading(name, state, plan.Reason))]);
        var (judgement, acts) = (_judge(), Rollout.Plan.Analysis is { DryRun: false });
        var waited = Rollout.Internal.ApprovalRequest is not null;
        Rollout = CheckHealth.Checked(Rollout, alarms, judgement, at);
        if (!waited && Rollout.Internal.ApprovalRequest is not null) (Asked, _round) = (Asked + 1, 0);
        // The only words with which the analysis ends a rollout that nothing else has ended.
        MetTrouble |= acts && (judgement == Bad || Rollout.Reason.EndsWith("says to roll back then.", StringComparison.Ordinal));
    }

    private void Wait(Plan plan, ApprovalRequest asked, DateTimeOffset at)
    {
        Waits++;
        if (++_round == plan.AnsweredInRound)
            Rollout = Rollout.Said(new Word(WordKind.Approve, "alice", plan.ApprovalReason));
        else MetTrouble |= at >= asked.ExpiresAt;
    }
}
