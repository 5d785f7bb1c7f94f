using Canary.Rollouts;
using Canary.States;
using Canary.Tests.Rollouts;

namespace Canary.Tests.States;

/// <summary>Whose provisioned concurrency it is: what this rollout raised goes back, and nothing else.</summary>
public class RaiseConcurrencyTests
{
    private static readonly Rollout Ready = Given.Provisioned(Given.Ready(Given.Step(10, 10), Given.Step(100, 0)), new(5, 8));

    private static readonly Rollout Raised = RaiseConcurrency.Raised(Ready, Given.Time);

    private static readonly Rollout Promoted = Ready.Note(own => own with { PromotedAt = Given.Time });

    [Theory]
    [InlineData(8, 8)]
    [InlineData(6, 6)]
    [InlineData(5, null)]
    [InlineData(4, null)]
    [InlineData(null, null)]
    public void Next_OnlyMoreThanBefore_IsARaise(int? during, int? next) =>
        Assert.Equal(next, NextStep.RaisedTo(Given.Provisioned(Ready, new(5, during))));

    [Fact]
    public void Next_RaisedOrBegun_IsNoRaise() =>
        Assert.Equal(
            (null, null),
            (NextStep.RaisedTo(Raised), NextStep.RaisedTo(Ready.Note(own => own with { CurrentStep = 0 }))));

    [Fact]
    public void Back_AsItWasRaised_IsWhatItWasBefore()
    {
        Assert.Equal(5, Back(Raised, 8));
        Assert.Equal(5, Back(Ready.Decide(new(NextState.RaiseConcurrency, "")), 8));
    }

    [Fact]
    public void Back_NeverRaisedOrChangedByOthers_IsLeft()
    {
        Assert.Null(Back(Ready, 8));
        Assert.Null(Back(Raised, 7));
        Assert.Null(Back(Given.Provisioned(Raised, new(8, 8)), 8));
        Assert.Null(Back(Given.Provisioned(Raised, null), 8));
    }

    [Fact]
    public void Back_ItIsGone_IsMadeAgainOnlyAfterAPromotion()
    {
        Assert.Equal(5, RaiseConcurrency.Back(Promoted, null));
        Assert.Null(RaiseConcurrency.Back(Raised, null));
    }

    [Fact]
    public void MayHaveChanged_NeitherRaisedNorPromoted_IsFalse()
    {
        Assert.False(RaiseConcurrency.MayHaveChanged(Ready));
        Assert.True(RaiseConcurrency.MayHaveChanged(Raised));
        Assert.True(RaiseConcurrency.MayHaveChanged(Promoted));
        Assert.False(RaiseConcurrency.MayHaveChanged(Given.Provisioned(Promoted, null)));
    }

    private static int? Back(Rollout rollout, int requested) =>
        RaiseConcurrency.Back(rollout, new("live", requested, "READY", null));
}
