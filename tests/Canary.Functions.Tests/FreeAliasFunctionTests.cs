using Canary.Aliases;
using Canary.Errors;
using Canary.Functions.Tests.Fakes;
using Canary.Rollouts;

namespace Canary.Functions.Tests;

public class FreeAliasFunctionTests
{
    private readonly Stage _stage = new();

    [Fact]
    public async Task Release_AfterThePromotion_PutsTheDescriptionBackAndIsTheSuccess()
    {
        var watched = Stage.Input.Replace("}", """, "bakeAfterPromotionSeconds": 60 }""", StringComparison.Ordinal);
        var shifted = await _stage.ShiftedAsync(watched);
        var promoted = await _stage.Promoting.Promote(Stage.At(shifted, 600), Stage.Context);
        Assert.Equal(Hold.Of(Stage.Execution), _stage.Aliases.Description);

        var freeing = new FreeAliasFunction(_stage.Aliases, _stage.Writer, _stage.Concurrency, _stage.Teller);
        var rollout = await freeing.FreeAlias(Stage.At(promoted, 600), Stage.Context);

        Assert.Equal((Outcome.Promoted, NextState.Succeeded), (rollout.Outcome, rollout.Decision.Next));
        Assert.Equal((new AliasState("4"), "orders, live"), (_stage.Aliases.State, _stage.Aliases.Description));
        await Assert.ThrowsAsync<AliasChanged>(
            () => freeing.FreeAlias(Stage.At(promoted, 600) with { Redrives = 1 }, Stage.Context));
    }
}
