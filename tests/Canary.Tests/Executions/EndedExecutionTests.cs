using Canary.Executions;
using Canary.Rollouts;
using Canary.Tests.Rollouts;

namespace Canary.Tests.Executions;

/// <summary>Which ended executions are looked at, and in which order.</summary>
public class EndedExecutionTests
{
    private static readonly Rollout Shifted = Given.Shifted(Given.Step(10, 10), Given.Step(100, 0));

    [Fact]
    public void IsDue_WhateverMayHaveTouchedAnAlias_IsDue()
    {
        var refused = (Shifted with { StableVersion = null, CandidateArn = null })
            .Note(own => own with { HeldAt = null, Next = NextState.Failed });

        Assert.False(new StoppedExecution("FAILED", null, null).IsDue);
        Assert.False(new StoppedExecution("FAILED", "Refused", refused).IsDue);
        Assert.True(new StoppedExecution("FAILED", "Failed", refused with { StableVersion = "3" }).IsDue);
        Assert.True(new StoppedExecution("FAILED", "Failed", refused.Note(own => own with { HeldAt = Given.Time })).IsDue);
        // Its alias may have been created without an answer, and the rollback have come too early to see it.
        Assert.True(new StoppedExecution("FAILED", "Failed", refused with { CandidateArn = "arn" }).IsDue);
        Assert.True(new StoppedExecution("ABORTED", "CreateAlias", refused.Decide(new(NextState.CreateAlias, ""))).IsDue);
    }

    [Theory]
    [InlineData(true, 119, false)]
    [InlineData(true, 120, true)]
    [InlineData(false, 0, true)]
    public void IsSettled_WhatMayHaveTouchedTheAlias_OnlyAfterTheGrace(bool isDue, int seconds, bool isSettled) =>
        Assert.Equal(
            isSettled,
            Sweep.IsSettled(new("FAILED", null, isDue ? Shifted : null), Given.Time, Given.Time.AddSeconds(seconds)));

    [Fact]
    public void Order_WhatMayHaveHeldAnAlias_ComesFirst()
    {
        var memory = new SweepMemory();
        EndedExecution quick = Ended("quick", "FAILED", 20), slow =
            Ended("slow", "FAILED", 21), stopped = Ended("stopped", "ABORTED", 1), tried = Ended("tried", "FAILED", 2);
        memory.Try(tried);

        Assert.Equal(
            ["stopped", "slow", "tried", "quick"],
            Sweep.Order([quick, tried, slow, stopped], memory).Select(one => one.Execution));
    }

    [Fact]
    public void Forget_WhatEndedBefore_OnlyThat()
    {
        var memory = new SweepMemory();
        EndedExecution first = Ended("first", "FAILED", 1), second = Ended("second", "FAILED", 2);
        foreach (var one in (EndedExecution[])[first, second]) memory.Settle(one.Execution, one.EndedAt);

        memory.Forget(second.EndedAt);

        Assert.Equal((false, true), (memory.IsSettled(first), memory.IsSettled(second)));
    }

    private static EndedExecution Ended(string execution, string status, int seconds) =>
        new(execution, status, Given.Time, Given.Time.AddSeconds(seconds));
}
