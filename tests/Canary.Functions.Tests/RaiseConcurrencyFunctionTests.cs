using Canary.Functions.Tests.Fakes;

namespace Canary.Functions.Tests;

public class RaiseConcurrencyFunctionTests
{
    private static readonly string Input =
        Stage.Input.Replace("}", """, "provisionedConcurrency": 8 }""", StringComparison.Ordinal);

    private readonly Stage _stage = new();

    [Fact]
    public async Task RaiseConcurrency_MoreIsWantedThanThereIs_AsksForItAndNotesWhen()
    {
        _stage.Concurrency.Live = new("live", 5, "READY", null);
        _stage.Aliases.Concurrency = _stage.Concurrency;
        var ready = await _stage.ReadyAsync(Input);

        var raised = await new RaiseConcurrencyFunction(_stage.Aliases, _stage.Concurrency)
            .RaiseConcurrency(Stage.At(ready), Stage.Context);

        Assert.Equal((8, Stage.Time), (_stage.Concurrency.Live!.Requested, raised.Internal.Concurrency!.RaisedAt));
    }
}
