using Canary.Aliases;
using Canary.Functions.Tests.Fakes;
using Canary.Rollouts;

namespace Canary.Functions.Tests;

public class PromoteFunctionTests
{
    private readonly Stage _stage = new();

    [Fact]
    public async Task Promote_AfterTheBake_ClearsTheWeightInOneWrite()
    {
        var shifted = await _stage.ShiftedAsync();
        var seldom = shifted with { Plan = shifted.Plan with { CheckIntervalSeconds = 300 } };
        var baked = await new CheckHealthFunction(_stage.Aliases, _stage.Alarms, _stage.Metrics)
            .CheckHealth(Stage.At(seldom, 300), Stage.Context);
        var last = await new CheckHealthFunction(_stage.Aliases, _stage.Alarms, _stage.Metrics)
            .CheckHealth(Stage.At(baked, 600), Stage.Context);

        var rollout = await _stage.Promoting.Promote(Stage.At(last, 600), Stage.Context);

        Assert.Equal((Outcome.InProgress, NextState.FreeAlias), (rollout.Outcome, rollout.Decision.Next));
        Assert.Equal((new AliasState("4"), 3), (_stage.Aliases.State, _stage.Aliases.Writes));
    }
}
