using System.Text.Json;
using System.Text.Json.Nodes;
using Canary.Approvals;
using Canary.Health;
using Canary.Hooks;
using Canary.Rollouts;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Outcome = Canary.Rollouts.Outcome;

namespace Canary.Tests.Rollouts;

/// <summary>What holds for every plan and every course of verdicts.</summary>
public class RolloutProperties
{
    [Property(Arbitrary = [typeof(Plans)])]
    public void AnyRollout_EndsPromotedOrRolledBack_AndTheAliasAtOneVersion(Plan plan)
    {
        var walk = Walk.Through(plan);

        Assert.Equal(walk.MetTrouble ? Outcome.RolledBack : Outcome.Promoted, walk.Rollout.Outcome);
        Assert.Equal(walk.Rollout.Outcome == Outcome.Promoted ? new AliasState("4") : new AliasState("3"), walk.Alias.State);
        Assert.Equal(A.World.Alias!.Description, walk.Alias.Description);
    }

    [Property(Arbitrary = [typeof(Plans)])]
    public void AnyRollout_Weights_RiseStrictlyToHundred(Plan plan)
    {
        var walk = Walk.Through(plan with { UnhealthyAtCheck = null, HookAnswer = "null", AnsweredInRound = 1, Analysis = null });

        Assert.Equal(Weight.Full, walk.Rollout.Steps[^1].Weight);
        Assert.All(walk.Weights.Zip(walk.Weights.Skip(1)), pair => Assert.True(pair.First < pair.Second));
        Assert.Equal(walk.Rollout.Steps.Where(step => step is { BakeSeconds: > 0, AfterPromotion: false }).Select(step => step.Weight.Fraction), walk.Weights);
    }

    [Property(Arbitrary = [typeof(Plans)])]
    public void AnyPromotion_BakesExactlyAsLongAsPlanned(Plan plan)
    {
        var walk = Walk.Through(plan with { UnhealthyAtCheck = null, HookAnswer = "null", AnsweredInRound = 1, Analysis = null });

        Assert.Equal(plan.Steps.Sum(step => step.BakeSeconds) + plan.BakeAfterPromotion, walk.BakedSeconds);
        Assert.Equal(HistoryBudget.Checks([.. walk.Rollout.Steps.Select(step => step with { ApprovalSeconds = 0 })], walk.Rollout.CheckIntervalSeconds), walk.Checks - walk.Waits);
        Assert.All(walk.Rollout.Steps.Where(step => step is { BakeSeconds: > 0, ApprovalSeconds: 0 }), step => Assert.Equal(step.BakeSeconds, (step.Until - step.From)!.Value.TotalSeconds));
        Assert.All(walk.Rollout.Steps.Where(step => step.ApprovalSeconds > 0), step => Assert.True(step.Approval is { Approved: true, By: "alice" }));
    }

    [Property(Arbitrary = [typeof(Plans)])]
    public void AnyRollout_CostsThreeTransitionsACheckOneAStepAndTen(Plan plan)
    {
        var walk = Walk.Through(plan with { Analysis = null });

        Assert.InRange(walk.Transitions, 1, 3 * walk.Checks + walk.Weights.Count + 10 + (plan.Hooks is null ? 0 : 3) + 4 * plan.Steps.Count(step => step.ApprovalSeconds > 0));
        Assert.InRange(HistoryBudget.Events(walk.Rollout.Steps, walk.Rollout.CheckIntervalSeconds), 1, 24_000);
    }

    [Property(Arbitrary = [typeof(Plans)])]
    public void AnyRollout_ItsChecksAndApprovals_AreNoMoreThanItsHistoryHolds(Plan plan)
    {
        var walk = Walk.Through(plan with { UnhealthyAtCheck = null });
        var longest = A.Read(plan.ToJson()).Request.LongestSteps;

        Assert.InRange(walk.Checks, 0, HistoryBudget.Checks(longest, walk.Rollout.CheckIntervalSeconds));
        Assert.InRange(walk.Asked, 0, longest.Count(step => step.ApprovalSeconds > 0));
        Assert.InRange(HistoryBudget.Events(longest, walk.Rollout.CheckIntervalSeconds), 1, 24_000);
    }

