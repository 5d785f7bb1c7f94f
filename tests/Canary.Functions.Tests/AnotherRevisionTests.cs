using Canary.Aliases;
using Canary.Errors;
using Canary.Functions.Tests.Fakes;
using Canary.Rollouts;

namespace Canary.Functions.Tests;

/// <summary>An update that changes nothing, a permission or a function URL give an alias another revision.</summary>
public class AnotherRevisionTests
{
    private readonly Stage _stage = new();

    [Theory]
    [InlineData(null, "it is at version 3 as it was planned, but at another revision. Nothing was touched; start again.")]
    [InlineData("theirs", "its description is \"theirs\"")]
    public async Task HoldAlias_AnotherRevisionThanWasPlanned_SaysWhatDiffers(string? description, string text)
    {
        var plan = await _stage.PlanAsync();
        _stage.Aliases.ChangeBehindItsBack(_stage.Aliases.State, description);

        var fault = await Assert.ThrowsAsync<AliasChanged>(() => new HoldAliasFunction(_stage.Writer).HoldAlias(Stage.At(plan), Stage.Context));

        Assert.Contains(text, fault.Message, StringComparison.Ordinal);
        Assert.Equal(0, _stage.Aliases.Writes);
    }

    [Fact]
    public async Task Rollout_AnotherRevisionBeforeEachWrite_GoesOnToTheEnd()
    {
        var ready = await _stage.ReadyAsync();
        Touch();
        var shifted = await new ShiftWeightFunction(_stage.Writer).ShiftWeight(Stage.At(ready), Stage.Context);
        Touch();
        var check = new CheckHealthFunction(_stage.Aliases, _stage.Alarms, _stage.Metrics);
        var baked = await check.CheckHealth(Stage.At(shifted, 15), Stage.Context);
        Assert.Equal((NextState.Bake, _stage.Aliases.Revision), (baked.Decision.Next, baked.AliasRevision));
        Touch();
        var promoted = await new PromoteFunction(_stage.Writer).Promote(Stage.At(baked, 300), Stage.Context);
        Touch();
        var released = await new FreeAliasFunction(_stage.Aliases, _stage.Writer, _stage.Concurrency).FreeAlias(Stage.At(promoted, 300), Stage.Context);

        Assert.Equal((Outcome.Promoted, new AliasState("4"), "orders, live"), (released.Outcome, _stage.Aliases.State, _stage.Aliases.Description));
    }

    [Fact]
    public async Task ShiftWeight_LongAfterTheRollback_IsNotAdopted()
    {
        var ready = await _stage.ReadyAsync();
        await new RollbackFunction(_stage.Rollback).Rollback(Stage.At(ready), Stage.Context);

        await Assert.ThrowsAsync<AliasChanged>(() => new ShiftWeightFunction(_stage.Writer).ShiftWeight(Stage.At(ready), Stage.Context));

        Assert.Equal(new AliasState("3"), _stage.Aliases.State);
    }

    private void Touch() => _stage.Aliases.ChangeBehindItsBack(_stage.Aliases.State);
}
