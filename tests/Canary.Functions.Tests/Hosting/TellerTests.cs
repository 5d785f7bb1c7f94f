using Amazon.Lambda.TestUtilities;
using Canary.Functions.Tests.Fakes;
using Canary.News;
using Canary.Rollouts;

namespace Canary.Functions.Tests.Hosting;

/// <summary>What is told changes nothing, whether it can be told or not.</summary>
public class TellerTests
{
    private readonly Stage _stage = new();
    private readonly TestLambdaLogger _log = new();

    [Fact]
    public async Task ShiftWeight_Done_TellsItAndCountsIt()
    {
        var rollout = await ShiftAsync(20);

        Assert.Equal([NewsKind.Started, NewsKind.Shifted], _stage.News.Sent.Select(item => item.Kind));
        Assert.Equal((2, Outcome.InProgress), (rollout.Internal.Told, rollout.Outcome));
        Assert.Empty(_stage.News.Written);
    }

    [Fact]
    public async Task ShiftWeight_NobodyCanBeTold_GoesOnAndSaysSoInItsLog()
    {
        var ready = await _stage.ReadyAsync();
        _stage.News.IsBroken = true;

        var rollout = await ShiftAsync(20, ready);

        Assert.Equal((0, NextState.Bake, 2), (rollout.Internal.CurrentStep, rollout.Decision.Next, rollout.Internal.Told));
        Assert.Contains("Not told: orders:live: 10 % to version 4: no bus", _log.Buffer.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ShiftWeight_NoTimeIsLeft_DoesNotBeginToTell()
    {
        var ready = await _stage.ReadyAsync();
        _stage.News.Sent.Clear();

        var rollout = await ShiftAsync(3, ready);

        Assert.Equal(0, rollout.Internal.CurrentStep);
        Assert.Empty(_stage.News.Sent);
    }

    [Fact]
    public async Task Rollback_TheMetricsCannotBeWritten_EndsAllTheSame()
    {
        var shifted = await _stage.ShiftedAsync();
        _stage.News.IsBroken = true;

        var rollout = await new RollbackFunction(_stage.Rollback, _stage.Teller, _stage.Waits)
            .Rollback(Stage.At(shifted, 60), Context(20));

        Assert.Equal(Outcome.RolledBack, rollout.Outcome);
        Assert.Contains("No metrics tell of", _log.Buffer.ToString(), StringComparison.Ordinal);
    }

    private TestLambdaContext Context(int seconds) => new() { Logger = _log, RemainingTime = TimeSpan.FromSeconds(seconds) };

    private async Task<Rollout> ShiftAsync(int seconds, Rollout? ready = null) =>
        await _stage.Shifting.ShiftWeight(Stage.At(ready ?? await _stage.ReadyAsync()), Context(seconds));
}