    [Property(Arbitrary = [typeof(Plans)])]
    public void AnyRollout_StoppedAtAnyMoment_WouldGiveTheStableVersionBack(Plan plan) =>
        Assert.All(Walk.Through(plan).IfStopped, move => Assert.Equal(RollbackMove.Restore, move));

    [Property(Arbitrary = [typeof(Plans)], MaxTest = 30)]
    public void AnyDocument_FitsACauseAtEveryMoment(Plan plan)
    {
        var largest = Walk.Through(plan with { Reason = new string('x', 5_000) }).LargestDocument;

        Assert.InRange(largest, 1, Limits.DocumentBytes);
    }

    [Fact]
    public void LongestPlan_WorstDocument_FitsACause()
    {
        var steps = Enumerable.Range(1, 100).Select(i => A.Step(i - 0.01m * (i < 100 ? 1 : 0), i < 100 ? 1_745 : 0)).ToArray();

        var walk = Walk.Through(new Plan(steps, null, 2_500, new string('x', 5_000)) { Alarms = [.. Enumerable.Range(0, 10).Select(i => i + new string('a', 254))] });

        Assert.Equal(Outcome.Promoted, walk.Rollout.Outcome);
        Assert.InRange(walk.LargestDocument, 15_000, Limits.DocumentBytes);
    }

    [Fact]
    public void ManyApprovals_WorstDocument_FitsACause()
    {
        var steps = Enumerable.Range(1, 35).Select(i => A.Step(i, 60) with { ApprovalSeconds = 600 }).ToArray();

        var walk = Walk.Through(new Plan(steps, null, null, new string('x', 5_000)) { AnsweredInRound = 2, ApprovalReason = new string('y', 5_000) });

        Assert.Equal(Outcome.Promoted, walk.Rollout.Outcome);
        Assert.InRange(walk.LargestDocument, 15_000, Limits.DocumentBytes);
    }

    [Property(Arbitrary = [typeof(Plans)], MaxTest = 30)]
    public void AnyDocument_SurvivesTheWire(Plan plan)
    {
        var rollout = Walk.Through(plan).Rollout;

        var json = JsonSerializer.Serialize(rollout, CanaryJson.Relaxed.Rollout);
        var back = JsonSerializer.Serialize(JsonSerializer.Deserialize(json, CanaryJson.Relaxed.Rollout), CanaryJson.Relaxed.Rollout);

        Assert.Equal(json, back);
    }

    public sealed record Plan(Step[] Steps, int? Interval, int? UnhealthyAtCheck, string Reason)
    {
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

        public bool HookFails => Hooks is not null && HookAnswer?.Contains("Failed", StringComparison.Ordinal) == true;

        public override string ToString() => $"{ToJson()}, bad at {UnhealthyAtCheck}, the hook says {HookAnswer}, answered in round {AnsweredInRound}, seed {Seed}";
    }

    public static class Plans
    {
        public static Arbitrary<Plan> Plan() => Arb.From(
            from analysis in Gen.Elements(Analyses)
            from seed in Gen.Choose(0, 999_999)
            from weights in Gen.Choose(1, 9_999).Select(w => w / 100m).ListOf().Select(list => list.Distinct().Order().Take(analysis is null ? 99 : 20).ToList())
            from bakes in Gen.Choose(1, 1_700).ListOf(weights.Count)
            from lastBake in Gen.Elements(0, 0, 30)
            from after in Gen.Elements(0, 0, 1, 900)
            from hooks in Gen.Elements(null, null, """{ "beforeAllowTraffic": "a" }""", """{ "afterAllowTraffic": { "functionName": "b", "waitForCallback": true } }""")
            from answer in Gen.Elements("null", "\"x\"", """{ "status": "Failed" }""")
            from approval in Gen.Elements(0, 0, 45, 600)
            from asked in Gen.Choose(0, 99)
            from round in Gen.Elements<int?>(null, 1, 2)
            from interval in Gen.Elements<int?>(null, 60, 600, 3_600)
            from bad in Gen.Elements<int?>(null, 1, 2, 5, 20)
            select new Plan([.. weights.Zip(bakes, A.Step).Select((step, i) => i == asked ? step with { ApprovalSeconds = approval } : step), A.Step(100, lastBake)], interval, bad, "5 > 1") { BakeAfterPromotion = after, Hooks = hooks, HookAnswer = answer, AnsweredInRound = round, Analysis = analysis, Seed = seed });

