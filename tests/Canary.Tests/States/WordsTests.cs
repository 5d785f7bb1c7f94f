using Canary.Aliases;
using Canary.Errors;
using Canary.Rollouts;
using Canary.States;
using Canary.Tests.Rollouts;

namespace Canary.Tests.States;

/// <summary>What a rollout does with what people say to it.</summary>
public class WordsTests
{
    private static readonly Step[] Steps = [Given.Step(10, 60), Given.Step(50, 60), Given.Step(100, 0)];

    [Fact]
    public void Checked_Abort_RollsBackOverEverythingAndTellsWhoAndWhy()
    {
        var rollout = Checked(Said(WordKind.Abort, "p99 is high"), Given.Unhealthy);
        var ended = Rollback.RolledBack(rollout, RollbackMove.Restore, new(new("3"), "r"), Given.Time.AddSeconds(11));

        Assert.Equal(NextState.Rollback, rollout.Decision.Next);
        Assert.Equal(
            "Rolled back orders:live to version 3 (version 4 rejected): step 1 of 3 at 10 %: alice aborted it: p99 is high.",
            ended.Reason);
        Assert.Equal((Outcome.RolledBack, ended.Reason), (ended.Outcome, ended.Story[^1].Text));
    }

    [Theory]
    [InlineData(WordKind.Skip, NextState.ShiftWeight,
        "Step 1 of 3 at 10 %: 1 of 1 alarms OK; alice asked for the next step. 50 % comes next.")]
    [InlineData(WordKind.Promote, NextState.Promote,
        "Step 1 of 3 at 10 %: 1 of 1 alarms OK; alice asked for the promotion. The candidate takes all traffic.")]
    public void Checked_AWordThatHurries_GoesOnAfterTheCheckThatSeesIt(WordKind kind, NextState next, string reason)
    {
        var rollout = Checked(Said(kind, "fine"), Given.Healthy);

        Assert.Equal((next, reason), (rollout.Decision.Next, rollout.Reason));
        Assert.EndsWith(": fine.", rollout.Story[^1].Text, StringComparison.Ordinal);
        Assert.NotNull(rollout.Steps[0].EndedAt);
    }

