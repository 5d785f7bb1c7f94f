using Canary.Aliases;
using Canary.Errors;
using Canary.Rollouts;
using Canary.States;
using Canary.Tests.Rollouts;

namespace Canary.Tests.States;

/// <summary>What a sweep does after an execution that is over, and when it need not look again.</summary>
public class RestoreAliasTests
{
    private static readonly Rollout Shifted = Given.Shifted(Given.Step(10, 10), Given.Step(100, 0));

    private static readonly Alias Left = new(new("3", "4", .1), "any", "theirs");

    [Theory]
    [InlineData("FAILED", "Refused", true)]
    [InlineData("FAILED", "RolledBack", false)]
    [InlineData("ABORTED", "Refused", false)]
    public void IsRefusal_OnlyAFailureThatSaysSo_IsOne(string status, string error, bool isRefusal) =>
        Assert.Equal(isRefusal, RestoreAlias.IsRefusal(new(Given.Execution, error, null, status)));

    [Fact]
    public void Caught_AnErrorOfItsOwn_StaysTheReason()
    {
        Assert.Equal("ABORTED", RestoreAlias.Caught(new("ABORTED", "Bake", Shifted)).Error!.Error);
        Assert.Equal(
            "States.Timeout",
            RestoreAlias.Caught(new("ABORTED", "Rollback", Shifted with { Error = new("States.Timeout", "") })).Error!.Error);
    }

    [Theory]
    [InlineData(Outcome.InProgress)]
    [InlineData(Outcome.AliasChanged)]
    [InlineData(Outcome.RolloutInProgress)]
    public void Choose_ItsWeightWithoutItsMark_IsForAPersonToLookAt(Outcome outcome) =>
        Assert.Throws<WeightLeftBehind>(() => RestoreAlias.Choose(Shifted with { Outcome = outcome }, Left));

    // Somebody who sets a weight on purpose does not do so under the mark of nobody.
    [Fact]
    public void Choose_TheWeightOfItsNextStepUnderTheMarkOfNobody_IsForAPersonToLookAt()
    {
        Step[] steps = [Given.Step(10, 10), Given.Step(50, 10), Given.Step(100, 0)];
        var gaveWay = Given.Shifted(steps) with { Outcome = Outcome.RolloutInProgress };
        var next = Left with { State = new("3", "4", .5) };

        Assert.Throws<WeightLeftBehind>(
            () => RestoreAlias.Choose(gaveWay, next with { Description = Hold.Of(Given.Other), HoldCounts = false }));
        Assert.Null(RestoreAlias.Choose(gaveWay, next with { Description = Hold.Of(Given.Other) }));
        Assert.Null(RestoreAlias.Choose(gaveWay, next));
    }

    [Theory]
    [InlineData(Outcome.RolledBack)]
    [InlineData(Outcome.Failed)]
    public void Choose_ItGaveTheAliasBack_WhatStandsThereNowIsOthers(Outcome outcome) =>
        Assert.Null(RestoreAlias.Choose(Shifted with { Outcome = outcome }, Left));

    [Theory]
    [InlineData(Outcome.RolledBack)]
    [InlineData(Outcome.AliasChanged)]
    public void Choose_ItIsOverButForItsMark_IsStillGivenBack(Outcome outcome) => Assert.Equal(
        RollbackMove.Restore,
        RestoreAlias.Choose(Shifted with { Outcome = outcome }, Left with { Description = Hold.Of(Given.Execution) }));

    [Fact]
    public void Choose_ItIsOverAndTheAliasIsGone_IsNothing() =>
        Assert.Null(RestoreAlias.Choose(Shifted with { Outcome = Outcome.AliasChanged }, null));

    [Fact]
    public void Choose_OthersWeightOrMark_IsLeftWithoutAWord()
    {
        Assert.Equal(RollbackMove.LeaveToOthers, RestoreAlias.Choose(Shifted, Left with { State = new("3", "4", .7) }));
        Assert.Equal(RollbackMove.LeaveToOthers, RestoreAlias.Choose(Shifted, Left with { Description = Hold.Of(Given.Other) }));
        Assert.Equal(RollbackMove.LeaveToOthers, RestoreAlias.Choose(Shifted, null));
    }

    [Fact]
    public void Choose_ItCreatedTheAlias_KeepsItWhereItIs()
    {
        var created = (Shifted with { StableVersion = null, Outcome = Outcome.Created })
            .Note(own => own with { PromotedAt = Given.Time, Alias = own.Alias with { Revision = "r" } });

        Assert.Equal(RollbackMove.Keep, RestoreAlias.Choose(created, new(new("4"), "r")));
    }
}
