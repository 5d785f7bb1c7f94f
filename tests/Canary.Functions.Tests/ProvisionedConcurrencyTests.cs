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
    private readonly Stage _stage = new();
    private readonly ProvisionedRollouts _rollouts;

    public ProvisionedConcurrencyTests() => _rollouts = new(_stage);

    [Fact]
    public async Task Release_ItCannotBePutBack_IsAWarningAndNoRollback()
    {
        var promoted = await _rollouts.PromotedAsync();
        _stage.Aliases.Settle();
        var settled = await _rollouts.AwaitAsync(promoted);
        _stage.Concurrency.Refuses = "not now";

        var released = await new FreeAliasFunction(_stage.Aliases, _stage.Writer, _stage.Concurrency, _stage.Teller)
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
        _stage.Versions.Known["$LATEST"] = _stage.Versions.Known["$LATEST"] with { Reserved = reserved };

        Assert.Equal(fits ? Outcome.InProgress : Outcome.Refused, (await _stage.PlanAsync(ProvisionedRollouts.Input)).Outcome);
    }

    [Fact]
    public async Task Release_AnotherRolloutHoldsTheAlias_LeavesTheConcurrencyToIt()
    {
        var promoted = await _rollouts.PromotedAsync();
        _stage.Aliases.Settle();
        var settled = await _rollouts.AwaitAsync(promoted);
        _stage.Aliases.ChangeBehindItsBack(_stage.Aliases.State, Hold.Of(Stage.Other));

        await Assert.ThrowsAsync<RolloutInProgress>(
            () => new FreeAliasFunction(_stage.Aliases, _stage.Writer, _stage.Concurrency, _stage.Teller)
                .FreeAlias(Stage.At(settled, 40), Stage.Context));

        Assert.Equal(8, _stage.Concurrency.Live?.Requested);
    }

    [Fact]
    public async Task WholeRollout_WithoutProvisionedConcurrency_MakesNoCallForIt()
    {
        _stage.Concurrency.Known.Clear();
        var shifted = await _stage.ShiftedAsync();
        var promoted = await _stage.Promoting.Promote(Stage.At(shifted, 20), Stage.Context);
        Assert.Equal(NextState.Succeeded, promoted.Decision.Next);

        await new FreeAliasFunction(_stage.Aliases, _stage.Writer, _stage.Concurrency, _stage.Teller)
            .FreeAlias(Stage.At(promoted, 40), Stage.Context);
        await _rollouts.RollbackAsync(promoted);

        Assert.Equal(0, _stage.Concurrency.Calls);
    }
}
