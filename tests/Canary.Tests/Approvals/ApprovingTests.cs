using System.Text.Json;
using Canary.Approvals;
using Canary.Rollouts;
using Canary.Tests.Rollouts;

namespace Canary.Tests.Approvals;

public class ApprovingTests
{
    private static readonly Step[] Steps = [A.Step(10, 15) with { ApprovalSeconds = 40 }, A.Step(50, 15), A.Step(100, 0)];

    [Fact]
    public void Checked_TheBakeIsOver_AsksAPerson()
    {
        var asked = Asked();

        Assert.Equal((NextState.AskApproval, 15), (asked.Decision.Next, asked.Decision.WaitSeconds));
        Assert.Equal(new ApprovalRequest(1, Weight.FromPercent(10), A.Time.AddSeconds(55)), asked.ApprovalRequest);
        Assert.Null(asked.Steps[0].Until);
        Assert.Equal("Step 1 of 3 at 10 %: 1 of 1 alarms OK; the bake is over. A person has 40 s to approve it.", asked.Reason);
    }

    [Theory]
    [InlineData(30, NextState.AwaitApproval, 15, "Step 1 of 3 at 10 %: 1 of 1 alarms OK; a person has 25 s left to approve it.")]
    [InlineData(45.5, NextState.AwaitApproval, 10, "Step 1 of 3 at 10 %: 1 of 1 alarms OK; a person has 10 s left to approve it.")]
    [InlineData(55, NextState.Rollback, 0, "Nobody approved step 1 within 40 s.")]
    public void Checked_WhileItWaits_WaitsOnUntilTheExpiry(double seconds, NextState next, int wait, string reason)
    {
        var rollout = Baking.Checked(Asked(), A.Healthy, A.Time.AddSeconds(seconds));

        Assert.Equal((next, wait, reason), (rollout.Decision.Next, rollout.Decision.WaitSeconds, rollout.Reason));
        Assert.Equal(next == NextState.Rollback, rollout.Steps[0].Until is not null);
    }

    [Fact]
    public void Checked_ABreachWhileItWaits_RollsBackAtOnce()
    {
        var rollout = Baking.Checked(Asked(), A.Unhealthy, A.Time.AddSeconds(30));

        Assert.Equal(NextState.Rollback, rollout.Decision.Next);
        Assert.Equal("Step 1 of 3 at 10 %: alarm errors is in ALARM: 5 > 1, while it waited for approval", rollout.Reason);
    }

