using Canary.Aliases;
using Canary.Errors;
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
        var baked = await new CheckHealthFunction(_stage.Aliases, _stage.Alarms, _stage.Metrics, _stage.Teller)
            .CheckHealth(Stage.At(seldom, 300), Stage.Context);
        var last = await new CheckHealthFunction(_stage.Aliases, _stage.Alarms, _stage.Metrics, _stage.Teller)
            .CheckHealth(Stage.At(baked, 600), Stage.Context);

        var rollout = await _stage.Promoting.Promote(Stage.At(last, 600), Stage.Context);

        Assert.Equal((Outcome.Promoted, NextState.Succeeded), (rollout.Outcome, rollout.Decision.Next));
        Assert.Equal((new AliasState("4"), 3), (_stage.Aliases.State, _stage.Aliases.Writes));
        Assert.Equal("orders, live", _stage.Aliases.Description);
    }

    [Fact]
    public async Task Promote_TheAnswerIsLost_KnowsItsOwnChangeWithoutAMark()
    {
        var last = Stage.At(Stage.Noted(await _stage.ShiftedAsync(), own => own with { Next = NextState.Promote }), 600);
        _stage.Aliases.LoseNextAnswer = true;

        var rollout = await _stage.Promoting.Promote(last, Stage.Context);

        Assert.Equal((Outcome.Promoted, NextState.Succeeded), (rollout.Outcome, rollout.Decision.Next));
        Assert.Equal(_stage.Aliases.Revision, rollout.Internal.Alias.Revision);
    }

    [Theory]
    [InlineData("4", "theirs")]
    [InlineData("2", "orders, live")]
    public async Task Promote_SomebodyElseChangedTheAlias_IsNoChangeOfItsOwn(string version, string description)
    {
        var last = Stage.At(Stage.Noted(await _stage.ShiftedAsync(), own => own with { Next = NextState.Promote }), 600);
        _stage.Aliases.ChangeBehindItsBack(new(version), description);

        await Assert.ThrowsAsync<AliasChanged>(() => _stage.Promoting.Promote(last, Stage.Context));
    }

    [Fact]
    public async Task Promote_RedrivenAndAsWantedWithoutItsMark_MayBeAnothersPromotion()
    {
        var last = Stage.At(Stage.Noted(await _stage.ShiftedAsync(), own => own with { Next = NextState.Promote }), 600);
        _stage.Aliases.ChangeBehindItsBack(new("4"), "orders, live");

        Assert.Equal(Outcome.Promoted, (await _stage.Promoting.Promote(last, Stage.Context)).Outcome);
        await Assert.ThrowsAsync<AliasChanged>(() => _stage.Promoting.Promote(last with { Redrives = 1 }, Stage.Context));
    }

    [Theory]
    [InlineData(0, Outcome.Promoted)]
    [InlineData(1, Outcome.AliasChanged)]
    public async Task Rollback_ThePromotionsAnswerIsLostForGood_StaysPromotedAndWritesNothing(int redrives, Outcome outcome)
    {
        var last = Stage.Noted(await _stage.ShiftedAsync(), own => own with { Next = NextState.Promote });
        await _stage.Promoting.Promote(Stage.At(last, 600), Stage.Context);
        var writes = _stage.Aliases.Writes;

        var rollout = await new RollbackFunction(_stage.Rollback, _stage.Teller, _stage.Waits).Rollback(
            Stage.At(last with { Error = new("CallFailed", "no answer") }, 620) with { Redrives = redrives }, Stage.Context);

        Assert.Equal((outcome, outcome == Outcome.Promoted), (rollout.Outcome, rollout.Decision.Next == NextState.Succeeded));
        Assert.Equal((new AliasState("4"), writes), (_stage.Aliases.State, _stage.Aliases.Writes));
    }
}
