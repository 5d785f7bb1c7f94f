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
        Assert.Equal((NextState.Bake, 15, 1), (rollout.Decision.Next, rollout.Decision.WaitSeconds, _stage.Aliases.Writes));
    }

    [Fact]
    public async Task ShiftWeight_ItsAnswerWasLost_IsASuccess()
    {
        _stage.Aliases.LoseNextAnswer = true;

        var rollout = await _stage.ShiftedAsync();

        Assert.Equal((_stage.Aliases.Revision, 1), (rollout.AliasRevision, _stage.Aliases.Writes));
    }

    [Fact]
    public async Task ShiftWeight_RunTwice_ChangesTheAliasOnce()
    {
        var ready = Stage.At(await _stage.ReadyAsync());
        var first = await new ShiftWeightFunction(_stage.Writer).ShiftWeight(ready, Stage.Context);

        var second = await new ShiftWeightFunction(_stage.Writer).ShiftWeight(ready, Stage.Context);

        Assert.Equal((first.AliasRevision, 1), (second.AliasRevision, _stage.Aliases.Writes));
    }

    [Fact]
    public async Task ShiftWeight_SomebodyElseChangedTheAlias_ThrowsAndTouchesNothing()
    {
        var ready = await _stage.ReadyAsync();
        _stage.Aliases.ChangeBehindItsBack(new("2"));

        var fault = await Assert.ThrowsAsync<AliasChanged>(() => new ShiftWeightFunction(_stage.Writer).ShiftWeight(Stage.At(ready), Stage.Context));

        Assert.Contains("it is at version 2, where this rollout wanted version 3, and 10 % to version 4", fault.Message, StringComparison.Ordinal);
        Assert.Equal((new AliasState("2"), 0), (_stage.Aliases.State, _stage.Aliases.Writes));
    }

    [Fact]
    public async Task Promote_AfterTheBake_ClearsTheWeightInOneWrite()
    {
        var baked = await new CheckHealthFunction(_stage.Alarms).CheckHealth(Stage.At(await _stage.ShiftedAsync() with { CheckIntervalSeconds = 300 }, 300), Stage.Context);
        var last = await new CheckHealthFunction(_stage.Alarms).CheckHealth(Stage.At(baked, 600), Stage.Context);

        var rollout = await new PromoteFunction(_stage.Writer).Promote(Stage.At(last, 600), Stage.Context);

        Assert.Equal((Outcome.Promoted, NextState.Succeeded), (rollout.Outcome, rollout.Decision.Next));
        Assert.Equal((new AliasState("4"), 2), (_stage.Aliases.State, _stage.Aliases.Writes));
    }
}
