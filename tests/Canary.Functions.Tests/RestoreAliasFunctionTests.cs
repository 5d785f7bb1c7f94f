using Canary.Functions.Tests.Fakes;
using Canary.Rollouts;

namespace Canary.Functions.Tests;

public class RestoreAliasFunctionTests
{
    private static readonly RestoreAliasInput Event = new(Stage.Time, new(Stage.Execution));
    private static readonly RestoreAliasInput Tick = new(Stage.Time, new(null));

    private readonly Stage _stage = new();
    private readonly FakeExecutions _executions = new();

    private RestoreAliasFunction Restore => new(_executions, _stage.Rollback, new());

    private AliasState? State => _stage.Aliases.State;

    [Fact]
    public async Task RestoreAlias_StoppedDuringABake_GivesTheStableVersionBack()
    {
        Stopped("Bake", await _stage.ShiftedAsync());

        var done = Assert.Single(await Restore.RestoreAlias(Event, Stage.Context));

        Assert.Equal((new AliasState("3"), "orders, live"), (State, _stage.Aliases.Description));
        Assert.Equal("live is at version 3, with all traffic. ABORTED: The execution ended in the state Bake.", done.Reason);
    }

    [Fact]
    public async Task RestoreAlias_StoppedInTheMiddleOfAShift_RestoresAndFencesOffWhatStillRuns()
    {
        var ready = await _stage.ReadyAsync();
        Stopped("ShiftWeight", ready);
        await Restore.RestoreAlias(Event, Stage.Context);

        await Assert.ThrowsAsync<AliasChanged>(() => new ShiftWeightFunction(_stage.Writer).ShiftWeight(Stage.At(ready), Stage.Context));

        Assert.Equal((new AliasState("3"), "orders, live"), (State, _stage.Aliases.Description));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RestoreAlias_StoppedBetweenThePromotionAndTheEnd_GivesTheStableVersionBack(bool released)
    {
        var promoted = await new PromoteFunction(_stage.Writer).Promote(Stage.At(await _stage.ShiftedAsync()), Stage.Context);
        Stopped("Decide", released ? await new ReleaseFunction(_stage.Writer, _stage.Concurrency).Release(Stage.At(promoted), Stage.Context) : promoted);

        await Restore.RestoreAlias(Event, Stage.Context);

        Assert.Equal((new AliasState("3"), "orders, live"), (State, _stage.Aliases.Description));
    }

    [Fact]
    public async Task RestoreAlias_StoppedDuringTheBakeAfterThePromotion_GivesTheStableVersionBack()
    {
        var ready = await _stage.ReadyAsync(Stage.Input.Replace("}", """, "bakeAfterPromotionSeconds": 600 }""", StringComparison.Ordinal));
        var promoted = await new PromoteFunction(_stage.Writer).Promote(Stage.At(ready), Stage.Context);
        Assert.Equal(NextState.Bake, promoted.Decision.Next);
        Stopped("Bake", promoted);

        await Restore.RestoreAlias(Event, Stage.Context);

        Assert.Equal((new AliasState("3"), "orders, live"), (State, _stage.Aliases.Description));
    }

    [Fact]
    public async Task RestoreAlias_ANewerRolloutHoldsTheAlias_LeavesItAlone()
    {
        Stopped("Bake", await _stage.ShiftedAsync());
        _stage.Aliases.ChangeBehindItsBack(new("3", "4", 0.1), Hold.Of("arn:newer"));
        var writes = _stage.Aliases.Writes;

        var done = Assert.Single(await Restore.RestoreAlias(Event, Stage.Context));

        Assert.Equal(("arn:newer", writes), (done.HeldBy, _stage.Aliases.Writes));
    }

    [Theory]
    [InlineData("4")]
    [InlineData("2")]
    [InlineData("3")]
    public async Task RestoreAlias_LongAfterTheEnd_AVersionAloneIsSomebodyElsesChoice(string version)
    {
        var promoted = await new PromoteFunction(_stage.Writer).Promote(Stage.At(await _stage.ShiftedAsync()), Stage.Context);
        Stopped("Release", promoted);
        _stage.Aliases.ChangeBehindItsBack(new(version), "a later release");
        var writes = _stage.Aliases.Writes;

        await Restore.RestoreAlias(Tick, Stage.Context);

        Assert.Equal((new AliasState(version), writes), (State, _stage.Aliases.Writes));
    }

    [Fact]
    public async Task RestoreAlias_LongAfterTheEnd_AWeightWithoutTheMarkIsSomebodyElses()
    {
        Stopped("Bake", await _stage.ShiftedAsync());
        _stage.Aliases.ChangeBehindItsBack(new("3", "4", 0.1), "another tool's canary");
        var writes = _stage.Aliases.Writes;

        await Restore.RestoreAlias(Tick, Stage.Context);

        Assert.Equal((new AliasState("3", "4", 0.1), writes), (State, _stage.Aliases.Writes));
    }

    [Fact]
    public async Task RestoreAlias_ASweep_FindsWhatTheEventMissedAndLooksSixHoursBack()
    {
        Stopped("Bake", await _stage.ShiftedAsync());

        await Restore.RestoreAlias(Tick, Stage.Context);
        await Restore.RestoreAlias(Tick, Stage.Context);

        Assert.Equal((new AliasState("3"), Stage.Time.AddHours(-6)), (State, _executions.Since));
    }

    [Fact]
    public async Task RestoreAlias_OneOfASweepFails_TheOthersAreRestoredAndTheFaultIsTold()
    {
        _executions.Broken = "arn:broken";
        _executions.Known["arn:broken"] = null;
        Stopped("Bake", await _stage.ShiftedAsync());

        var faults = await Assert.ThrowsAsync<AggregateException>(() => Restore.RestoreAlias(Tick, Stage.Context));

        Assert.IsType<AccessDenied>(Assert.Single(faults.InnerExceptions));
        Assert.Equal(new AliasState("3"), State);
    }

    [Theory]
    [InlineData(Outcome.RolledBack)]
    [InlineData(Outcome.Refused)]
    [InlineData(Outcome.AliasChanged)]
    [InlineData(Outcome.Failed)]
    public async Task RestoreAlias_ARolloutThatSettledItsAlias_IsLeftAsItIs(Outcome outcome)
    {
        var shifted = await _stage.ShiftedAsync();
        Stopped("Failed", (await _stage.Rollback.RunAsync(shifted, (rollout, found) => RollingBack.Choose(rollout, found), Stage.Time))! with { Outcome = outcome });
        var writes = _stage.Aliases.Writes;

        Assert.Empty(await Restore.RestoreAlias(Event, Stage.Context));
        Assert.Equal(writes, _stage.Aliases.Writes);
    }

    [Fact]
    public async Task RestoreAlias_AHoldThatCameAfterTheRollback_IsTakenOff()
    {
        var plan = await _stage.PlanAsync();
        Stopped("Failed", (await _stage.Rollback.RunAsync(plan with { Error = new("States.Timeout", "") }, (rollout, found) => RollingBack.Choose(rollout, found), Stage.Time))!);
        await new HoldAliasFunction(_stage.Writer).HoldAlias(Stage.At(plan), Stage.Context);

        await Restore.RestoreAlias(Tick, Stage.Context);

        Assert.Equal((new AliasState("3"), "orders, live"), (State, _stage.Aliases.Description));
    }

    [Fact]
    public async Task RestoreAlias_StoppedBeforeThePlan_HasNothingToRestore()
    {
        _executions.Known[Stage.Execution] = new("ABORTED", "PlanRollout", null);

        Assert.Empty(await Restore.RestoreAlias(Event, Stage.Context));
    }

    [Fact]
    public async Task RestoreAlias_ItRunsAgain_IsLeftToItself()
    {
        await _stage.ShiftedAsync();
        _executions.Known[Stage.Execution] = null;

        Assert.Empty(await Restore.RestoreAlias(Event, Stage.Context));
        Assert.False(State!.IsSettled);
    }

    private void Stopped(string state, Rollout rollout) => _executions.Known[Stage.Execution] = new("ABORTED", state, rollout);
}
