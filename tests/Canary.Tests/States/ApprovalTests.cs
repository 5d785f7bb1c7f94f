using Canary.Aliases;
using Canary.Executions;
using Canary.Rollouts;
using Canary.States;
using Canary.Statistics;
using Canary.Tests.Rollouts;

namespace Canary.Tests.States;

/// <summary>Steps that wait for a person's word.</summary>
public class ApprovalTests
{
    private static readonly Step[] Steps =
        [Given.Step(10, 15) with { ApprovalSeconds = 40 }, Given.Step(50, 15), Given.Step(100, 0)];

    private static readonly Word Yes = new(WordKind.Approve, "alice");

    [Fact]
    public void Checked_TheBakeIsOver_AsksAPerson()
    {
        var asked = Asked();

        Assert.Equal((NextState.Bake, 15), (asked.Decision.Next, asked.Decision.WaitSeconds));
        Assert.Equal(new ApprovalRequest(1, Weight.FromPercent(10), Given.Time.AddSeconds(55)), asked.Internal.ApprovalRequest);
        Assert.Null(asked.Steps[0].EndedAt);
        Assert.Equal(
            "Step 1 of 3 at 10 %: 1 of 1 alarms OK; the bake is over. "
            + "It waits until 2026-01-01T00:00:55Z for a person to approve it.",
            asked.Reason);
    }

