using System.Text.Json;
using Canary.Aliases;
using Canary.Answers;
using Canary.Executions;
using Canary.Rollouts;
using Canary.States;
using Canary.Statistics;
using Canary.Tests.Rollouts;

namespace Canary.Tests.States;

public class CheckApprovalTests
{
    private static readonly Step[] Steps =
        [Given.Step(10, 15) with { ApprovalSeconds = 40 }, Given.Step(50, 15), Given.Step(100, 0)];

    [Fact]
    public void Checked_TheBakeIsOver_AsksAPerson()
    {
        var asked = Asked();

        Assert.Equal((NextState.AskApproval, 15), (asked.Decision.Next, asked.Decision.WaitSeconds));
        Assert.Equal(new ApprovalRequest(1, Weight.FromPercent(10), Given.Time.AddSeconds(55)), asked.Internal.ApprovalRequest);
        Assert.Null(asked.Steps[0].EndedAt);
        Assert.Equal(
            "Step 1 of 3 at 10 %: 1 of 1 alarms OK; the bake is over. "
            + "It waits until 2026-01-01T00:00:55Z for a person to approve it.",
            asked.Reason);
    }

    [Theory]
    [InlineData(30, NextState.AwaitApproval, 15,
        "Step 1 of 3 at 10 %: 1 of 1 alarms OK; it waits until 2026-01-01T00:00:55Z for a person to approve it.")]
    [InlineData(45.5, NextState.AwaitApproval, 10,
        "Step 1 of 3 at 10 %: 1 of 1 alarms OK; it waits until 2026-01-01T00:00:55Z for a person to approve it.")]
    [InlineData(55, NextState.Rollback, 0, "Nobody approved step 1 within 40 s.")]
    public void Checked_WhileItWaits_WaitsOnUntilTheExpiry(double seconds, NextState next, int wait, string reason)
    {
        var rollout = CheckHealth.Checked(Asked(), Given.Healthy, Given.Time.AddSeconds(seconds));

        Assert.Equal((next, wait, reason), (rollout.Decision.Next, rollout.Decision.WaitSeconds, rollout.Reason));
        Assert.Equal(next == NextState.Rollback, rollout.Steps[0].EndedAt is not null);
    }

    [Fact]
    public void Checked_ABreachWhileItWaits_RollsBackAtOnce()
    {
        var rollout = CheckHealth.Checked(Asked(), Given.Unhealthy, Given.Time.AddSeconds(30));

        Assert.Equal(NextState.Rollback, rollout.Decision.Next);
        Assert.Equal("Step 1 of 3 at 10 %, which waited for approval: alarm errors is in ALARM: 5 > 1.", rollout.Reason);
    }

    [Theory]
    [InlineData(
        """{ "approved": true, "by": "alice", "reason": "looks good" }""",
        "alice",
        "alice approved it: looks good",
        "looks good")]
    [InlineData("""{ "approved": true, "by": "alice", "reason": null }""", "alice", "alice approved it.", null)]
    [InlineData("""{ "approved": true }""", "somebody", "somebody approved it.", null)]
    public void Answered_Approved_ChecksTheHealthAndTellsWhoAndWhy(string answer, string by, string told, string? reason)
    {
        var rollout = CheckApproval.Answered(Asked().Note(own => own with { Answer = Json(answer) }), Given.Time.AddSeconds(20));

        Assert.Equal((NextState.CheckHealth, 0), (rollout.Decision.Next, rollout.Internal.CurrentStep));
        Assert.Equal(new StepApproval(true, by, Given.Time.AddSeconds(20), reason), rollout.Steps[0].Approval);
        Assert.Equal($"Step 1 of 3 at 10 %: {told}", rollout.Story[^1].Text);
        Assert.Equal((null, null), (rollout.Internal.ApprovalRequest, rollout.Internal.Answer));
        Assert.Equal(
            $"Step 1 of 3 at 10 %: {told.TrimEnd('.')}. The health is checked once more before it goes on.",
            rollout.Reason);
    }

