using Canary.Aliases;
using Canary.Rollouts;
using Canary.Rollouts.Plans;
using Canary.States;
using Canary.Tests.Rollouts;

namespace Canary.Tests.States;

public class PauseTests
{
    private static readonly Step[] Steps = [Given.Step(10, 60), Given.Step(100, 0)];

    [Fact]
    public void Checked_APause_HoldsTheStepBeyondItsTimeAndIsJudgedOn()
    {
        var paused = At(Said(new(WordKind.Pause, "alice", "p99", 600)), 10);
        Assert.Equal((NextState.Bake, 15), (paused.Decision.Next, paused.Decision.WaitSeconds));
        Assert.Equal("alice paused the rollout until 2026-01-01T00:10:10Z: p99.", paused.Story[^1].Text);

        var over = At(paused, 60);
        Assert.Equal((NextState.Bake, 15), (over.Decision.Next, over.Decision.WaitSeconds));
        Assert.Equal("Step 1 of 2 at 10 %: 1 of 1 alarms OK; alice paused it until 2026-01-01T00:10:10Z.", over.Reason);
        Assert.Equal(paused.Internal.PauseSeconds - 15, over.Internal.PauseSeconds);

        Assert.Equal(NextState.Rollback, CheckHealth.Checked(over, Given.Unhealthy, Given.Time.AddSeconds(75)).Decision.Next);
    }

    // A check that is throttled begins minutes before it reads the alias.
    [Theory]
    [InlineData("00:05:00", "00:15:00")]
    [InlineData("00:00:09", "00:10:10")]
    [InlineData("23:59:00", "00:10:10")]
    [InlineData("05:00:00", "00:10:10")]
    [InlineData(null, "00:10:10")]
    public void Checked_APauseSaidAfterTheCheckBegan_LastsFromWhenItWasSaid(string? at, string until)
    {
        var paused = At(Said(new(WordKind.Pause, "alice", null, 600, at)), 10);

        Assert.Equal($"alice paused the rollout until 2026-01-01T{until}Z.", paused.Story[^1].Text);
    }

    [Fact]
    public void Checked_Resume_GoesOnAtOnce()
    {
        var paused = At(At(Said(new(WordKind.Pause, "alice")), 10), 90);

        var resumed = At(paused.Said(new(WordKind.Resume, "bob", "it was the network")), 105);

        Assert.Equal(NextState.Promote, resumed.Decision.Next);
        Assert.Equal("bob resumed the rollout: it was the network.", resumed.Story[^1].Text);
        Assert.Null(resumed.Internal.Words!.PausedUntil);
    }

    [Theory]
    [InlineData(WordKind.Skip)]
    [InlineData(WordKind.Promote)]
    public void Checked_AWordThatHurries_EndsThePause(WordKind kind)
    {
        var hurried = At(At(Said(new(WordKind.Pause, "alice")), 10).Said(new(kind, "bob")), 25);

        Assert.Equal((NextState.Promote, null), (hurried.Decision.Next, hurried.Internal.Words!.PausedUntil));
    }

    [Theory]
    [InlineData(OnPauseExpired.Rollback, NextState.Rollback,
        "Step 1 of 2 at 10 %: alice paused it until 2026-01-01T00:01:40Z, and nobody resumed it. "
        + "onPauseExpired says to roll back then.")]
    [InlineData(OnPauseExpired.Resume, NextState.Promote,
        "Step 1 of 2 at 10 %: 1 of 1 alarms OK; the bake is over. The candidate takes all traffic.")]
    public void Checked_NobodyResumes_DoesAsTheInputSays(OnPauseExpired then, NextState next, string reason)
    {
        var planned = Given.With(Said(new(WordKind.Pause, "alice", Seconds: 90)), plan => plan with { OnPauseExpired = then });
        var last = At(At(planned, 10), 92);
        Assert.Equal((NextState.Bake, 8), (last.Decision.Next, last.Decision.WaitSeconds));

        var rollout = At(last, 100);

        Assert.Equal((next, reason), (rollout.Decision.Next, rollout.Reason));
    }

    // The change that the approval allows meets the pause, and makes room for a check.
    [Fact]
    public void Checked_APauseAfterTheApproval_HoldsTheStepUntilItIsResumed()
    {
        Step[] steps = [Given.Step(10, 15) with { ApprovalSeconds = 40 }, Given.Step(100, 0)];
        var asked = At(Given.Shifted(steps), 15);
        var approved = At(asked.Said(new(WordKind.Approve, "alice")), 20);
        Assert.Equal(NextState.Promote, approved.Decision.Next);

        var paused = At(Words.CheckFirst(approved.Said(new(WordKind.Pause, "bob", Seconds: 600))), 21);

        Assert.Equal((NextState.Bake, 15), (paused.Decision.Next, paused.Decision.WaitSeconds));
        Assert.Equal("Step 1 of 2 at 10 %: 1 of 1 alarms OK; bob paused it until 2026-01-01T00:10:21Z.", paused.Reason);
        Assert.Equal(NextState.Promote, At(paused.Said(new(WordKind.Resume, "bob")), 36).Decision.Next);
    }

    [Fact]
    public void Checked_APauseWithoutATime_LastsAnHour() =>
        Assert.Equal(Given.Time.AddSeconds(3_610), At(Said(new(WordKind.Pause)), 10).Internal.Words!.PausedUntil);

    [Fact]
    public void Checked_Pauses_AreTogetherNoLongerThanTheHistoryAllows()
    {
        var rollout = Said(new(WordKind.Pause, "alice", Seconds: 600)).Note(own => own with { PauseSeconds = 100 });

        var paused = At(rollout, 15);
        Assert.Equal(Given.Time.AddSeconds(160), paused.Internal.Words!.PausedUntil);

        for (var at = 60; at < 160; at += 15) paused = At(paused, at);
        Assert.Equal(0, paused.Internal.PauseSeconds);
        var again = At(paused.Said(new(WordKind.Pause, "bob")), 159);
        Assert.Equal(
            "bob asked to pause it, which cannot be done: it has been paused for as long as its execution's history allows.",
            again.Story[^1].Text);
    }

    [Theory]
    [InlineData(300, 15, 12 * 3_600 / 2, 12 * 3_600)]
    [InlineData(172_800, null, 3_600, 12 * 3_600)]
    public void Planned_TheHistory_HasRoomForAPause(int bake, int? interval, int least, int most)
    {
        Step[] steps = [Given.Step(10, bake), Given.Step(100, 0)];
        var checks = interval ?? HistoryBudget.ShortestInterval(steps);

        var seconds = HistoryBudget.PauseSeconds(steps, checks);

        Assert.InRange(seconds, least - checks, most);
        Assert.InRange(
            HistoryBudget.Events(steps, checks) + seconds / checks * 9, 1, 25_000 - HistoryBudget.ForRetries);
    }

    private static Rollout Said(Word word) => Given.Shifted(Steps).Said(word);

    private static Rollout At(Rollout rollout, int seconds) =>
        CheckHealth.Checked(rollout, Given.Healthy, Given.Time.AddSeconds(seconds));
}
