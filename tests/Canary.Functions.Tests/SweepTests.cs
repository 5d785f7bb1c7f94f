using Amazon.Lambda.TestUtilities;
using Canary.Aliases;
using Canary.Executions;
using Canary.Functions.Tests.Fakes;
using Canary.Rollouts;

namespace Canary.Functions.Tests;

/// <summary>
/// What RestoreAlias's sweep reads: each history is a call, of which AWS takes 400 at once and 20 more each second.
/// </summary>
public class SweepTests
{
    private readonly Stage _stage = new();
    private readonly FakeExecutions _executions = new();
    private readonly RestoreAliasFunction _restore;

    public SweepTests() => _restore = _stage.Restore(_executions);

    private static DateTimeOffset Now => Stage.Time;

    [Fact]
    public async Task Sweep_TenThousandRefusals_ReadsEachOnceAndNeverMoreThanAWSTakes()
    {
        await RefuseAsync(10_000);

        var readings = new List<int>();
        for (var sweep = 0; sweep < 60; sweep++) readings.Add(await ReadingsOfASweepAsync());

        Assert.Equal([.. Enumerable.Repeat(200, 50), .. Enumerable.Repeat(0, 10)], readings);
        Assert.Equal(10_000, _executions.Readings.Distinct().Count());
    }

    [Fact]
    public async Task Sweep_TenThousandRefusalsOfWhichTheEventsTold_ReadsNone()
    {
        var refused = await RefuseAsync(10_000);
        foreach (var ended in refused) await _restore.RestoreAlias(Event(ended, "Refused"), Stage.Context);

        Assert.Equal(0, await ReadingsOfASweepAsync());
        Assert.Empty(_executions.Readings);
    }

    [Fact]
    public async Task Sweep_ARollbackThatFailedAmongRefusals_IsRestoredByTheFirst()
    {
        await RefuseAsync(1_500);
        var shifted = await _stage.ShiftedAsync();
        End(
            "arn:failed",
            "FAILED",
            shifted with { Execution = Stage.Execution },
            minutesAgo: 200,
            minutesLong: 20,
            state: "RollbackFailed");

        await SweepAsync();

        Assert.Equal("arn:failed", _executions.Readings[0]);
        Assert.Equal((new AliasState("3"), "orders, live"), (_stage.Aliases.State, _stage.Aliases.Description));
    }

    [Fact]
    public async Task Sweep_SomeThatMayHaveHeld_ReadsTheOldestFirst()
    {
        await RefuseAsync(3);
        var plan = await _stage.PlanAsync();
        End("arn:newer", "ABORTED", plan, minutesAgo: 10, minutesLong: 0.1);
        End("arn:oldest", "FAILED", plan, minutesAgo: 300, minutesLong: 5);
        End("arn:middle", "TIMED_OUT", plan, minutesAgo: 100, minutesLong: 60);

        await SweepAsync();

        Assert.Equal(["arn:oldest", "arn:middle", "arn:newer"], _executions.Readings.Take(3));
    }

    [Fact]
    public async Task Sweep_WhatIsSettled_IsNotReadAgain()
    {
        End(Stage.Execution, "ABORTED", await _stage.ShiftedAsync(), minutesAgo: 10, minutesLong: 5);

        Assert.Equal((1, 0), (await ReadingsOfASweepAsync(), await ReadingsOfASweepAsync()));
    }

    [Fact]
    public async Task Sweep_RightAfterTheEnd_LooksOnceMoreForWhatALambdaThatWasGivenUpWrote()
    {
        var plan = await _stage.PlanAsync();
        End(Stage.Execution, "ABORTED", plan, minutesAgo: 0.5, minutesLong: 5);
        await SweepAsync();
        await new HoldAliasFunction(_stage.Writer).HoldAlias(Stage.At(plan), Stage.Context);

        await SweepAsync(Now.AddMinutes(5));

        Assert.Equal((new AliasState("3"), "orders, live"), (_stage.Aliases.State, _stage.Aliases.Description));
    }

