using Canary.Rollouts;

namespace Canary.Functions.Tests.Fakes;

/// <summary>Rollouts of an alias with provisioned concurrency, which is raised from 5 to 8.</summary>
internal sealed class ProvisionedRollouts
{
    public static readonly string Input =
        Stage.Input.Replace("}", """, "provisionedConcurrency": 8 }""", StringComparison.Ordinal);

    private readonly Stage _stage;

    public ProvisionedRollouts(Stage stage)
    {
        _stage = stage;
        stage.Concurrency.Live = new("live", 5, "READY", null);
        stage.Aliases.Concurrency = stage.Concurrency;
    }

    public async Task<Rollout> RaisedAsync()
    {
        var ready = await _stage.ReadyAsync(Input);
        Assert.Equal(NextState.RaiseConcurrency, ready.Decision.Next);
        return await new RaiseConcurrencyFunction(_stage.Aliases, _stage.Concurrency)
            .RaiseConcurrency(Stage.At(ready), Stage.Context);
    }

    public async Task<Rollout> ShiftedAsync()
    {
        var raised = await RaisedAsync();
        _stage.Concurrency.Live = _stage.Concurrency.Live! with { Status = "READY" };
        var awaited = await new AwaitConcurrencyFunction(_stage.Concurrency).AwaitConcurrency(Stage.At(raised, 5), Stage.Context);
        Assert.Equal(NextState.ShiftWeight, awaited.Decision.Next);
        return await _stage.Shifting.ShiftWeight(Stage.At(awaited), Stage.Context);
    }

    public async Task<Rollout> PromotedAsync() =>
        await _stage.Promoting.Promote(Stage.At(await ShiftedAsync(), 20), Stage.Context);

    public Task<Rollout> AwaitAsync(Rollout rollout) =>
        new AwaitPromotionFunction(_stage.Aliases, _stage.Concurrency, _stage.Teller)
            .AwaitPromotion(Stage.At(rollout, 30), Stage.Context);

    public Task<Rollout> RollbackAsync(Rollout rollout) =>
        new RollbackFunction(_stage.Rollback, _stage.Teller, _stage.Waits).Rollback(Stage.At(rollout, 60), Stage.Context);
}
