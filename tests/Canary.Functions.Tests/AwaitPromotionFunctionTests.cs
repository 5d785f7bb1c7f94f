using Canary.Aliases;
using Canary.Errors;
using Canary.Functions.Tests.Fakes;
using Canary.Rollouts;

namespace Canary.Functions.Tests;

public class AwaitPromotionFunctionTests
{
    private readonly Stage _stage = new();
    private readonly ProvisionedRollouts _rollouts;

    public AwaitPromotionFunctionTests() => _rollouts = new(_stage);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Promote_LambdaShiftsByItself_IsWaitedForAndThenPutBack(bool answerLost)
    {
        var shifted = await _rollouts.ShiftedAsync();
        _stage.Aliases.LoseNextAnswer = answerLost;
        var promoted = await _stage.Promoting.Promote(Stage.At(shifted, 20), Stage.Context);
        Assert.Equal((NextState.AwaitPromotion, new AliasState("4", "3", 1)), (promoted.Decision.Next, _stage.Aliases.State));
        await Assert.ThrowsAsync<PromotionNotFinished>(() => _rollouts.AwaitAsync(promoted));
        _stage.Aliases.Settle();

        var settled = await _rollouts.AwaitAsync(promoted);
        var released = await new FreeAliasFunction(_stage.Aliases, _stage.Writer, _stage.Concurrency, _stage.Teller)
            .FreeAlias(Stage.At(settled, 40), Stage.Context);

        Assert.Equal(
            (Outcome.Promoted, new AliasState("4"), "orders, live"),
            (released.Outcome, _stage.Aliases.State, _stage.Aliases.Description));
        Assert.Equal(5, _stage.Concurrency.Live?.Requested);
        Assert.Equal("Promoted orders:live to version 4, with all traffic (version 3 before).", released.Reason);
    }

    [Fact]
    public async Task AwaitPromotion_SomebodyElseChangedTheAlias_Throws()
    {
        var promoted = await _rollouts.PromotedAsync();
        _stage.Aliases.ChangeBehindItsBack(new("9"));

        await Assert.ThrowsAsync<AliasChanged>(() => _rollouts.AwaitAsync(promoted));
    }

    [Fact]
    public async Task AwaitPromotion_TheReadLagsBehind_IsAskedAgain()
    {
        var promoted = await _rollouts.PromotedAsync();
        _stage.Aliases.ReadsLag = true;

        await Assert.ThrowsAsync<PromotionNotFinished>(() => _rollouts.AwaitAsync(promoted));
    }
}