    [Theory]
    [InlineData(30, NextState.Bake, 15,
        "Step 1 of 3 at 10 %: 1 of 1 alarms OK; it waits until 2026-01-01T00:00:55Z for a person to approve it.")]
    [InlineData(45.5, NextState.Bake, 10,
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
        var rollout = Checked(Asked(), Given.Unhealthy);

        Assert.Equal(NextState.Rollback, rollout.Decision.Next);
        Assert.Equal("Step 1 of 3 at 10 %, which waited for approval: alarm errors is in ALARM: 5 > 1.", rollout.Reason);
    }

    [Theory]
    [InlineData("alice", "looks good", "alice approved it: looks good.")]
    [InlineData("alice", null, "alice approved it.")]
    [InlineData(null, null, "somebody approved it.")]
    public void Checked_AnApproval_GoesOnWithWhatWasSeenInTheSameCheck(string? by, string? why, string told)
    {
        var rollout = Checked(Asked().Said(new(WordKind.Approve, by, why)), Given.Healthy);

        var at = Given.Time.AddSeconds(21);
        Assert.Equal((NextState.ShiftWeight, 0), (rollout.Decision.Next, rollout.Internal.CurrentStep));
        Assert.Equal($"Step 1 of 3 at 10 %: 1 of 1 alarms OK; {by ?? "somebody"} approved it. 50 % comes next.", rollout.Reason);
        Assert.Equal(new StepApproval(true, by ?? "somebody", at, why), rollout.Steps[0].Approval);
        Assert.Equal(new StoryEntry(at, "CheckHealth", $"Step 1 of 3 at 10 %: {told}"), rollout.Story[^1]);
        Assert.Null(rollout.Internal.ApprovalRequest);
        Assert.Equal((2, at), (rollout.Steps[0].Checks, rollout.Steps[0].EndedAt));
    }

    [Fact]
    public void Checked_AnApprovalOfAStepThatIsHeld_TakesThePersonsWord()
    {
        var silent = new Judgement(new(HealthState.Inconclusive, "no requests were seen"), [], 1, false);

        Assert.Equal(
            NextState.ShiftWeight,
            CheckHealth.Checked(Asked().Said(Yes), Given.Healthy, silent, Given.Time.AddSeconds(21)).Decision.Next);
    }

    [Fact]
    public void Checked_AnAlarmInAlarmBesideTheApproval_RollsBackAndTellsOfTheWord()
    {
        var rollout = Checked(Asked().Said(Yes), Given.Unhealthy);

        Assert.Equal((NextState.Rollback, HealthState.Unhealthy), (rollout.Decision.Next, rollout.Steps[0].Health));
        Assert.Equal("Step 1 of 3 at 10 %, which waited for approval: alarm errors is in ALARM: 5 > 1.", rollout.Reason);
        Assert.Equal("alice approved it, too late: the candidate is unhealthy.", rollout.Story[^1].Text);
        Assert.Null(rollout.Steps[0].Approval);
    }

    [Fact]
    public void Checked_TheLastStepBeforeThePromotion_Promotes() => Assert.Equal(
        NextState.Promote,
        Checked(Asked([Given.Step(100, 15) with { ApprovalSeconds = 40 }]).Said(Yes), Given.Healthy).Decision.Next);

    [Theory]
    [InlineData("too slow", "alice rejected it: too slow.")]
    [InlineData(null, "alice rejected it.")]
    public void Checked_ARejection_RollsBackWhateverElseItSees(string? why, string told)
    {
        var rejected = Checked(Asked().Said(new(WordKind.Reject, "alice", why)), Given.Healthy);
        var ended = Rollback.RolledBack(rejected, RollbackMove.Restore, new(new("3"), "r"), Given.Time.AddSeconds(22));

        Assert.Equal((NextState.Rollback, Outcome.RolledBack), (rejected.Decision.Next, ended.Outcome));
        Assert.Equal($"Rolled back orders:live to version 3 (version 4 rejected): step 1 of 3 at 10 %: {told}", ended.Reason);
        Assert.False(ended.Steps[0].Approval!.Approved);
    }

    [Theory]
    [InlineData(WordKind.Approve, "alice approved it, which cannot be done: it does not wait for approval.")]
    [InlineData(WordKind.Reject, "alice rejected it, which cannot be done: it does not wait for approval.")]
    public void Checked_AnAnswerThatNobodyAskedFor_ChangesNothing(WordKind kind, string told)
    {
        var rollout = CheckHealth.Checked(
            Given.Shifted(Given.Step(10, 60), Given.Step(100, 0)).Said(new(kind, "alice")),
            Given.Healthy,
            Given.Time.AddSeconds(15));

        Assert.Equal((NextState.Bake, null), (rollout.Decision.Next, rollout.Steps[0].Approval));
        Assert.Equal(told, rollout.Story[^1].Text);
    }

    [Theory]
    [InlineData(WordKind.Skip, "alice asked for the next step, which cannot be done: step 1 waits for a person, ")]
    [InlineData(WordKind.Promote, "alice asked for the promotion, which cannot be done: step 1 waits for a person, ")]
    [InlineData(WordKind.Pause, "alice asked to pause it, which cannot be done: it waits for a person already, until ")]
    public void Checked_AnotherWordWhileItWaits_CannotBeDone(WordKind kind, string told)
    {
        var rollout = Checked(Asked().Said(new(kind, "alice")), Given.Healthy);

        Assert.Equal(NextState.Bake, rollout.Decision.Next);
        Assert.NotNull(rollout.Internal.ApprovalRequest);
        Assert.StartsWith(told, rollout.Story[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Choose_StoppedWhileItWaits_GivesTheStableVersionBack()
    {
        var stopped = new StoppedExecution("ABORTED", "Bake", Asked());

        Assert.True(stopped.IsDue);
        var caught = RestoreAlias.Caught(stopped);
        var held = new Alias(new("3", "4", 0.1), "r", Hold.Of(Given.Execution, "approve by alice"));
        var move = RestoreAlias.Choose(caught, held)!.Value;

        Assert.Equal(RollbackMove.Restore, move);
        Assert.Null(Rollback.RolledBack(caught, move, new(new("3"), "r"), Given.Time).Internal.ApprovalRequest);
    }

    [Fact]
    public void Checked_ALongAnswer_IsCutInTheDocument()
    {
        var asked = Asked().Note(own => own with
        {
            StepReasonLength = 17,
            Alias = own.Alias with { NewWord = $"approve by {new string('b', 90)}: {new string('r', 200)}" },
        });

        var rollout = Checked(asked, Given.Healthy);

        Assert.Equal(
            (Word.LongestName, 17), (rollout.Steps[0].Approval!.By.Length, rollout.Steps[0].Approval!.Reason!.Length));
        Assert.Equal(Limits.WordLength, rollout.Story[^1].Text.Length);
        Assert.InRange(rollout.Reason.Length, 1, 400);
    }

    private static Rollout Checked(Rollout rollout, Verdict verdict) =>
        CheckHealth.Checked(rollout, verdict, Given.Time.AddSeconds(21));

    private static Rollout Asked(params Step[] steps) =>
        CheckHealth.Checked(Given.Shifted(steps.Length > 0 ? steps : Steps), Given.Healthy, Given.Time.AddSeconds(15));
}
