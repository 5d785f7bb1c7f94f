using Canary.Aliases;
using Canary.Errors;
using Canary.Functions.Tests.Fakes;
using Canary.Rollouts;

namespace Canary.Functions.Tests;

public class ShiftWeightFunctionTests
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

        var rollout = await _stage.Shifting.ShiftWeight(Stage.At(ready), Stage.Context);

        Assert.Equal((_stage.Aliases.Revision, 2), (rollout.Internal.Alias.Revision, _stage.Aliases.Writes));
    }

    [Fact]
    public async Task ShiftWeight_RunTwice_ChangesTheAliasOnce()
    {
        var ready = Stage.At(await _stage.ReadyAsync());
        var first = await _stage.Shifting.ShiftWeight(ready, Stage.Context);

        var second = await _stage.Shifting.ShiftWeight(ready, Stage.Context);

        Assert.Equal((first.Internal.Alias.Revision, 2), (second.Internal.Alias.Revision, _stage.Aliases.Writes));
    }

    [Fact]
    public async Task ShiftWeight_SomebodyElseChangedTheAlias_ThrowsAndTouchesNothing()
    {
        var ready = await _stage.ReadyAsync();
        _stage.Aliases.ChangeBehindItsBack(new("2"));

        var fault = await Assert.ThrowsAsync<AliasChanged>(
            () => _stage.Shifting.ShiftWeight(Stage.At(ready), Stage.Context));

        Assert.Contains(
            "it is at version 2, where this rollout wanted version 3, and 10 % to version 4",
            fault.Message,
            StringComparison.Ordinal);
        Assert.Equal((new AliasState("2"), 1), (_stage.Aliases.State, _stage.Aliases.Writes));
    }

    [Fact]
    public async Task ShiftWeight_AConflictThatCannotBeReadYet_IsTriedAgain()
    {
        var ready = await _stage.ReadyAsync();
        _stage.Aliases.ChangeBehindItsBack(new("2"));
        _stage.Aliases.ReadsLag = true;

        await Assert.ThrowsAsync<StaleAlias>(
            () => _stage.Shifting.ShiftWeight(Stage.At(ready), Stage.Context));
    }

    [Fact]
    public async Task ShiftWeight_LongAfterTheRollback_IsNotAdopted()
    {
        var ready = await _stage.ReadyAsync();
        await new RollbackFunction(_stage.Rollback, _stage.Teller, _stage.Waits).Rollback(Stage.At(ready), Stage.Context);

        await Assert.ThrowsAsync<AliasChanged>(
            () => _stage.Shifting.ShiftWeight(Stage.At(ready), Stage.Context));

        Assert.Equal(new AliasState("3"), _stage.Aliases.State);
    }
}
