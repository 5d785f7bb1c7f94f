using Canary.Aliases;
using Canary.Errors;
using Canary.Functions.Tests.Fakes;
using Canary.Rollouts;

namespace Canary.Functions.Tests.Writes;

/// <summary>What a rollback and RestoreAlias do for an alias with provisioned concurrency.</summary>
public class ProvisionedRollbackTests
{
    private readonly Stage _stage = new();
    private readonly ProvisionedRollouts _rollouts;

    public ProvisionedRollbackTests() => _rollouts = new(_stage);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Rollback_AfterTheRaise_PutsItBackAndIsIdempotent(bool answered)
    {
        var ready = await _stage.ReadyAsync(ProvisionedRollouts.Input);
        var raised = await new RaiseConcurrencyFunction(_stage.Aliases, _stage.Concurrency)
            .RaiseConcurrency(Stage.At(ready), Stage.Context);

        await _rollouts.RollbackAsync(answered ? raised : ready);
        var again = await _rollouts.RollbackAsync(answered ? raised : ready);

        Assert.Equal(
            (5, "orders, live", Outcome.RolledBack),
            (_stage.Concurrency.Live?.Requested, _stage.Aliases.Description, again.Outcome));
    }

    [Fact]
    public async Task Rollback_SomebodyElseChangedTheConcurrency_LeavesIt()
    {
        var shifted = await _rollouts.ShiftedAsync();
        _stage.Concurrency.Live = _stage.Concurrency.Live! with { Requested = 20 };

        await _rollouts.RollbackAsync(shifted);

        Assert.Equal((20, new AliasState("3")), (_stage.Concurrency.Live?.Requested, _stage.Aliases.State));
    }

    [Fact]
    public async Task Rollback_TheCandidateCannotBeProvisioned_FreesTheAliasAndPutsAllBack()
    {
        var promoted = await _rollouts.PromotedAsync();
        _stage.Concurrency.Live =
            _stage.Concurrency.Live! with { Status = "FAILED", StatusReason = "FUNCTION_ERROR_INIT_FAILURE" };
        var fault = await Assert.ThrowsAsync<PromotionFailed>(() => _rollouts.AwaitAsync(promoted));
        Assert.Contains("FUNCTION_ERROR_INIT_FAILURE", fault.Message, StringComparison.Ordinal);

        var rollout = await _rollouts.RollbackAsync(promoted with { Error = new(nameof(PromotionFailed), fault.Message) });

        Assert.Equal(
            (Outcome.Failed, new AliasState("3"), "orders, live"),
            (rollout.Outcome, _stage.Aliases.State, _stage.Aliases.Description));
        Assert.Equal(5, _stage.Concurrency.Live?.Requested);
    }

    [Fact]
    public async Task Rollback_AfterThePromotion_WaitsForLambdasShiftBack()
    {
        var promoted = await _rollouts.PromotedAsync();
        _stage.Aliases.Settle();
        var settled = await _rollouts.AwaitAsync(promoted);

        await Assert.ThrowsAsync<RollbackNotFinished>(() => _rollouts.RollbackAsync(settled));
        Assert.Equal((new AliasState("3", "4", 1), Hold.Of(Stage.Execution)), (_stage.Aliases.State, _stage.Aliases.Description));
        await Assert.ThrowsAsync<RollbackNotFinished>(() => _rollouts.RollbackAsync(settled));
        _stage.Aliases.Settle();
        var rollout = await _rollouts.RollbackAsync(settled);

        Assert.Equal(
            (Outcome.RolledBack, new AliasState("3"), "orders, live"),
            (rollout.Outcome, _stage.Aliases.State, _stage.Aliases.Description));
        Assert.Equal(5, _stage.Concurrency.Live?.Requested);
    }

    [Fact]
    public async Task RestoreAlias_StoppedDuringLambdasShift_GivesAllBackAndEndsQuietly()
    {
        var promoted = await _rollouts.PromotedAsync();
        _stage.Aliases.Settle();
        var settled = await _rollouts.AwaitAsync(promoted);
        var executions = new FakeExecutions();
        executions.Known[Stage.Execution] = new("ABORTED", "FreeAlias", settled);
        var restore = _stage.Restore(executions);

        Assert.Empty(await restore.RestoreAlias(new(Stage.Time, new(Stage.Execution)), Stage.Context));
        _stage.Aliases.Settle();
        Assert.Single(await restore.RestoreAlias(new(Stage.Time, null), Stage.Context));

        Assert.Equal(
            (new AliasState("3"), "orders, live", 5),
            (_stage.Aliases.State, _stage.Aliases.Description, _stage.Concurrency.Live?.Requested));
    }

    [Fact]
    public async Task Rollback_CaughtInThePromotion_FreesTheAliasAtOnce()
    {
        var promoted = await _rollouts.PromotedAsync();

        var rollout = await _rollouts.RollbackAsync(promoted);

        Assert.Equal((Outcome.RolledBack, new AliasState("3"), "orders, live", 5), Now(rollout));
    }

    [Fact]
    public async Task Rollback_LambdaFailsToShiftBack_FreesTheAlias()
    {
        var promoted = await _rollouts.PromotedAsync();
        _stage.Aliases.Settle();
        var settled = await _rollouts.AwaitAsync(promoted);
        await Assert.ThrowsAsync<RollbackNotFinished>(() => _rollouts.RollbackAsync(settled));
        _stage.Concurrency.Live = _stage.Concurrency.Live! with { Status = "FAILED" };

        Assert.Equal((Outcome.RolledBack, new AliasState("3"), "orders, live", 5), Now(await _rollouts.RollbackAsync(settled)));
    }

    [Fact]
    public async Task Rollback_TheStableVersionIsGone_StillPutsTheConcurrencyBack()
    {
        var shifted = await _rollouts.ShiftedAsync();
        _stage.Aliases.Deleted.Add("3");
        _stage.Aliases.ChangeBehindItsBack(new("4"));

        var rollout = await _rollouts.RollbackAsync(Stage.Noted(shifted, own => own with { PromotedAt = Stage.Time }));

        Assert.Equal((Outcome.Failed, new AliasState("4"), "orders, live", 5), Now(rollout));
    }

    [Fact]
    public async Task Rollback_SomebodyElseSetTheWeight_LeavesTheConcurrencyToThem()
    {
        var shifted = await _rollouts.ShiftedAsync();
        _stage.Aliases.ChangeBehindItsBack(new("3", "4", 0.7));

        var rollout = await _rollouts.RollbackAsync(shifted);

        Assert.Equal((Outcome.AliasChanged, new AliasState("3", "4", 0.7), "orders, live", 8), Now(rollout));
    }

    [Fact]
    public async Task RestoreAlias_ASweepMeetsLambdasShift_IsDoneByTheNext()
    {
        var promoted = await _rollouts.PromotedAsync();
        _stage.Aliases.Settle();
        var executions = new FakeExecutions();
        executions.Known[Stage.Execution] = new("ABORTED", "FreeAlias", await _rollouts.AwaitAsync(promoted));
        var restore = _stage.Restore(executions);

        Assert.Empty(await restore.RestoreAlias(new(Stage.Time, null), Stage.Context));
        _stage.Aliases.Settle();
        Assert.Single(await restore.RestoreAlias(new(Stage.Time, null), Stage.Context));

        Assert.Equal((new AliasState("3"), "orders, live"), (_stage.Aliases.State, _stage.Aliases.Description));
    }

    private (Outcome, AliasState?, string, int?) Now(Rollout rollout) =>
        (rollout.Outcome, _stage.Aliases.State, _stage.Aliases.Description, _stage.Concurrency.Live?.Requested);
}
