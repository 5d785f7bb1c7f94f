using Canary.Aliases;
using Canary.Functions.Tests.Fakes;
using Canary.Rollouts;

namespace Canary.Functions.Tests;

/// <summary>An update that changes nothing, a permission or a function URL give an alias another revision.</summary>
public class AnotherRevisionTests
{
    private readonly Stage _stage = new();

    [Fact]
    public async Task Rollout_AnotherRevisionBeforeEachWrite_GoesOnToTheEnd()
    {
        var ready = await _stage.ReadyAsync();
        Touch();
        var shifted = await _stage.Shifting.ShiftWeight(Stage.At(ready), Stage.Context);
        Touch();
        var check = new CheckHealthFunction(_stage.Aliases, _stage.Alarms, _stage.Metrics, _stage.Teller);
        var baked = await check.CheckHealth(Stage.At(shifted, 60), Stage.Context);
        Assert.Equal((NextState.Bake, _stage.Aliases.Revision), (baked.Decision.Next, baked.Internal.Alias.Revision));
        Touch();
        var promoted = await _stage.Promoting.Promote(Stage.At(baked, 300), Stage.Context);
        Touch();
        var released = await new FreeAliasFunction(_stage.Aliases, _stage.Writer, _stage.Concurrency, _stage.Teller)
            .FreeAlias(Stage.At(promoted, 300), Stage.Context);

        Assert.Equal(
            (Outcome.Promoted, new AliasState("4"), "orders, live"),
            (released.Outcome, _stage.Aliases.State, _stage.Aliases.Description));
    }

    private void Touch() => _stage.Aliases.ChangeBehindItsBack(_stage.Aliases.State);
}