    [Fact]
    public async Task Sweep_ARedrivenOneThatEndedAgain_IsReadAgain()
    {
        var shifted = await _stage.ShiftedAsync();
        End(Stage.Execution, "FAILED", shifted, minutesAgo: 100, minutesLong: 5);
        await SweepAsync();
        _stage.Aliases.ChangeBehindItsBack(new("3", "4", 0.1), Hold.Of(Stage.Execution));
        End(Stage.Execution, "ABORTED", shifted, minutesAgo: 10, minutesLong: 95);

        await SweepAsync();

        Assert.Equal((new AliasState("3"), "orders, live"), (_stage.Aliases.State, _stage.Aliases.Description));
    }

    [Fact]
    public async Task Sweep_OneThatCannotBeGivenBack_ComesAfterThoseNotLookedAtYetAndBeforeRefusals()
    {
        _executions.Broken = "arn:broken";
        var plan = await _stage.PlanAsync();
        End("arn:broken", "FAILED", plan, minutesAgo: 300, minutesLong: 5);
        await Assert.ThrowsAsync<AggregateException>(() => SweepAsync());
        await RefuseAsync(1);
        End("arn:next", "FAILED", plan, minutesAgo: 100, minutesLong: 5);
        _executions.Readings.Clear();

        await Assert.ThrowsAsync<AggregateException>(() => SweepAsync());

        Assert.Equal(["arn:next", "arn:broken", "arn:refused:0"], _executions.Readings);
    }

    [Fact]
    public async Task Sweep_LittleTimeLeft_EndsBeforeLambdaKillsItAndSaysWhatIsLeft()
    {
        await RefuseAsync(3);
        var context = new TestLambdaContext { RemainingTime = TimeSpan.FromSeconds(19) };

        await _restore.RestoreAlias(new(Now, null), context);

        Assert.Empty(_executions.Readings);
        Assert.Contains(
            "3 executions that ended are left to the next sweep.",
            ((TestLambdaLogger)context.Logger).Buffer.ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sweep_NothingIsRemembered_ReadsTheRefusalsThatCameLastFirst()
    {
        await RefuseAsync(300);

        await SweepAsync();

        Assert.Equal(
            _executions.Ended.Values.OrderByDescending(one => one.EndedAt).Take(200).Select(one => one.Execution),
            _executions.Readings);
    }

    private static RestoreAliasInput Event(EndedExecution ended, string error) =>
        new(ended.EndedAt, new(ended.Execution, error, ended.EndedAt.ToUnixTimeMilliseconds(), ended.Status));

    private async Task<List<EndedExecution>> RefuseAsync(int count)
    {
        var refused = await _stage.PlanAsync("""{ "functionName": "orders", "aliasName": "live", "steps": [] }""");
        Assert.Equal(Outcome.Refused, refused.Outcome);
        for (var i = 0; i < count; i++)
            End($"arn:refused:{i}", "FAILED", refused, minutesAgo: 5 + (i * 350.0 / count), minutesLong: 0.02);
        return [.. _executions.Ended.Values];
    }

    private void End(
        string execution, string status, Rollout rollout, double minutesAgo, double minutesLong, string state = "Bake")
    {
        var end = Now.AddMinutes(-minutesAgo);
        _executions.Known[execution] = new(status, state, rollout);
        _executions.Ended[execution] = new(execution, status, end.AddMinutes(-minutesLong), end);
    }

    private Task<IReadOnlyList<Rollout>> SweepAsync(DateTimeOffset? at = null) =>
        _restore.RestoreAlias(new(at ?? Now, new(null)), Stage.Context);

    private async Task<int> ReadingsOfASweepAsync()
    {
        var before = _executions.Readings.Count;
        await SweepAsync();
        return _executions.Readings.Count - before;
    }

    [Theory]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    [InlineData(32_503_680_000_000)]
    public async Task RestoreAlias_ARefusalAtATimeThatIsNone_KeepsNoSweepFromLooking(long stopDate)
    {
        var refused = (await RefuseAsync(1))[0];
        await _restore.RestoreAlias(new(Now, new(refused.Execution, "Refused", stopDate, "FAILED")), Stage.Context);

        Assert.Equal(1, await ReadingsOfASweepAsync());
    }
}
