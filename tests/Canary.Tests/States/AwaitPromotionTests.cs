using Canary.Aliases;
using Canary.Errors;
using Canary.Ports;
using Canary.Rollouts;
using Canary.States;
using Canary.Tests.Rollouts;

namespace Canary.Tests.States;

/// <summary>When Lambda's own shift after the promotion is over.</summary>
public class AwaitPromotionTests
{
    private static readonly AliasState Shown = new("4", "3", 1);

    private static readonly ProvisionedConcurrency Ready = new("live", 5, "READY", null);

    private static Rollout Promoted => Promote.Promoted(
        Given.With(
            Given.Shifted(Given.Step(10, 10), Given.Step(100, 0)), plan => plan with { ProvisionedConcurrency = new(5, null) }),
        new(Shown, "revision-5", Hold.Of(Given.Execution)),
        Given.Time);

    [Fact]
    public void Settled_TheAliasIsAndItsConcurrencyIs_GoesOn() =>
        Assert.Equal(NextState.FreeAlias, Settle(new("4"), Ready).Decision.Next);

    [Fact]
    public void Settled_ItsConcurrencyIsGone_GoesOn() => Assert.Equal(NextState.FreeAlias, Settle(new("4"), null).Decision.Next);

    [Theory]
    [InlineData(true, "READY")]
    [InlineData(true, "IN_PROGRESS")]
    [InlineData(false, "IN_PROGRESS")]
    public void Settled_OneOfTheTwoIsNotThere_IsAskedAgain(bool shown, string status) => Assert.Contains(
        $"its provisioned concurrency {status}.",
        Assert.Throws<PromotionNotFinished>(() => Settle(shown ? Shown : new("4"), Ready with { Status = status })).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Settled_WithoutItsMark_IsNoSuccessOfThisRollouts()
    {
        Assert.Throws<AliasChanged>(() => Settle(new("4"), Ready, "theirs"));
        Assert.Throws<RolloutInProgress>(() => Settle(new("4"), Ready, Hold.Of(Given.Other)));
        Assert.Throws<AliasChanged>(() => AwaitPromotion.Settled(Promoted, null, Ready, Given.Time));
    }

    private static Rollout Settle(AliasState state, ProvisionedConcurrency? provisioned, string? description = null) =>
        AwaitPromotion.Settled(
            Promoted, new(state, "revision-6", description ?? Hold.Of(Given.Execution)), provisioned, Given.Time);
}
