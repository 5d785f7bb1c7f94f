using Canary.Aliases;
using Canary.Errors;
using Canary.Functions.Tests.Fakes;
using Canary.Rollouts;

namespace Canary.Functions.Tests;

/// <summary>
/// A rollout of an alias with provisioned concurrency: raised, shifted by Lambda itself after the promotion, and put back.
/// </summary>
public class ProvisionedConcurrencyTests
{
    private static readonly string Input =
        Stage.Input.Replace("}", """, "provisionedConcurrency": 8 }""", StringComparison.Ordinal);

    private readonly Stage _stage = new();

    public ProvisionedConcurrencyTests()
    {
        _stage.Concurrency.Live = new("live", 5, "READY", null);
        _stage.Aliases.Concurrency = _stage.Concurrency;
    }

    private Task<Rollout> AwaitAsync(Rollout rollout) =>
        new AwaitPromotionFunction(_stage.Aliases, _stage.Concurrency).AwaitPromotion(Stage.At(rollout, 30), Stage.Context);

    private Task<Rollout> RollbackAsync(Rollout rollout) =>
        new RollbackFunction(_stage.Rollback).Rollback(Stage.At(rollout, 60), Stage.Context);

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

    [Fact]
    public async Task Release_ItCannotBePutBack_IsAWarningAndNoRollback()
    {
        var promoted = await PromotedAsync();
        _stage.Aliases.Settle();
        var settled = await AwaitAsync(promoted);
        _stage.Concurrency.Refuses = "not now";

        var released = await new FreeAliasFunction(_stage.Aliases, _stage.Writer, _stage.Concurrency)
            .FreeAlias(Stage.At(settled, 40), Stage.Context);

        Assert.Equal(Outcome.Promoted, released.Outcome);
        Assert.Equal("The provisioned concurrency of live could not be put back from 8 to 5: not now", released.Warnings![^1]);
    }

    [Theory]
    [InlineData(7, false)]
    [InlineData(8, true)]
    [InlineData(null, true)]
    public async Task PlanRollout_TheFunctionsReservedConcurrency_BoundsTheRaise(int? reserved, bool fits)
    {
        _stage.Concurrency.Reserved = reserved;

        Assert.Equal(fits ? Outcome.InProgress : Outcome.Refused, (await _stage.PlanAsync(Input)).Outcome);
    }

    [Fact]
    public async Task Release_AnotherRolloutHoldsTheAlias_LeavesTheConcurrencyToIt()
    {
        var promoted = await PromotedAsync();
        _stage.Aliases.Settle();
        var settled = await AwaitAsync(promoted);
        _stage.Aliases.ChangeBehindItsBack(_stage.Aliases.State, Hold.Of(Stage.Other));

        await Assert.ThrowsAsync<RolloutInProgress>(
            () => new FreeAliasFunction(_stage.Aliases, _stage.Writer, _stage.Concurrency)
                .FreeAlias(Stage.At(settled, 40), Stage.Context));

        Assert.Equal(8, _stage.Concurrency.Live?.Requested);
    }

    [Fact]
    public async Task WholeRollout_WithoutProvisionedConcurrency_MakesNoCallForIt()
    {
        _stage.Concurrency.Known.Clear();
        var shifted = await _stage.ShiftedAsync();
        var promoted = await new PromoteFunction(_stage.Writer).Promote(Stage.At(shifted, 20), Stage.Context);
        Assert.Equal(NextState.FreeAlias, promoted.Decision.Next);

        await new FreeAliasFunction(_stage.Aliases, _stage.Writer, _stage.Concurrency)
            .FreeAlias(Stage.At(promoted, 40), Stage.Context);
        await RollbackAsync(promoted);

        Assert.Equal(0, _stage.Concurrency.Calls);
    }
}