    [Fact]
    public void Checked_AfterTheApproval_GoesOnWithWhatWasSeenThen()
    {
        var approved = Approved(Asked());

        var rollout = CheckHealth.Checked(approved, Given.Healthy, Given.Time.AddSeconds(21));

        Assert.Equal((NextState.ShiftWeight, 0), (rollout.Decision.Next, rollout.Internal.CurrentStep));
        Assert.Equal("Step 1 of 3 at 10 %: 1 of 1 alarms OK; alice approved it. 50 % comes next.", rollout.Reason);
        Assert.Equal((2, Given.Time.AddSeconds(21)), (rollout.Steps[0].Checks, rollout.Steps[0].EndedAt));
    }

    [Fact]
    public void Checked_AfterTheApprovalOfAStepThatIsHeld_TakesThePersonsWord()
    {
        var silent = new Judgement(new(HealthState.Inconclusive, "no requests were seen"), [], 1, false);

        Assert.Equal(
            NextState.ShiftWeight,
            CheckHealth.Checked(Approved(Asked()), Given.Healthy, silent, Given.Time.AddSeconds(21)).Decision.Next);
    }

    [Fact]
    public void Checked_AnAlarmInAlarmRightAfterTheApproval_RollsBack()
    {
        var rollout = CheckHealth.Checked(Approved(Asked()), Given.Unhealthy, Given.Time.AddSeconds(21));

        Assert.Equal((NextState.Rollback, HealthState.Unhealthy), (rollout.Decision.Next, rollout.Steps[0].Health));
        Assert.Equal("Step 1 of 3 at 10 %, which alice approved: alarm errors is in ALARM: 5 > 1.", rollout.Reason);
        Assert.DoesNotContain(
            "alarms OK", JsonSerializer.Serialize(rollout, CanaryJson.Relaxed.Rollout), StringComparison.Ordinal);
    }

    [Fact]
    public void Answered_TheLastStepBeforeThePromotion_Promotes()
    {
        var asked = Asked([Given.Step(100, 15) with { ApprovalSeconds = 40 }]);

        Assert.Equal(
            NextState.Promote,
            CheckHealth.Checked(Approved(asked), Given.Healthy, Given.Time.AddSeconds(21)).Decision.Next);
    }

