using Canary.Aliases;
using Canary.Errors;
using Canary.Functions.Tests.Fakes;
using Canary.Rollouts;

namespace Canary.Functions.Tests;

public class ShiftAndPromoteTests
{
    private readonly Stage _stage = new();

    [Fact]
    public async Task ShiftWeight_AsPlanned_WritesTheWeightOnce()
    {
        var rollout = await _stage.ShiftedAsync();

        Assert.Equal(new AliasState("3", "4", 0.1), _stage.Aliases.State);
        Assert.Equal((NextState.Bake, 15, 2), (rollout.Decision.Next, rollout.Decision.WaitSeconds, _stage.Aliases.Writes));
    }

    [Fact]
    public async Task ShiftWeight_ItsAnswerWasLost_IsASuccess()
    {
        var ready = await _stage.ReadyAsync();
        _stage.Aliases.LoseNextAnswer = true;

        var rollout = await new ShiftWeightFunction(_stage.Writer).ShiftWeight(Stage.At(ready), Stage.Context);

        Assert.Equal((_stage.Aliases.Revision, 2), (rollout.AliasRevision, _stage.Aliases.Writes));
    }

    [Fact]
    public async Task ShiftWeight_RunTwice_ChangesTheAliasOnce()
    {
        var ready = Stage.At(await _stage.ReadyAsync());
        var first = await new ShiftWeightFunction(_stage.Writer).ShiftWeight(ready, Stage.Context);

        var second = await new ShiftWeightFunction(_stage.Writer).ShiftWeight(ready, Stage.Context);

        Assert.Equal((first.AliasRevision, 2), (second.AliasRevision, _stage.Aliases.Writes));
    }

    [Fact]
    public async Task ShiftWeight_SomebodyElseChangedTheAlias_ThrowsAndTouchesNothing()
    {
        var ready = await _stage.ReadyAsync();
        _stage.Aliases.ChangeBehindItsBack(new("2"));

        var fault = await Assert.ThrowsAsync<AliasChanged>(() => new ShiftWeightFunction(_stage.Writer).ShiftWeight(Stage.At(ready), Stage.Context));

        Assert.Contains("it is at version 2, where this rollout wanted version 3, and 10 % to version 4", fault.Message, StringComparison.Ordinal);
        Assert.Equal((new AliasState("2"), 1), (_stage.Aliases.State, _stage.Aliases.Writes));
    }

    [Fact]
    public async Task Promote_AfterTheBake_ClearsTheWeightInOneWrite()
    {
        var baked = await new CheckHealthFunction(_stage.Aliases, _stage.Alarms, _stage.Metrics).CheckHealth(Stage.At(await _stage.ShiftedAsync() with { CheckIntervalSeconds = 300 }, 300), Stage.Context);
        var last = await new CheckHealthFunction(_stage.Aliases, _stage.Alarms, _stage.Metrics).CheckHealth(Stage.At(baked, 600), Stage.Context);

        var rollout = await new PromoteFunction(_stage.Writer).Promote(Stage.At(last, 600), Stage.Context);

        Assert.Equal((Outcome.InProgress, NextState.FreeAlias), (rollout.Outcome, rollout.Decision.Next));
        Assert.Equal((new AliasState("4"), 3), (_stage.Aliases.State, _stage.Aliases.Writes));
    }

    [Fact]
    public async Task Release_AfterThePromotion_PutsTheDescriptionBackAndIsTheSuccess()
    {
        var promoted = await new PromoteFunction(_stage.Writer).Promote(Stage.At(await _stage.ShiftedAsync(), 600), Stage.Context);
        Assert.Equal(Hold.Of(Stage.Execution), _stage.Aliases.Description);

        var rollout = await new FreeAliasFunction(_stage.Aliases, _stage.Writer, _stage.Concurrency).FreeAlias(Stage.At(promoted, 600), Stage.Context);

        Assert.Equal((Outcome.Promoted, NextState.Succeeded), (rollout.Outcome, rollout.Decision.Next));
        Assert.Equal((new AliasState("4"), "orders, live"), (_stage.Aliases.State, _stage.Aliases.Description));
    }

    [Fact]
    public async Task HoldAlias_AnotherRolloutWasQuicker_NamesItAndTouchesNothing()
    {
        var plan = await _stage.PlanAsync();
        _stage.Aliases.ChangeBehindItsBack(new("3"), Hold.Of(Stage.Other));

        var fault = await Assert.ThrowsAsync<RolloutInProgress>(() => new HoldAliasFunction(_stage.Writer).HoldAlias(Stage.At(plan), Stage.Context));

        Assert.Equal("The alias live is held by the rollout " + Stage.Other + ".", fault.Message);
        Assert.Equal(0, _stage.Aliases.Writes);
    }

    [Fact]
    public async Task HoldAlias_ItsAnswerWasLost_IsASuccess()
    {
        var plan = await _stage.PlanAsync();
        _stage.Aliases.LoseNextAnswer = true;

        var rollout = await new HoldAliasFunction(_stage.Writer).HoldAlias(Stage.At(plan), Stage.Context);

        Assert.Equal((_stage.Aliases.Revision, Stage.Time), (rollout.AliasRevision, rollout.HeldAt));
    }

    [Fact]
    public async Task ShiftWeight_AConflictThatCannotBeReadYet_IsTriedAgain()
    {
        var ready = await _stage.ReadyAsync();
        _stage.Aliases.ChangeBehindItsBack(new("2"));
        _stage.Aliases.ReadsLag = true;

        await Assert.ThrowsAsync<StaleAlias>(() => new ShiftWeightFunction(_stage.Writer).ShiftWeight(Stage.At(ready), Stage.Context));
    }
}
