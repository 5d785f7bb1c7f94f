using Canary.Functions.Tests.Fakes;
using Canary.Rollouts;

namespace Canary.Functions.Tests.Checks;

/// <summary>When a check reads what people have said.</summary>
public class CheckHealthWordsTests
{
    private readonly Stage _stage = new();

    [Fact]
    public async Task CheckHealth_WhilePaused_LooksAtTheAliasAtEachCheckAndHearsTheResume()
    {
        var rollout = await _stage.ShiftedAsync();
        _stage.Aliases.Say("pause by alice");
        rollout = await CheckAsync(rollout, 60);
        Assert.NotNull(rollout.Internal.Words?.PausedUntil);

        var reads = _stage.Aliases.Reads;
        rollout = await CheckAsync(rollout, 75);
        _stage.Aliases.Say("resume by alice");
        rollout = await CheckAsync(rollout, 90);

        Assert.Equal((2, null), (_stage.Aliases.Reads - reads, rollout.Internal.Words!.PausedUntil));
    }

    [Fact]
    public async Task CheckHealth_TheSameWordAtTwoChecks_IsActedOnOnce()
    {
        var rollout = await _stage.ShiftedAsync();
        _stage.Aliases.Say("pause by alice");
        rollout = await CheckAsync(rollout, 60);
        var until = rollout.Internal.Words!.PausedUntil;
        _stage.Aliases.ChangeBehindItsBack(_stage.Aliases.State);

        rollout = await CheckAsync(rollout, 75);

        Assert.Equal(until, rollout.Internal.Words!.PausedUntil);
        Assert.Single(rollout.Story, entry => entry.Text.StartsWith("alice paused", StringComparison.Ordinal));
    }

    [Fact]
    public async Task CheckHealth_AReadThatLagsBehindAWrite_HearsNoWordAgain()
    {
        var rollout = await _stage.ShiftedAsync(Stage.Input.Replace(
            """ "deploymentConfig": "Canary10Percent5Minutes" """.Trim(),
            """ "steps": [{ "weight": 10, "bakeSeconds": 300 }, { "weight": 50, "bakeSeconds": 300 }] """,
            StringComparison.Ordinal));
        _stage.Aliases.Say("skip by alice");
        rollout = await CheckAsync(rollout, 60);
        Assert.Equal(NextState.ShiftWeight, rollout.Decision.Next);
        rollout = await _stage.Shifting.ShiftWeight(Stage.At(rollout, 61), Stage.Context);
        _stage.Aliases.ReadsLag = true;

        rollout = await CheckAsync(rollout, 125);

        Assert.Equal((NextState.Bake, 1, null), (
            rollout.Decision.Next, rollout.Internal.CurrentStep, rollout.Internal.Alias.Word));
    }

    [Fact]
    public async Task CheckHealth_NoAlarmCanBeRead_KeepsTheWordThatHurriesUntilOneCan()
    {
        var rollout = await _stage.ShiftedAsync();
        _stage.Aliases.Say("skip by alice");
        _stage.Alarms.IsThrottled = true;
        rollout = await CheckAsync(rollout, 60);
        Assert.Equal(NextState.Bake, rollout.Decision.Next);

        _stage.Alarms.IsThrottled = false;
        rollout = await CheckAsync(rollout, 75);

        Assert.Equal(NextState.Promote, rollout.Decision.Next);
    }

    private Task<Rollout> CheckAsync(Rollout rollout, int seconds) =>
        new CheckHealthFunction(_stage.Aliases, _stage.Alarms, _stage.Metrics, _stage.Teller)
            .CheckHealth(Stage.At(rollout, seconds), Stage.Context);
}
