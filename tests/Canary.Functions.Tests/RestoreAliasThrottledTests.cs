using Amazon.Lambda.TestUtilities;
using Canary.Aliases;
using Canary.Errors;
using Canary.Executions;
using Canary.Functions.Tests.Fakes;
using Canary.Rollouts;

namespace Canary.Functions.Tests;

/// <summary>AWS takes no more calls for the moment, and no state's Retry runs RestoreAlias again.</summary>
public class RestoreAliasThrottledTests
{
    private const string Throttle = "arn:throttled";

    private static readonly RestoreAliasInput Event = new(Stage.Time, new(Stage.Execution));
    private static readonly RestoreAliasInput Tick = new(Stage.Time, new(null));

    private readonly Stage _stage = new();
    private FakeExecutions Executions => _stage.Executions;

    [Fact]
    public async Task RestoreAlias_AWriteIsThrottled_TriesThatAgainAndNothingElse()
    {
        Stopped(Stage.Execution, await _stage.ShiftedAsync());
        _stage.Aliases.Throttles = 10;
        var before = _stage.Aliases.Calls;

        Assert.Single(await _stage.Restore().RestoreAlias(Event, Stage.Context));

        Assert.Equal((new AliasState("3"), "orders, live"), (_stage.Aliases.State, _stage.Aliases.Description));
        Assert.Equal((1, 11), (Executions.Readings.Count, _stage.Aliases.Calls - before));
        Assert.InRange(_stage.Waits.Waited, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task RestoreAlias_AReadIsThrottled_WritesOverWhatItThenReads()
    {
        var ready = await _stage.ReadyAsync();
        await _stage.Shifting.ShiftWeight(Stage.At(ready), Stage.Context);
        Stopped(Stage.Execution, ready);
        Executions.Throttles[Stage.Execution] = 3;
        _stage.Aliases.Throttles = 3;

        Assert.Single(await _stage.Restore().RestoreAlias(Event, Stage.Context));

        Assert.Equal((new AliasState("3"), 4), (_stage.Aliases.State, Executions.Readings.Count));
    }

    [Fact]
    public async Task RestoreAlias_ThrottledForGood_FailsBeforeLambdaKillsIt()
    {
        Stopped(Stage.Execution, await _stage.ShiftedAsync());
        _stage.Aliases.Throttles = int.MaxValue;

        await Assert.ThrowsAsync<Throttled>(() => _stage.Restore().RestoreAlias(Event, Stage.Context));

        Assert.InRange(_stage.Waits.Waited, TimeSpan.FromSeconds(45), TimeSpan.FromSeconds(50));
    }

    [Theory]
    [InlineData("Refused")]
    [InlineData("RolledBack")]
    public async Task RestoreAlias_TheEventSaysThatNothingIsLeft_MakesNoCall(string error)
    {
        Stopped(Stage.Execution, await _stage.ShiftedAsync());
        var before = _stage.Aliases.Calls;

        await _stage.Restore().RestoreAlias(new(Stage.Time, new(Stage.Execution, error, 0, "FAILED")), Stage.Context);

        Assert.Equal((0, 0), (Executions.Readings.Count, _stage.Aliases.Calls - before));
    }

    [Fact]
    public async Task RestoreAlias_NothingWasStopped_ASweepReadsThreeListsAndNoHistory()
    {
        Assert.Empty(await _stage.Restore().RestoreAlias(Tick, Stage.Context));

        Assert.Equal((3, 0, 0), (Executions.Lists, Executions.Readings.Count, _stage.Aliases.Calls));
    }

    [Fact]
    public async Task RestoreAlias_OneOfASweepIsThrottled_ComesAgainAfterTheOthers()
    {
        Stopped(Throttle, null, hoursAgo: 3);
        Executions.Throttles[Throttle] = 2;
        Stopped(Stage.Execution, await _stage.ShiftedAsync());

        await _stage.Restore().RestoreAlias(Tick, Stage.Context);

        Assert.Equal([Throttle, Stage.Execution, Throttle, Throttle], Executions.Readings);
        Assert.Equal(new AliasState("3"), _stage.Aliases.State);
    }

    [Fact]
    public async Task RestoreAlias_OneOfASweepIsThrottledForGood_FailsInTimeWithTheOthersRestored()
    {
        Stopped(Throttle, null, hoursAgo: 3);
        Executions.Throttles[Throttle] = int.MaxValue;
        Stopped(Stage.Execution, await _stage.ShiftedAsync());

        var faults = await Assert.ThrowsAsync<AggregateException>(() => _stage.Restore().RestoreAlias(Tick, Stage.Context));

        Assert.IsType<Throttled>(Assert.Single(faults.InnerExceptions));
        Assert.Equal((new AliasState("3"), 1), (_stage.Aliases.State, Executions.Readings.Count(one => one == Stage.Execution)));
        Assert.InRange(_stage.Waits.Waited, TimeSpan.FromSeconds(45), TimeSpan.FromSeconds(50));
    }

    [Fact]
    public async Task RestoreAlias_AWriteOfASweepIsThrottled_DoesNotReadTheHistoryAgain()
    {
        Stopped(Stage.Execution, await _stage.ShiftedAsync());
        _stage.Aliases.Throttles = 5;

        await _stage.Restore().RestoreAlias(Tick, Stage.Context);

        Assert.Equal((new AliasState("3"), 1), (_stage.Aliases.State, Executions.Readings.Count));
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(int.MaxValue, true)]
    public async Task RestoreAlias_AListIsThrottled_RestoresWhatIsListedAndFailsIfItStaysSo(int throttles, bool fails)
    {
        (Executions.ThrottledList, Executions.ListThrottles) = ("FAILED", throttles);
        Stopped(Stage.Execution, await _stage.ShiftedAsync());

        var faults = await Record.ExceptionAsync(() => _stage.Restore().RestoreAlias(Tick, Stage.Context));

        Assert.Equal((new AliasState("3"), fails), (_stage.Aliases.State, faults is AggregateException));
    }

    [Fact]
    public async Task RestoreAlias_RefusalsOfManyHours_AreNotRememberedForLongerThanASweepLooksBack()
    {
        var memory = new SweepMemory();
        for (var hour = 0; hour < 48; hour++)
        {
            var end = Stage.Time.AddHours(hour);
            var told = new RestoreAliasDetail($"arn:{hour}", "Refused", end.ToUnixTimeMilliseconds(), "FAILED");
            await _stage.Restore(memory: memory).RestoreAlias(new(end, told), new TestLambdaContext());
        }

        Assert.InRange(memory.Count, 1, 7);
    }

    private void Stopped(string execution, Rollout? rollout, double hoursAgo = 1)
    {
        var end = Stage.Time.AddHours(-hoursAgo);
        Executions.Known[execution] = new("ABORTED", "Bake", rollout);
        Executions.Ended[execution] = new(execution, "ABORTED", end.AddHours(-1), end);
    }
}
