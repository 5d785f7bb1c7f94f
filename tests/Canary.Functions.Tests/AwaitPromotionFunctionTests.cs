using Canary.Aliases;
using Canary.Errors;
using Canary.Functions.Tests.Fakes;
using Canary.Rollouts;

namespace Canary.Functions.Tests;

public class AwaitPromotionFunctionTests
{
    private static readonly string Input =
        Stage.Input.Replace("}", """, "provisionedConcurrency": 8 }""", StringComparison.Ordinal);

    private readonly Stage _stage = new();

    public AwaitPromotionFunctionTests()
    {
        _stage.Concurrency.Live = new("live", 5, "READY", null);
        _stage.Aliases.Concurrency = _stage.Concurrency;
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Promote_LambdaShiftsByItself_IsWaitedForAndThenPutBack(bool answerLost)
    {
        var shifted = await ShiftedAsync();
        _stage.Aliases.LoseNextAnswer = answerLost;
        var promoted = await new PromoteFunction(_stage.Writer).Promote(Stage.At(shifted, 20), Stage.Context);
        Assert.Equal((NextState.AwaitPromotion, new AliasState("4", "3", 1)), (promoted.Decision.Next, _stage.Aliases.State));
        await Assert.ThrowsAsync<PromotionNotFinished>(() => AwaitAsync(promoted));
        _stage.Aliases.Settle();

        var settled = await AwaitAsync(promoted);
        var released = await new FreeAliasFunction(_stage.Aliases, _stage.Writer, _stage.Concurrency)
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
        var promoted = await PromotedAsync();
        _stage.Aliases.ChangeBehindItsBack(new("9"));

        await Assert.ThrowsAsync<AliasChanged>(() => AwaitAsync(promoted));
    }

    [Fact]
    public async Task AwaitPromotion_TheReadLagsBehind_IsAskedAgain()
    {
        var promoted = await PromotedAsync();
        _stage.Aliases.ReadsLag = true;

        await Assert.ThrowsAsync<PromotionNotFinished>(() => AwaitAsync(promoted));
    }

    private Task<Rollout> AwaitAsync(Rollout rollout) =>
        new AwaitPromotionFunction(_stage.Aliases, _stage.Concurrency).AwaitPromotion(Stage.At(rollout, 30), Stage.Context);

    private async Task<Rollout> RaisedAsync()
    {
        var ready = await _stage.ReadyAsync(Input);
        Assert.Equal(NextState.RaiseConcurrency, ready.Decision.Next);
        return await new RaiseConcurrencyFunction(_stage.Aliases, _stage.Concurrency)
            .RaiseConcurrency(Stage.At(ready), Stage.Context);
    }

    private async Task<Rollout> ShiftedAsync()
    {
        var raised = await RaisedAsync();
        _stage.Concurrency.Live = _stage.Concurrency.Live! with { Status = "READY" };
        var awaited = await new AwaitConcurrencyFunction(_stage.Concurrency).AwaitConcurrency(Stage.At(raised, 5), Stage.Context);
        Assert.Equal(NextState.ShiftWeight, awaited.Decision.Next);
        return await new ShiftWeightFunction(_stage.Writer).ShiftWeight(Stage.At(awaited), Stage.Context);
    }

    private async Task<Rollout> PromotedAsync() =>
        await new PromoteFunction(_stage.Writer).Promote(Stage.At(await ShiftedAsync(), 20), Stage.Context);
}
