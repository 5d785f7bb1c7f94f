using System.Text.Json;
using Canary.Aliases;
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
        Assert.Equal(Given.World.Alias!.Description, walk.Alias.Description);
    }

    [Property(Arbitrary = [typeof(Plans)])]
    public void AnyRollout_Weights_RiseStrictlyToHundred(Plan plan)
    {
        var walk =
            Walk.Through(plan with { UnhealthyAtCheck = null, HookAnswer = Plan.Yes, AnsweredInRound = 1, Analysis = null });

        Assert.Equal(Weight.Full, walk.Rollout.Steps[^1].Weight);
        Assert.All(walk.Weights.Zip(walk.Weights.Skip(1)), pair => Assert.True(pair.First < pair.Second));
        Assert.Equal(walk.Rollout.Steps.Where(step => step is { BakeSeconds: > 0, AfterPromotion: false })
            .Select(step => step.Weight.Fraction), walk.Weights);
    }

    [Property(Arbitrary = [typeof(Plans)])]
    public void AnyPromotion_BakesExactlyAsLongAsPlanned(Plan plan)
    {
        var walk =
            Walk.Through(plan with { UnhealthyAtCheck = null, HookAnswer = Plan.Yes, AnsweredInRound = 1, Analysis = null });

        Assert.Equal(plan.Steps.Sum(step => step.BakeSeconds) + plan.BakeAfterPromotion, walk.BakedSeconds);
        Assert.Equal(HistoryBudget.Checks(
            [.. walk.Rollout.Steps.Select(step => step with { ApprovalSeconds = 0 })],
            walk.Rollout.Plan.CheckIntervalSeconds), walk.Checks - walk.Waits);
        Assert.All(
            walk.Rollout.Steps.Where(step => step is { BakeSeconds: > 0, ApprovalSeconds: 0 }),
            step => Assert.Equal(step.BakeSeconds, (step.EndedAt - step.StartedAt)!.Value.TotalSeconds));
        Assert.All(
            walk.Rollout.Steps.Where(step => step.ApprovalSeconds > 0),
            step => Assert.True(step.Approval is { Approved: true, By: "alice" }));
    }

    [Property(Arbitrary = [typeof(Plans)])]
    public void AnyRollout_CostsThreeTransitionsACheckOneAStepAndTen(Plan plan)
    {
        var walk = Walk.Through(plan with { Analysis = null });

        Assert.InRange(walk.Transitions, 1, 3 * walk.Checks
            + walk.Weights.Count
            + (walk.Rollout.Outcome == Outcome.Promoted ? 10 : 11)
            + (plan.Hooks is null ? 0 : 3));
        Assert.InRange(HistoryBudget.Events(walk.Rollout.Steps, walk.Rollout.Plan.CheckIntervalSeconds), 1, 24_000);
    }

    [Property(Arbitrary = [typeof(Plans)])]
    public void AnyRollout_ItsChecksAndApprovals_AreNoMoreThanItsHistoryHolds(Plan plan)
    {
        var walk = Walk.Through(plan with { UnhealthyAtCheck = null });
        var longest = Given.Read(plan.ToJson()).Request.LongestSteps;

        Assert.InRange(walk.Checks, 0, HistoryBudget.Checks(longest, walk.Rollout.Plan.CheckIntervalSeconds));
        Assert.InRange(walk.Asked, 0, longest.Count(step => step.ApprovalSeconds > 0));
        Assert.InRange(HistoryBudget.Events(longest, walk.Rollout.Plan.CheckIntervalSeconds), 1, 24_000);
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
        var steps = Enumerable.Range(1, 100)
            .Select(i => Given.Step(i - 0.01m * (i < 100 ? 1 : 0), i < 100 ? 1_745 : 0))
            .ToArray();

        var walk = Walk.Through(new Plan(steps, null, 2_500, new string('x', 5_000))
        {
            Alarms = [.. Enumerable.Range(0, 10).Select(i => i + new string('a', 254))],
        });

        Assert.Equal(Outcome.Promoted, walk.Rollout.Outcome);
        Assert.InRange(walk.LargestDocument, 15_000, Limits.DocumentBytes);
    }

    [Fact]
    public void ManyApprovals_WorstDocument_FitsACause()
    {
        var steps = Enumerable.Range(1, 35).Select(i => Given.Step(i, 60) with { ApprovalSeconds = 600 }).ToArray();

        var walk = Walk.Through(
            new Plan(steps, null, null, new string('x', 5_000)) { AnsweredInRound = 2, ApprovalReason = new string('y', 5_000) });

        Assert.Equal(Outcome.Promoted, walk.Rollout.Outcome);
        Assert.InRange(walk.LargestDocument, 15_000, Limits.DocumentBytes);
    }

    [Property(Arbitrary = [typeof(Plans)])]
    public void AnyRollout_TheStory_IsTheTimeline(Plan plan)
    {
        var walk = Walk.Through(plan);
        var (rollout, story) = (walk.Rollout, walk.Rollout.Story);
        int Told(string state) => story.Count(entry => entry.State == state);

        // A plan of more than ten steps may leave their times to them: with approvals in each, the document has no room for both.
        int OfSteps(int count) => rollout.Internal.StoryHasSteps ? count : 0;

        Assert.True(rollout.Internal.StoryHasSteps || plan.Steps.Length > 10, plan.ToString());
        Assert.Equal(story.OrderBy(entry => entry.At), story);
        Assert.Equal(["PlanRollout", "HoldAlias", "PublishVersion", "AwaitVersion"], story.Take(4).Select(entry => entry.State));
        Assert.Equal(OfSteps(walk.Weights.Count), Told("ShiftWeight"));
        Assert.Equal(OfSteps(walk.Asked), story.Count(
            entry => entry.Text.EndsWith(" for a person to approve it.", StringComparison.Ordinal)));
        Assert.Equal(rollout.Steps.Count(step => step.Approval is not null), story.Count(
            entry => entry.Text.Contains(" approved it:", StringComparison.Ordinal)));
        Assert.Equal(rollout.Internal.PromotedAt is null ? 0 : 1, Told("Promote"));
        Assert.Equal(OfSteps(rollout.Steps.Count(step => step is { AfterPromotion: true, StartedAt: not null })), Told("Bake"));
        var last = plan.BakeAfterPromotion > 0 || rollout.Plan.Hooks?.AfterAllowTraffic is not null ? "FreeAlias" : "Promote";
        Assert.Equal(rollout.Outcome == Outcome.Promoted ? last : "Rollback", story[^1].State);
    }

    [Property(Arbitrary = [typeof(Plans)])]
    public void AnyRollout_ItsTimesAndItsFinalWeight_FitItsOutcome(Plan plan)
    {
        var rollout = Walk.Through(plan).Rollout;

        var steps = rollout.Steps.Where(step => step.StartedAt is not null)
            .SelectMany(step => new[] { step.StartedAt!.Value, step.EndedAt!.Value });
        DateTimeOffset[] times = [rollout.StartedAt, .. steps, rollout.EndedAt!.Value];
        Assert.Equal(times.Order(), times);
        Assert.Equal((rollout.StartedAt, rollout.EndedAt), (rollout.Story[0].At, rollout.Story[^1].At));
        Assert.Equal(rollout.Outcome == Outcome.Promoted ? 100 : 0, rollout.FinalWeightPercent);
        Assert.Equal("arn:aws:lambda:us-east-1:123456789012:function:orders", rollout.FunctionArn);
        Assert.Equal($"{rollout.FunctionArn}:{rollout.CandidateVersion}", rollout.CandidateArn);
    }

    [Property(Arbitrary = [typeof(Plans)], MaxTest = 30)]
    public void AnyDocument_SurvivesTheWire(Plan plan)
    {
        var rollout = Walk.Through(plan).Rollout;

        var json = JsonSerializer.Serialize(rollout, CanaryJson.Relaxed.Rollout);
        var back =
            JsonSerializer.Serialize(JsonSerializer.Deserialize(json, CanaryJson.Relaxed.Rollout), CanaryJson.Relaxed.Rollout);

        Assert.Equal(json, back);
    }
}