    [Theory]
    [InlineData(WordKind.Skip)]
    [InlineData(WordKind.Promote)]
    [InlineData(WordKind.Pause)]
    [InlineData(WordKind.Resume)]
    public void Checked_AnyOtherWordBesideAnAlarm_IsLostAndTold(WordKind kind)
    {
        var rollout = Checked(Said(kind), Given.Unhealthy);

        Assert.Equal(NextState.Rollback, rollout.Decision.Next);
        Assert.EndsWith(", too late: the candidate is unhealthy.", rollout.Story[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Checked_TheSameWordAgain_IsNotActedOn()
    {
        var skipped = Checked(Said(WordKind.Skip), Given.Healthy);
        var text = skipped.Internal.Alias.Word;
        var touched = skipped.Wrote(new(new("3", "4", .1), "touched", Hold.Of(Given.Execution, text)));

        Assert.Equal((text, null), (touched.Internal.Alias.Word, touched.Internal.Alias.NewWord));
        Assert.Null(touched.Wrote(new(new("3", "4", .1), "gone", Hold.Of(Given.Execution))).Internal.Alias.Word);
    }

    [Fact]
    public void Checked_NoWord_IsToldAsSuch()
    {
        var odd = Given.Shifted(Steps).Note(own => own with { Alias = own.Alias with { NewWord = "please stop" } });

        var rollout = Checked(odd, Given.Healthy);

        Assert.Equal(NextState.Bake, rollout.Decision.Next);
        Assert.Equal("Somebody wrote \"please stop\" behind the mark, which is no word.", rollout.Story[^1].Text);
    }

    [Theory]
    [InlineData(WordKind.Skip, 0, "alice asked for the next step, which cannot be done: step 1 asks for a person's approval")]
    [InlineData(WordKind.Promote, 1, "alice asked for the promotion, which cannot be done: step 2 asks for a person's approval")]
    public void Checked_AnApprovalAhead_IsNotGonePast(WordKind kind, int asks, string told)
    {
        var steps = Steps.Select((step, i) => i == asks ? step with { ApprovalSeconds = 60 } : step).ToArray();

        var rollout = Checked(Given.Shifted(steps).Said(new(kind, "alice")), Given.Healthy);

        Assert.Equal(NextState.Bake, rollout.Decision.Next);
        Assert.StartsWith(told, rollout.Story[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Checked_AHundredWords_TellsOfTenAndHearsAll()
    {
        var rollout = Given.Shifted(Steps);
        for (var i = 0; i < 100; i++)
            rollout = Checked(rollout.Said(new(i % 2 == 0 ? WordKind.Pause : WordKind.Resume, $"{i}")), Given.Healthy);

        Assert.Equal(Limits.Words, rollout.Story.Count(entry => entry.Text.EndsWith("the rollout.", StringComparison.Ordinal)
            || entry.Text.Contains("paused", StringComparison.Ordinal)));
        Assert.Null(rollout.Internal.Words!.PausedUntil);
        Assert.EndsWith("by 99", rollout.Internal.Alias.Word!, StringComparison.Ordinal);
    }

    [Fact]
    public void ComeFirst_AWordThatNoCheckKnows_GoesToACheckAtOnce()
    {
        var rollout = CheckHealth.Checked(Given.Shifted(Steps), Given.Healthy, Given.Time.AddSeconds(15));
        rollout = CheckHealth.Checked(rollout, Given.Healthy, Given.Time.AddSeconds(60));
        Assert.Equal((NextState.ShiftWeight, false), (rollout.Decision.Next, Words.ComeFirst(rollout)));

        var met = rollout.Said(new(WordKind.Pause, "alice"));
        Assert.True(Words.ComeFirst(met));
        var first = Words.CheckFirst(met);
        var paused = CheckHealth.Checked(first, Given.Healthy, Given.Time.AddSeconds(62));

        Assert.Equal((NextState.Bake, 0), (first.Decision.Next, first.Decision.WaitSeconds));
        Assert.Equal((NextState.Bake, Given.Time), (paused.Decision.Next, paused.Steps[0].StartedAt));
        Assert.Contains("alice paused it until", paused.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "Rolled back orders:live to version 3 (version 4 rejected): step 1 of 3 at 10 %: alice aborted it: no.")]
    [InlineData(true, "Rolled back orders:live to version 3 (version 4 rejected): before the first step: alice aborted it: no.")]
    public void ComeFirst_AnAbort_EndsTheRolloutAsACheckWould(bool before, string reason)
    {
        var rollout = before ? Given.Ready(Steps) : Given.Shifted(Steps);
        var aborted = Assert.Throws<Aborted>(() => Words.ComeFirst(rollout.Said(new(WordKind.Abort, "alice", "no"))));

        var caught = rollout with { Error = new(nameof(Aborted), aborted.Message) };
        var ended = Rollback.RolledBack(caught, RollbackMove.Restore, new(new("3"), "r"), Given.Time);

        Assert.Equal((Outcome.RolledBack, reason, null), (ended.Outcome, ended.Reason, ended.Error));
    }

    [Fact]
    public void Wanted_AWordBeforeTheFirstStep_StaysBehindTheMarkForItsFirstCheck()
    {
        var ready = Given.Ready(Steps).Said(new(WordKind.Pause, "alice", Seconds: 600));
        Assert.False(Words.ComeFirst(ready));

        var write = ShiftWeight.Wanted(ready);
        var shifted = ShiftWeight.Shifted(ready, Given.Written(write, "revision-3"), Given.Time);
        var rollout = Checked(shifted, Given.Healthy);

        Assert.Equal(Hold.Of(Given.Execution, "pause for 600 s by alice"), write.Description);
        Assert.Equal("alice paused the rollout until 2026-01-01T00:10:10Z.", rollout.Story[^1].Text);
    }

    [Fact]
    public void Shifted_TheWordThatHurriedIt_IsDone()
    {
        var skipped = Checked(Said(WordKind.Skip), Given.Healthy);
        Assert.NotNull(skipped.Internal.Words!.Pending);

        var shifted = ShiftWeight.Shifted(skipped, Given.Written(ShiftWeight.Wanted(skipped), "r4"), Given.Time.AddSeconds(11));
        var next = CheckHealth.Checked(shifted, Given.Healthy, Given.Time.AddSeconds(26));

        Assert.Equal((NextState.Bake, 1), (next.Decision.Next, next.Internal.CurrentStep));
    }

    [Fact]
    public void Freed_AWordThatNobodyHeard_IsToldAsTooLate()
    {
        var promoted = Given.Shifted(Given.Step(10, 60), Given.Step(100, 0)).Note(own => own with { PromotedAt = Given.Time });

        var freed = FreeAlias.Freed(promoted.Said(new(WordKind.Pause, "alice")), new(new("4"), "r"), Given.Time);

        Assert.Contains(
            freed.Story, entry => entry.Text == "alice asked to pause it, too late: orders:live was at its end.");
    }

    private static Rollout Said(WordKind kind, string? why = null) => Given.Shifted(Steps).Said(new(kind, "alice", why));

    private static Rollout Checked(Rollout rollout, Canary.Statistics.Verdict verdict) =>
        CheckHealth.Checked(rollout, verdict, Given.Time.AddSeconds(10));
}
