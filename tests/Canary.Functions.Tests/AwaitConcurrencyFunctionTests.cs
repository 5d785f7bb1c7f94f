using Canary.Errors;
using Canary.Functions.Tests.Fakes;
using Canary.Rollouts;

namespace Canary.Functions.Tests;

public class AwaitConcurrencyFunctionTests
{
    private static readonly string Input =
        Stage.Input.Replace("}", """, "provisionedConcurrency": 8 }""", StringComparison.Ordinal);

    private readonly Stage _stage = new();

    public AwaitConcurrencyFunctionTests()
    {
        _stage.Concurrency.Live = new("live", 5, "READY", null);
        _stage.Aliases.Concurrency = _stage.Concurrency;
    }

    [Fact]
    public async Task AwaitConcurrency_NotThereYet_ThrowsWhatTheStateMachineRetriesOn()
    {
        var raised = await RaisedAsync();

        await Assert.ThrowsAsync<ConcurrencyNotReady>(
            () => new AwaitConcurrencyFunction(_stage.Concurrency).AwaitConcurrency(Stage.At(raised), Stage.Context));
    }

    [Theory]
    [InlineData("FAILED")]
    [InlineData(null)]
    public async Task AwaitConcurrency_ItWillNeverBeThere_GivesUp(string? status)
    {
        var raised = await RaisedAsync();
        _stage.Concurrency.Live = status is null ? null : _stage.Concurrency.Live! with { Status = status };

        await Assert.ThrowsAsync<ConcurrencyFailed>(
            () => new AwaitConcurrencyFunction(_stage.Concurrency).AwaitConcurrency(Stage.At(raised), Stage.Context));
    }

    private async Task<Rollout> RaisedAsync()
    {
        var ready = await _stage.ReadyAsync(Input);
        Assert.Equal(NextState.RaiseConcurrency, ready.Decision.Next);
        return await new RaiseConcurrencyFunction(_stage.Aliases, _stage.Concurrency)
            .RaiseConcurrency(Stage.At(ready), Stage.Context);
    }
}