    [Theory]
    [InlineData("""{ "approved": true, "by": "alice", "reason": "looks good" }""", "alice", "Step 1 of 3 at 10 %: alice approved it: looks good", "looks good")]
    [InlineData("""{ "approved": true, "by": "alice" }""", "alice", "Step 1 of 3 at 10 %: alice approved it.", null)]
    [InlineData("""{ "by": "alice" }""", "alice", "Step 1 of 3 at 10 %: alice approved it.", null)]
    [InlineData("{}", "somebody", "Step 1 of 3 at 10 %: somebody approved it.", null)]
    [InlineData("null", "somebody", "Step 1 of 3 at 10 %: somebody approved it.", null)]
    [InlineData("\"fine\"", "somebody", "Step 1 of 3 at 10 %: somebody approved it.", null)]
    [InlineData("""{ "by": 7, "reason": "\ud800" }""", "7", "Step 1 of 3 at 10 %: 7 approved it: \"\\ud800\"", "\"\\ud800\"")]
    public void Answered_Approved_GoesOnAndTellsWhoAndWhy(string answer, string by, string told, string? reason)
    {
        var rollout = Approving.Answered(Asked() with { Answer = Json(answer) }, A.Time.AddSeconds(20));

        Assert.Equal((NextState.ShiftWeight, 0), (rollout.Decision.Next, rollout.CurrentStep));
        Assert.Equal(new StepApproval(true, by, A.Time.AddSeconds(20), reason), rollout.Steps[0].Approval);
        Assert.Equal((A.Time.AddSeconds(20), told), (rollout.Steps[0].Until, rollout.Story[^1].Text));
        Assert.Equal((null, null), (rollout.ApprovalRequest, rollout.Answer));
        Assert.StartsWith($"{told} 50 % comes next.", rollout.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Answered_TheLastStepBeforeThePromotion_Promotes()
    {
        var asked = Asked([A.Step(100, 15) with { ApprovalSeconds = 40 }]);

        Assert.Equal(NextState.Promote, Approving.Answered(asked with { Answer = Json("null") }, A.Time.AddSeconds(20)).Decision.Next);
    }

    [Theory]
    [InlineData("""{ "approved": false, "by": "alice", "reason": "too slow" }""", null, null, "alice rejected it: too slow")]
    [InlineData("""{ "approved": false }""", null, null, "somebody rejected it.")]
    [InlineData("""{ "approved": "no", "by": "alice" }""", null, null, "alice rejected it: approved is \"no\", and must be true or false")]
    [InlineData(null, "TooSlow", "p99 is 3 s", "somebody rejected it: TooSlow: p99 is 3 s")]
    [InlineData(null, null, null, "somebody rejected it.")]
    public void Answered_Rejected_RollsBackAndTellsWhoAndWhy(string? answer, string? error, string? cause, string why)
    {
        var asked = Asked() with { Answer = answer is null ? null : Json(answer), Error = answer is null ? new(error!, cause) : null };

        var rejected = Approving.Answered(asked, A.Time.AddSeconds(20));
        var ended = RollingBack.RolledBack(rejected, RollbackMove.Restore, new(new("3"), "r"), A.Time.AddSeconds(21));

        Assert.Equal((NextState.Rollback, Outcome.RolledBack), (rejected.Decision.Next, ended.Outcome));
        Assert.Equal($"live is at version 3, with all traffic. Step 1 of 3 at 10 %: {why}", ended.Reason);
        Assert.False(ended.Steps[0].Approval!.Approved);
    }

    [Theory]
    [InlineData("Lambda.Unknown")]
    [InlineData("Runtime.ExitError")]
    [InlineData("States.DataLimitExceeded")]
    public void Answered_AFaultUnderTheTask_IsNobodysWord(string error)
    {
        var broken = Approving.Answered(Asked() with { Error = new(error, "why") }, A.Time.AddSeconds(20));
        var ended = RollingBack.RolledBack(broken, RollbackMove.Restore, new(new("3"), "r"), A.Time.AddSeconds(21));

        Assert.Equal((Outcome.Failed, (StepApproval?)null, (ApprovalRequest?)null), (ended.Outcome, ended.Steps[0].Approval, ended.ApprovalRequest));
        Assert.Equal($"live is at version 3, with all traffic. {error}: why", ended.Reason);
    }

    [Theory]
    [InlineData("AskApproval")]
    [InlineData("AwaitApproval")]
    [InlineData("CheckApproval")]
    public void Choose_StoppedWhileItWaits_GivesTheStableVersionBack(string state)
    {
        var stopped = new StoppedExecution("ABORTED", state, Asked() with { Answer = state == "CheckApproval" ? Json("""{ "approved": true }""") : null });

        Assert.True(Restoring.IsDue(stopped));
        var caught = Restoring.Caught(stopped);
        var move = Restoring.Choose(caught, new(new("3", "4", 0.1), "r", Hold.Of(A.Execution)))!.Value;
        var ended = RollingBack.RolledBack(caught, move, new(new("3"), "r"), A.Time);

        Assert.Equal((RollbackMove.Restore, (ApprovalRequest?)null, (JsonElement?)null), (move, ended.ApprovalRequest, ended.Answer));
    }

    [Fact]
    public void Answered_ALongAnswer_IsCutInTheDocument()
    {
        var answer = JsonSerializer.SerializeToElement(new ApprovalOutput(true, new string('b', 5_000), new string('r', 100_000)), CanaryJson.Relaxed.ApprovalOutput);

        var rollout = Approving.Answered(Asked() with { Answer = answer }, A.Time);

        Assert.Equal((Limits.ApproverLength, Limits.StepReasonLength), (rollout.Steps[0].Approval!.By.Length, rollout.Steps[0].Approval!.Reason!.Length));
        Assert.Equal(Limits.ApprovalLength, rollout.Story[^1].Text.Length);
        Assert.InRange(rollout.Reason.Length, 1, 400);
    }

    [Fact]
    public void Words_OfARequest_AreCommandsToPaste()
    {
        var words = ApprovalWords.Of(new(Asked(), A.Time, "token"), "canary-Approve");

        Assert.StartsWith("Step 1 of 3 of orders:live, 10 % at version 4, waits for approval until 2026-01-01T00:00:55Z.", words, StringComparison.Ordinal);
        Assert.Contains($$"""
            To approve: aws lambda invoke --function-name canary-Approve --cli-binary-format raw-in-base64-out /dev/stdout --payload '{"execution":"{{A.Execution}}","by":"YOUR NAME"}'
            """, words, StringComparison.Ordinal);
        Assert.Contains("\"approve\":false", words, StringComparison.Ordinal);
    }

    private static Rollout Asked(params Step[] steps) => Baking.Checked(A.Shifted(steps.Length > 0 ? steps : Steps), A.Healthy, A.Time.AddSeconds(15));

    private static JsonElement Json(string json) => JsonSerializer.Deserialize<JsonElement>(json);
}
