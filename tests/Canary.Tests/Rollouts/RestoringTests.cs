using Canary.Aliases;
using Canary.Errors;
using Canary.Executions;
using Canary.Rollouts;
using Canary.States;

namespace Canary.Tests.Rollouts;

/// <summary>What a sweep does after an execution that is over, and when it need not look again.</summary>
public class RestoringTests
{
    private static readonly Rollout Shifted = A.Shifted(A.Step(10, 10), A.Step(100, 0));

    private static readonly Alias Left = new(new("3", "4", .1), "any", "theirs");

    [Theory]
    [InlineData("FAILED", "Refused", true)]
    [InlineData("FAILED", "RolledBack", false)]
    [InlineData("ABORTED", "Refused", false)]
    public void IsRefusal_OnlyAFailureThatSaysSo_IsOne(string status, string error, bool isRefusal) =>
        Assert.Equal(isRefusal, RestoreAlias.IsRefusal(new(A.Execution, error, null, status)));

    [Fact]
    public void IsDue_WhateverMayHaveTouchedAnAlias_IsDue()
    {
        var refused = Shifted with { StableVersion = null, HeldAt = null, Decision = new(NextState.Failed, "") };

        Assert.False(new StoppedExecution("FAILED", null, null).IsDue);
        Assert.False(new StoppedExecution("FAILED", "Refused", refused).IsDue);
        Assert.True(new StoppedExecution("FAILED", "Failed", refused with { StableVersion = "3" }).IsDue);
        Assert.True(new StoppedExecution("FAILED", "Failed", refused with { HeldAt = A.Time }).IsDue);
        Assert.True(new StoppedExecution("ABORTED", "CreateAlias", refused with { Decision = new(NextState.CreateAlias, "") }).IsDue);
    }

    [Fact]
    public void Caught_AnErrorOfItsOwn_StaysTheReason()
    {
        Assert.Equal("ABORTED", RestoreAlias.Caught(new("ABORTED", "Bake", Shifted)).Error!.Error);
        Assert.Equal("States.Timeout", RestoreAlias.Caught(new("ABORTED", "Rollback", Shifted with { Error = new("States.Timeout", "") })).Error!.Error);
    }

    [Theory]
    [InlineData(Outcome.InProgress)]
    [InlineData(Outcome.AliasChanged)]
    [InlineData(Outcome.RolloutInProgress)]
    public void Choose_ItsWeightWithoutItsMark_IsForAPersonToLookAt(Outcome outcome) =>
        Assert.Throws<WeightLeftBehind>(() => RestoreAlias.Choose(Shifted with { Outcome = outcome }, Left));

    [Theory]
    [InlineData(Outcome.RolledBack)]
    [InlineData(Outcome.Failed)]
    public void Choose_ItGaveTheAliasBack_WhatStandsThereNowIsOthers(Outcome outcome) =>
        Assert.Null(RestoreAlias.Choose(Shifted with { Outcome = outcome }, Left));

    [Theory]
    [InlineData(Outcome.RolledBack)]
    [InlineData(Outcome.AliasChanged)]
    public void Choose_ItIsOverButForItsMark_IsStillGivenBack(Outcome outcome) => Assert.Equal(
        RollbackMove.Restore, RestoreAlias.Choose(Shifted with { Outcome = outcome }, Left with { Description = Hold.Of(A.Execution) }));

    [Fact]
    public void Choose_ItIsOverAndTheAliasIsGone_IsNothing() => Assert.Null(RestoreAlias.Choose(Shifted with { Outcome = Outcome.AliasChanged }, null));

    [Fact]
    public void Choose_OthersWeightOrMark_IsLeftWithoutAWord()
    {
        Assert.Equal(RollbackMove.LeaveToOthers, RestoreAlias.Choose(Shifted, Left with { State = new("3", "4", .7) }));
        Assert.Equal(RollbackMove.LeaveToOthers, RestoreAlias.Choose(Shifted, Left with { Description = Hold.Of(A.Other) }));
        Assert.Equal(RollbackMove.LeaveToOthers, RestoreAlias.Choose(Shifted, null));
    }

    [Fact]
    public void Choose_ItCreatedTheAlias_KeepsItWhereItIs()
    {
        var created = Shifted with { StableVersion = null, PromotedAt = A.Time, Outcome = Outcome.Created, AliasRevision = "r" };

        Assert.Equal(RollbackMove.Keep, RestoreAlias.Choose(created, new(new("4"), "r")));
    }

    [Theory]
    [InlineData(true, 119, false)]
    [InlineData(true, 120, true)]
    [InlineData(false, 0, true)]
    public void IsSettled_WhatMayHaveTouchedTheAlias_OnlyAfterTheGrace(bool isDue, int seconds, bool isSettled) =>
        Assert.Equal(isSettled, Sweep.IsSettled(new("FAILED", null, isDue ? Shifted : null), A.Time, A.Time.AddSeconds(seconds)));

    [Fact]
    public void Order_WhatMayHaveHeldAnAlias_ComesFirst()
    {
        var memory = new SweepMemory();
        EndedExecution quick = Ended("quick", "FAILED", 20), slow = Ended("slow", "FAILED", 21), stopped = Ended("stopped", "ABORTED", 1), tried = Ended("tried", "FAILED", 2);
        memory.Try(tried);

        Assert.Equal(["stopped", "slow", "tried", "quick"], Sweep.Order([quick, tried, slow, stopped], memory).Select(one => one.Execution));
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

    private static EndedExecution Ended(string execution, string status, int seconds) => new(execution, status, A.Time, A.Time.AddSeconds(seconds));
}
