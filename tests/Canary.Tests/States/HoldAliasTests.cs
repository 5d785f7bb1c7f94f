using Canary.Aliases;
using Canary.Executions;
using Canary.Rollouts;
using Canary.States;
using Canary.Tests.Rollouts;

namespace Canary.Tests.States;

public class HoldAliasTests
{
    private static readonly HoldReading Ended = new(Given.Other, HoldState.Ended, "FAILED");

    private static readonly HoldReading Missing = new("nobody", HoldState.Missing);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Plan_TakeOverOfWhatARolloutLeft_BeginsAtTheStableVersionAlone(bool missing)
    {
        var rollout = Plan(new("3", "9", .1), missing ? Missing : Ended, takeOver: true);

        Assert.Equal(
            (NextState.HoldAlias, "3", ""),
            (rollout.Decision.Next, rollout.StableVersion, rollout.Internal.Alias.DescriptionBefore));
        Assert.Equal(new AliasWrite(new("3"), Hold.Of(Given.Execution)), HoldAlias.Wanted(rollout));
        Assert.Contains(
            "This rollout takes it over, and gives version 3 everything first.", rollout.Warnings![0], StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_TakeOverWithNothingToRelease_PutsTheAliasInOrder()
    {
        var rollout = Plan(new("4"), Ended, takeOver: true, "4");

        Assert.Equal((Outcome.InProgress, NextState.HoldAlias), (rollout.Outcome, rollout.Decision.Next));
    }

    [Fact]
    public void Plan_TakeOverOfAFreeAlias_ChangesNothing()
    {
        var rollout = PlanRollout.Plan(
            Given.Request([Given.Step(100, 0)]) with { TakeOver = true }, [], Given.World, Given.Execution, Given.Time);

        Assert.Equal(
            (NextState.HoldAlias, "orders, live", null),
            (rollout.Decision.Next, rollout.Internal.Alias.DescriptionBefore, rollout.Warnings));
    }

    private static Rollout Plan(AliasState state, HoldReading hold, bool takeOver, string? target = null) => PlanRollout.Plan(
        Given.Request() with { TakeOver = takeOver, TargetVersion = target }, [],
        Given.World with { Alias = new(state, "revision-1", Hold.Of(hold.Holder)), Hold = hold }, Given.Execution, Given.Time);
}