        private static readonly string?[] Analyses =
        [
            null,
            null,
            """{ "promoteEarly": true, "latency": false }""",
            """{ "onInconclusive": "rollback", "waitSeconds": 0 }""",
            """{ "onInconclusive": "wait", "waitSeconds": 100, "afterWait": "promote" }""",
            """{ "onInconclusive": "wait", "waitSeconds": 1900, "afterWait": "approve", "approvalSeconds": 700 }""",
            """{ "onInconclusive": "approve", "approvalSeconds": 50, "promoteEarly": true }""",
            """{ "onInconclusive": "rollback", "dryRun": true, "promoteEarly": true }""",
        ];
    }

    /// <summary>The state machine's course on an alias in memory.</summary>
    private sealed class Walk
    {
        private static readonly Judgement[] Judgements =
        [
            new(new(HealthState.Inconclusive, new string('i', 2_000)), [.5], 1, false),
            new(new(HealthState.Inconclusive, "suspicious"), [.7], .1, true),
            new(new(HealthState.Healthy, "fine"), [-1], 1, false),
            Judgement.Blind(new string('b', 2_000)),
        ];

        private static readonly Judgement Bad = new(new(HealthState.Unhealthy, "bad"), [1.5], .001, false);

        private int _round;
        private Func<Judgement?> _judge = () => null;

        public required Rollout Rollout { get; set; }

        public Alias Alias { get; private set; } = A.World.Alias!;

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

        /// <summary>What a Stop before each state would lead to.</summary>
        public List<RollbackMove> IfStopped { get; } = [];

        public static Walk Through(Plan plan)
        {
            var world = A.World with { History = new(Canary.Tests.Analyzing.Compared.NothingRead, null), Alarms = [.. plan.Alarms.Select(name => new AlarmReading(name, AlarmState.Ok, null))] };
            var (request, faults) = A.Read(plan.ToJson());
            var walk = new Walk { Rollout = Planning.Plan(request, faults, world, A.Execution, A.Time) };
            Assert.Equal(Outcome.InProgress, walk.Rollout.Outcome);
            walk.Run(plan);
            return walk;
        }