    [Theory]
    [InlineData("""{"status":"Rejected","comment":"do NOT ship"}""")]
    [InlineData("""{"approved":true,"status":"Rejected"}""")]
    [InlineData("""{"Approved":true,"by":"alice"}""")]
    [InlineData("""{"approved":"yes","by":"alice"}""")]
    [InlineData("""{"approved":1}""")]
    [InlineData("""{"approved":null}""")]
    [InlineData("""{"approved":false,"approved":true}""")]
    [InlineData("""{"approved":true,"by":7}""")]
    [InlineData("""{"approved":true,"reason":["no"]}""")]
    [InlineData("""{"approved":true,"reason":"\ud800"}""")]
    [InlineData("""{"by":"alice"}""")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("\"approved\"")]
    [InlineData("[true]")]
    public void Answered_WhatIsNotUnderstood_IsNoApprovalAndRollsBack(string answer)
    {
        var rollout = CheckApproval.Answered(Asked().Note(own => own with { Answer = Json(answer) }), Given.Time.AddSeconds(20));

        Assert.Equal((NextState.Rollback, false), (rollout.Decision.Next, rollout.Steps[0].Approval!.Approved));
        Assert.Contains(
            $"somebody's answer is not understood, and so no approval: {answer}. It must be {{\"approved\": true}} or",
            rollout.Reason,
            StringComparison.Ordinal);
        Assert.Contains(
            $"somebody's answer is not understood, and so no approval: {answer}",
            rollout.Story[^1].Text,
            StringComparison.Ordinal);
        Assert.StartsWith("not understood: ", rollout.Steps[0].Approval!.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "approved": false, "by": "alice", "reason": "too slow" }""", null, null, "alice rejected it: too slow")]
    [InlineData("""{ "approved": false }""", null, null, "somebody rejected it.")]
    [InlineData("""{ "approved": false, "by": 7, "comment": "do NOT ship" }""", null, null, "somebody rejected it.")]
    [InlineData(null, "TooSlow", "p99 is 3 s", "somebody rejected it: TooSlow: p99 is 3 s")]
    [InlineData(null, null, null, "somebody rejected it.")]
    public void Answered_Rejected_RollsBackAndTellsWhoAndWhy(string? answer, string? error, string? cause, string why)
    {
        var asked = Asked().Note(own => own with { Answer = answer is null ? null : Json(answer) }) with
        {
            Error = answer is null ? new(error!, cause) : null,
        };

        var rejected = CheckApproval.Answered(asked, Given.Time.AddSeconds(20));
        var ended = Rollback.RolledBack(rejected, RollbackMove.Restore, new(new("3"), "r"), Given.Time.AddSeconds(21));

        Assert.Equal((NextState.Rollback, Outcome.RolledBack), (rejected.Decision.Next, ended.Outcome));
        Assert.Equal($"Rolled back orders:live to version 3 (version 4 rejected): step 1 of 3 at 10 %: {why}", ended.Reason);
        Assert.False(ended.Steps[0].Approval!.Approved);
    }

    [Theory]
    [InlineData("Lambda.Unknown")]
    [InlineData("Runtime.ExitError")]
    [InlineData("States.DataLimitExceeded")]
    public void Answered_AFaultUnderTheTask_IsNobodysWord(string error)
    {
        var broken = CheckApproval.Answered(Asked() with { Error = new(error, "why") }, Given.Time.AddSeconds(20));
        var ended = Rollback.RolledBack(broken, RollbackMove.Restore, new(new("3"), "r"), Given.Time.AddSeconds(21));

        Assert.Equal(
            (Outcome.Failed, (StepApproval?)null, (ApprovalRequest?)null),
            (ended.Outcome, ended.Steps[0].Approval, ended.Internal.ApprovalRequest));
        Assert.Equal(
            $"Failed, and rolled back orders:live to version 3 (version 4 given up): step 1 of 3 at 10 %: {error}: why",
            ended.Reason);
    }

    [Theory]
    [InlineData("AskApproval")]
    [InlineData("AwaitApproval")]
    [InlineData("CheckApproval")]
    public void Choose_StoppedWhileItWaits_GivesTheStableVersionBack(string state)
    {
        var stopped = new StoppedExecution(
            "ABORTED",
            state,
            Asked().Note(own => own with { Answer = state == "CheckApproval" ? Json("""{ "approved": true }""") : null }));

        Assert.True(stopped.IsDue);
        var caught = RestoreAlias.Caught(stopped);
        var move = RestoreAlias.Choose(caught, new(new("3", "4", 0.1), "r", Hold.Of(Given.Execution)))!.Value;
        var ended = Rollback.RolledBack(caught, move, new(new("3"), "r"), Given.Time);

        Assert.Equal(
            (RollbackMove.Restore, (ApprovalRequest?)null, (JsonElement?)null),
            (move, ended.Internal.ApprovalRequest, ended.Internal.Answer));
    }

    [Fact]
    public void Answered_ALongAnswer_IsCutInTheDocument()
    {
        var answer = JsonSerializer.SerializeToElement(
            new ApprovalOutput(true, new string('b', 5_000), new string('r', 100_000)), CanaryJson.Relaxed.ApprovalOutput);

        var rollout =
            CheckApproval.Answered(Asked().Note(own => own with { Answer = answer, StepReasonLength = 77 }), Given.Time);

        Assert.Equal(
            (Limits.ApproverLength, 77),
            (rollout.Steps[0].Approval!.By.Length, rollout.Steps[0].Approval!.Reason!.Length));
        Assert.Equal(Limits.ApprovalLength, rollout.Story[^1].Text.Length);
        Assert.InRange(rollout.Reason.Length, 1, 400);
    }

    private static Rollout Approved(Rollout asked) =>
        CheckApproval.Answered(
            asked.Note(own => own with { Answer = Json("""{ "approved": true, "by": "alice" }""") }), Given.Time.AddSeconds(20));

    private static Rollout Asked(params Step[] steps) =>
        CheckHealth.Checked(Given.Shifted(steps.Length > 0 ? steps : Steps), Given.Healthy, Given.Time.AddSeconds(15));

    private static JsonElement Json(string json) => JsonSerializer.Deserialize<JsonElement>(json);
}
