using Canary.Aliases;
using Canary.Rollouts;
using Canary.States;
using Canary.Tests.Rollouts;

namespace Canary.Tests.States;

public class CreateAliasTests
{
    private static readonly Step[] Steps = [Given.Step(10, 10), Given.Step(50, 10), Given.Step(100, 0)];

    private static Rollout Created => CreateAlias.Created(
        (Given.Ready(Steps) with { StableVersion = null }).Note(own => own with { HeldAt = null }),
        new(new("4"), "revision-5", Hold.Of(Given.Execution)),
        Given.Time);

    private static Rollout Freed => FreeAlias.Freed(Created, new(new("4"), "revision-6"), Given.Time);

    [Fact]
    public void Created_AHookComesAfterTheTraffic_IsNotPassedOver()
    {
        var ready = Given.With(
            Given.Ready(Given.Step(100, 0)) with { StableVersion = null },
            plan => plan with { Hooks = new(null, new("check", 60, false)) });

        var created = CreateAlias.Created(ready, new(new("4"), "revision-5", Hold.Of(Given.Execution)), Given.Time);

        Assert.Equal(NextState.AfterAllowTraffic, created.Decision.Next);
    }

    [Fact]
    public void Choose_TheCreatedAliasIsGone_IsLeftToOthers()
    {
        Assert.Equal(RollbackMove.LeaveToOthers, Rollback.Choose(Created, null, unbroken: true));
        Assert.Equal(
            RollbackMove.Nothing,
            Rollback.Choose(Given.Ready(Steps) with { StableVersion = null }, null, unbroken: true));
    }

    [Fact]
    public void Choose_AnotherRolloutHoldsTheCreatedAlias_IsLeftToIt() =>
        Assert.Equal(
            RollbackMove.LeaveToOthers,
            Rollback.Choose(Created, new(new("4"), "revision-5", Hold.Of(Given.Other)), unbroken: true));

    [Theory]
    [InlineData("revision-6", "4", RollbackMove.Keep)]
    [InlineData("not known", "4", RollbackMove.Keep)]
    [InlineData("revision-6", "7", RollbackMove.LeaveToOthers)]
    public void Choose_TheCreatedAliasIsFree_IsSettledWhereItIsAtTheCandidate(
        string revision, string version, RollbackMove move)
    {
        var found = new Alias(new(version), revision);

        Assert.Equal(move, Rollback.Choose(Freed, found, unbroken: true));
        Assert.Null(Rollback.Wanted(Freed, move, found));
    }

    [Fact]
    public void RolledBack_TheAnswerThatTheMarkIsOffWasLost_BlamesNobody()
    {
        var silent = Created with { Error = new("HookFailed", "nobody answered") };
        var found = new Alias(new("4"), "not known");

        var ended = Rollback.RolledBack(silent, Rollback.Choose(silent, found, unbroken: true), found, Given.Time);

        Assert.Equal(Outcome.Failed, ended.Outcome);
        Assert.DoesNotContain("somebody", ended.Reason);
    }

    [Fact]
    public void Choose_AnAliasThatItWasStillToCreate_IsNotItsOwnWithoutTheMark() => Assert.Equal(
        RollbackMove.LeaveToOthers,
        Rollback.Choose(
            (Given.Ready(Steps) with { StableVersion = null })
                .Note(own => own with { HeldAt = null, Alias = own.Alias with { Revision = "r" } }),
            new(new("4"), "r"),
            unbroken: true));
}