        private void Run(Plan plan)
        {
            var at = A.Time;
            var candidate = new FunctionVersion("4", "hash", "Active", "Successful", null);
            var random = new System.Random(plan.Seed);
            _judge = () => Rollout.Analysis is null ? null : random.Next(60) == 0 ? Bad : Judgements[random.Next(4)];
            while (true)
            {
                // Decide, and the state that it leads to.
                Transitions += 2;
                LargestDocument = Math.Max(LargestDocument, JsonSerializer.SerializeToUtf8Bytes(Rollout, CanaryJson.Relaxed.Rollout).Length);
                if (Rollout.HeldAt is not null) IfStopped.Add(Restoring.Choose(Restoring.Caught(new("ABORTED", "Decide", Rollout)), Alias, late: false)!.Value);
                switch (Rollout.Decision.Next)
                {
                    case NextState.HoldAlias:
                        Write(Holding.Wanted(Rollout));
                        Rollout = Holding.Held(Rollout, Alias, at);
                        Rollout = Publishing.Awaited(Publishing.Published(Rollout, candidate, at), candidate, at);
                        Transitions += 2;
                        break;
                    case NextState.ShiftWeight:
                        Write(Shifting.Wanted(Rollout));
                        Weights.Add(Alias.State.AdditionalWeight);
                        Rollout = Shifting.Shifted(Rollout, Alias, at);
                        at = Bake(plan, at);
                        break;
                    case NextState.Bake:
                        Transitions--;
                        at = Bake(plan, at);
                        break;
                    case NextState.AskApproval or NextState.AwaitApproval:
                        if (Rollout.Decision.Next == NextState.AwaitApproval) Transitions--;
                        at = Wait(plan, at);
                        break;
                    case NextState.Promote:
                        Write(Promoting.Wanted(Rollout));
                        Rollout = Promoting.Promoted(Rollout, Alias, at);
                        break;
                    case NextState.BeforeAllowTraffic or NextState.AfterAllowTrafficCallback:
                        var answer = Rollout.Decision.Next == NextState.BeforeAllowTraffic ? $$"""{ "Payload": {{plan.HookAnswer}} }""" : plan.HookAnswer!;
                        MetTrouble |= plan.HookFails;
                        Rollout = Hooking.Answered(Rollout with { Answer = JsonSerializer.Deserialize<JsonElement>(answer) }, at);
                        Transitions++;
                        break;
                    case NextState.Release:
                        Write(Releasing.Wanted(Rollout));
                        Rollout = Releasing.Released(Rollout, Alias, at);
                        Transitions++;
                        return;
                    case NextState.Rollback:
                        var move = RollingBack.Choose(Rollout, Alias);
                        Assert.Equal(RollbackMove.Restore, move);
                        Write(RollingBack.Wanted(Rollout, move, Alias)!);
                        Rollout = RollingBack.RolledBack(Rollout, move, Alias, at);
                        Transitions++;
                        return;
                    default:
                        throw new InvalidOperationException(Rollout.Decision.ToString());
                }
            }
        }

        private void Write(AliasWrite write) => Alias = new(write.State, $"{Alias.RevisionId}+", write.Description ?? Alias.Description);

        private DateTimeOffset Bake(Plan plan, DateTimeOffset at)
        {
            Transitions += 2;
            Checks++;
            BakedSeconds += Rollout.ApprovalRequest is null ? Rollout.Decision.WaitSeconds : 0;
            at = at.AddSeconds(Rollout.Decision.WaitSeconds);
            var state = Checks == plan.UnhealthyAtCheck ? AlarmState.Alarm : AlarmState.Ok;
            MetTrouble |= state == AlarmState.Alarm;
            var alarms = AlarmCheck.Judge(plan.Alarms, [.. plan.Alarms.Select(name => new AlarmReading(name, state, plan.Reason))]);
            var (judgement, acts) = (_judge(), Rollout.Analysis is { DryRun: false });
            Rollout = Baking.Checked(Rollout, alarms, judgement, at);
            // The only words with which the analysis ends a rollout that nothing else has ended.
            MetTrouble |= acts && (judgement == Bad || Rollout.Reason.EndsWith("says to roll back then.", StringComparison.Ordinal));
            return at;
        }

        private DateTimeOffset Wait(Plan plan, DateTimeOffset at)
        {
            _round = Rollout.Decision.Next == NextState.AskApproval ? 1 : _round + 1;
            if (_round == 1) Asked++;
            if (_round != plan.AnsweredInRound)
            {
                Waits++;
                MetTrouble |= at.AddSeconds(Rollout.Decision.WaitSeconds) >= Rollout.ApprovalRequest!.ExpiresAt;
                return Bake(plan, at);
            }
            var answer = JsonSerializer.SerializeToElement(new ApprovalOutput(true, "alice", plan.ApprovalReason), CanaryJson.Relaxed.ApprovalOutput);
            Rollout = Approving.Answered(Rollout with { Answer = answer }, at.AddSeconds(1));
            Transitions += 2;
            return at.AddSeconds(1);
        }
    }
}
