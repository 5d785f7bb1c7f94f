using Canary.Aliases;
using Canary.Errors;
using Canary.Functions.Tests.Fakes;
using Canary.Rollouts;

namespace Canary.Functions.Tests.Writes;

/// <summary>What a rollback and RestoreAlias do for an alias with provisioned concurrency.</summary>
public class ProvisionedRollbackTests
{
    private static readonly string Input =
        Stage.Input.Replace("}", """, "provisionedConcurrency": 8 }""", StringComparison.Ordinal);

    private readonly Stage _stage = new();

    public ProvisionedRollbackTests()
    {
        _stage.Concurrency.Live = new("live", 5, "READY", null);
        _stage.Aliases.Concurrency = _stage.Concurrency;
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Rollback_AfterTheRaise_PutsItBackAndIsIdempotent(bool answered)
    {
        var ready = await _stage.ReadyAsync(Input);
        var raised = await new RaiseConcurrencyFunction(_stage.Aliases, _stage.Concurrency)
            .RaiseConcurrency(Stage.At(ready), Stage.Context);

        await RollbackAsync(answered ? raised : ready);
        var again = await RollbackAsync(answered ? raised : ready);

        Assert.Equal(
            (5, "orders, live", Outcome.RolledBack),
            (_stage.Concurrency.Live?.Requested, _stage.Aliases.Description, again.Outcome));
    }

    [Fact]
    public async Task Rollback_SomebodyElseChangedTheConcurrency_LeavesIt()
    {
        var shifted = await ShiftedAsync();
        _stage.Concurrency.Live = _stage.Concurrency.Live! with { Requested = 20 };

        await RollbackAsync(shifted);

        Assert.Equal((20, new AliasState("3")), (_stage.Concurrency.Live?.Requested, _stage.Aliases.State));
    }

    [Fact]
    public async Task Rollback_TheCandidateCannotBeProvisioned_FreesTheAliasAndPutsAllBack()
    {
        var promoted = await PromotedAsync();
        _stage.Concurrency.Live =
            _stage.Concurrency.Live! with { Status = "FAILED", StatusReason = "FUNCTION_ERROR_INIT_FAILURE" };
        var fault = await Assert.ThrowsAsync<PromotionFailed>(() => AwaitAsync(promoted));
        Assert.Contains("FUNCTION_ERROR_INIT_FAILURE", fault.Message, StringComparison.Ordinal);

        var rollout = await RollbackAsync(promoted with { Error = new(nameof(PromotionFailed), fault.Message) });

        Assert.Equal(
            (Outcome.Failed, new AliasState("3"), "orders, live"),
            (rollout.Outcome, _stage.Aliases.State, _stage.Aliases.Description));
        Assert.Equal(5, _stage.Concurrency.Live?.Requested);
    }

    [Fact]
    public async Task Rollback_AfterThePromotion_WaitsForLambdasShiftBack()
    {
        var promoted = await PromotedAsync();
        _stage.Aliases.Settle();
        var settled = await AwaitAsync(promoted);

        await Assert.ThrowsAsync<RollbackNotFinished>(() => RollbackAsync(settled));
        Assert.Equal((new AliasState("3", "4", 1), Hold.Of(Stage.Execution)), (_stage.Aliases.State, _stage.Aliases.Description));
        await Assert.ThrowsAsync<RollbackNotFinished>(() => RollbackAsync(settled));
        _stage.Aliases.Settle();
        var rollout = await RollbackAsync(settled);

        Assert.Equal(
            (Outcome.RolledBack, new AliasState("3"), "orders, live"),
            (rollout.Outcome, _stage.Aliases.State, _stage.Aliases.Description));
        Assert.Equal(5, _stage.Concurrency.Live?.Requested);
    }

    [Fact]
    public async Task RestoreAlias_StoppedDuringLambdasShift_GivesAllBackAndEndsQuietly()
    {
        var promoted = await PromotedAsync();
        _stage.Aliases.Settle();
        var settled = await AwaitAsync(promoted);
        var executions = new FakeExecutions();
        executions.Known[Stage.Execution] = new("ABORTED", "FreeAlias", settled);
        var restore = new RestoreAliasFunction(executions, _stage.Rollback, new());

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
        var promoted = await PromotedAsync();

        var rollout = await RollbackAsync(promoted);

        Assert.Equal((Outcome.RolledBack, new AliasState("3"), "orders, live", 5), Now(rollout));
    }

    [Fact]
    public async Task Rollback_LambdaFailsToShiftBack_FreesTheAlias()
    {
        var promoted = await PromotedAsync();
        _stage.Aliases.Settle();
        var settled = await AwaitAsync(promoted);
        await Assert.ThrowsAsync<RollbackNotFinished>(() => RollbackAsync(settled));
        _stage.Concurrency.Live = _stage.Concurrency.Live! with { Status = "FAILED" };

        Assert.Equal((Outcome.RolledBack, new AliasState("3"), "orders, live", 5), Now(await RollbackAsync(settled)));
    }

    [Fact]
    public async Task Rollback_TheStableVersionIsGone_StillPutsTheConcurrencyBack()
    {
        var shifted = await ShiftedAsync();
        _stage.Aliases.Deleted.Add("3");
        _stage.Aliases.ChangeBehindItsBack(new("4"));

        var rollout = await RollbackAsync(Stage.Noted(shifted, own => own with { PromotedAt = Stage.Time }));

        Assert.Equal((Outcome.Failed, new AliasState("4"), "orders, live", 5), Now(rollout));
    }

    [Fact]
    public async Task Rollback_SomebodyElseSetTheWeight_LeavesTheConcurrencyToThem()
    {
        var shifted = await ShiftedAsync();
        _stage.Aliases.ChangeBehindItsBack(new("3", "4", 0.7));

        var rollout = await RollbackAsync(shifted);

        Assert.Equal((Outcome.AliasChanged, new AliasState("3", "4", 0.7), "orders, live", 8), Now(rollout));
    }

    [Fact]
    public async Task RestoreAlias_ASweepMeetsLambdasShift_IsDoneByTheNext()
    {
        var promoted = await PromotedAsync();
        _stage.Aliases.Settle();
        var executions = new FakeExecutions();
        executions.Known[Stage.Execution] = new("ABORTED", "FreeAlias", await AwaitAsync(promoted));
        var restore = new RestoreAliasFunction(executions, _stage.Rollback, new());

        Assert.Empty(await restore.RestoreAlias(new(Stage.Time, null), Stage.Context));
        _stage.Aliases.Settle();
        Assert.Single(await restore.RestoreAlias(new(Stage.Time, null), Stage.Context));

        Assert.Equal((new AliasState("3"), "orders, live"), (_stage.Aliases.State, _stage.Aliases.Description));
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

    private (Outcome, AliasState?, string, int?) Now(Rollout rollout) =>
        (rollout.Outcome, _stage.Aliases.State, _stage.Aliases.Description, _stage.Concurrency.Live?.Requested);
}
