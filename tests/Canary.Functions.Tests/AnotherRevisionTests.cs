using Canary.Functions.Tests.Fakes;
using Canary.Rollouts;

namespace Canary.Functions.Tests;

/// <summary>An update that changes nothing, a permission or a function URL give an alias another revision.</summary>
public class AnotherRevisionTests
{
    private readonly Stage _stage = new();

    [Fact]
    public async Task HoldAlias_AnotherRevisionOfTheSame_TakesIt()
    {
        var plan = await _stage.PlanAsync();
        Touch();
        var before = _stage.Aliases.Revision;

        var held = await new HoldAliasFunction(_stage.Writer).HoldAlias(Stage.At(plan), Stage.Context);

        Assert.Equal((before, _stage.Aliases.Revision), (held.RevisionBefore, held.AliasRevision));
        Assert.Equal(Hold.Of(Stage.Execution), _stage.Aliases.Description);
    }

    [Fact]
    public async Task HoldAlias_AnotherDescription_IsAliasChanged()
    {
        var plan = await _stage.PlanAsync();
        _stage.Aliases.ChangeBehindItsBack(_stage.Aliases.State, "theirs");

        await Assert.ThrowsAsync<AliasChanged>(() => new HoldAliasFunction(_stage.Writer).HoldAlias(Stage.At(plan), Stage.Context));
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
        var released = await new ReleaseFunction(_stage.Aliases, _stage.Writer, _stage.Concurrency).Release(Stage.At(promoted, 300), Stage.Context);

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
