using Canary.Aliases;
using Canary.Errors;
using Canary.Executions;
using Canary.Functions.Tests.Fakes;
using Canary.Rollouts;
using Canary.States;

namespace Canary.Functions.Tests;

public class RestoreAliasFunctionTests
{
    private static readonly RestoreAliasInput Event = new(Stage.Time, new(Stage.Execution));
    private static readonly RestoreAliasInput Tick = new(Stage.Time, new(null));

    private readonly Stage _stage = new();
    private FakeExecutions Executions => _stage.Executions;

    private RestoreAliasFunction Restore => _stage.Restore();

    private AliasState? State => _stage.Aliases.State;

    [Fact]
    public async Task RestoreAlias_StoppedDuringABake_GivesTheStableVersionBack()
    {
        Stopped("Bake", await _stage.ShiftedAsync());

        var done = Assert.Single(await Restore.RestoreAlias(Event, Stage.Context));

        Assert.Equal((new AliasState("3"), "orders, live"), (State, _stage.Aliases.Description));
        Assert.Equal(
            "Stopped, and rolled back orders:live to version 3 (version 4 given up): step 1 of 2 at 10 %: "
            + "the execution ended in the state Bake.",
            done.Reason);
    }

    // stop-execution takes any word as its error, and EventBridge's event repeats it.
    [Theory]
    [InlineData("ABORTED")]
    [InlineData("TIMED_OUT")]
    [InlineData(null)]
    public async Task RestoreAlias_StoppedWithTheErrorOfARefusal_GivesTheStableVersionBack(string? status)
    {
        Stopped("Bake", await _stage.ShiftedAsync());

        await Restore.RestoreAlias(Event with { Detail = new(Stage.Execution, "Refused", 0, status) }, Stage.Context);

        Assert.Equal(new AliasState("3"), State);
    }

    [Fact]
    public async Task RestoreAlias_StoppedInTheMiddleOfAShift_RestoresAndFencesOffWhatStillRuns()
    {
        var ready = await _stage.ReadyAsync();
        Stopped("ShiftWeight", ready);
        await Restore.RestoreAlias(Event, Stage.Context);

        await Assert.ThrowsAsync<AliasChanged>(
            () => _stage.Shifting.ShiftWeight(Stage.At(ready), Stage.Context));

        Assert.Equal((new AliasState("3"), "orders, live"), (State, _stage.Aliases.Description));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RestoreAlias_StoppedBetweenThePromotionAndTheEnd_GivesTheStableVersionBack(bool released)
    {
        var promoted = await _stage.Promoting.Promote(Stage.At(await _stage.ShiftedAsync()), Stage.Context);
        Stopped("Decide", released ? await new FreeAliasFunction(_stage.Aliases, _stage.Writer, _stage.Concurrency, _stage.Teller)
            .FreeAlias(Stage.At(promoted), Stage.Context) : promoted);

        await Restore.RestoreAlias(Event, Stage.Context);

        Assert.Equal((new AliasState("3"), "orders, live"), (State, _stage.Aliases.Description));
    }

    [Fact]
    public async Task RestoreAlias_StoppedDuringTheBakeAfterThePromotion_GivesTheStableVersionBack()
    {
        var ready = await _stage.ReadyAsync(
            Stage.Input.Replace("}", """, "bakeAfterPromotionSeconds": 600 }""", StringComparison.Ordinal));
        var promoted = await _stage.Promoting.Promote(Stage.At(ready), Stage.Context);
        Assert.Equal(NextState.Bake, promoted.Decision.Next);
        Stopped("Bake", promoted);

        await Restore.RestoreAlias(Event, Stage.Context);

        Assert.Equal((new AliasState("3"), "orders, live"), (State, _stage.Aliases.Description));
    }

    [Fact]
    public async Task RestoreAlias_ANewerRolloutHoldsTheAlias_LeavesItAlone()
    {
        Stopped("Bake", await _stage.ShiftedAsync());
        _stage.Aliases.ChangeBehindItsBack(new("3", "4", 0.1), Hold.Of(Stage.Other));
        Executions.Statuses[Stage.Other] = "RUNNING";
        var writes = _stage.Aliases.Writes;

        var done = Assert.Single(await Restore.RestoreAlias(Event, Stage.Context));

        Assert.Equal((Stage.Other, writes), (done.HeldBy, _stage.Aliases.Writes));
    }

    [Theory]
    [InlineData("4")]
    [InlineData("2")]
    [InlineData("3")]
    public async Task RestoreAlias_LongAfterTheEnd_AVersionAloneIsSomebodyElsesChoice(string version)
    {
        var promoted = await _stage.Promoting.Promote(Stage.At(await _stage.ShiftedAsync()), Stage.Context);
        Stopped("FreeAlias", promoted);
        _stage.Aliases.ChangeBehindItsBack(new(version), "a later release");
        var writes = _stage.Aliases.Writes;

        await Restore.RestoreAlias(Tick, Stage.Context);

        Assert.Equal((new AliasState(version), writes), (State, _stage.Aliases.Writes));
    }

    [Theory]
    [InlineData("theirs")]
    [InlineData("Held by Canary rollout nobody")]
    [InlineData("Held by Canary rollout " + Stage.Other)]
    public async Task RestoreAlias_ItsWeightWithoutItsMark_StaysAndIsToldAtEverySweep(string description)
    {
        Stopped("Bake", await _stage.ShiftedAsync());
        _stage.Aliases.ChangeBehindItsBack(new("3", "4", 0.1), description);
        var writes = _stage.Aliases.Writes;

        var told = await Assert.ThrowsAsync<WeightLeftBehind>(() => Restore.RestoreAlias(Event, Stage.Context));
        for (var sweep = 0; sweep < 2; sweep++)
        {
            var faults = await Assert.ThrowsAsync<AggregateException>(() => Restore.RestoreAlias(Tick, Stage.Context));
            Assert.IsType<WeightLeftBehind>(Assert.Single(faults.InnerExceptions));
        }

        Assert.Contains(
            "LOOK AT THE ALIAS live of orders: it is at version 3, and 10 % to version 4, without any rollout's mark.",
            told.Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "aws lambda update-alias --function-name orders --name live --function-version 3 --routing-config '{}'",
            told.Message,
            StringComparison.Ordinal);
        Assert.Equal((new AliasState("3", "4", 0.1), writes), (State, _stage.Aliases.Writes));
    }

    [Fact]
    public async Task RestoreAlias_AnotherWeightWithoutAMark_IsSomebodyElses()
    {
        Stopped("Bake", await _stage.ShiftedAsync());
        _stage.Aliases.ChangeBehindItsBack(new("3", "4", 0.2), "another tool's canary");

        Assert.Equal(Outcome.AliasChanged, Assert.Single(await Restore.RestoreAlias(Event, Stage.Context)).Outcome);
        Assert.Equal(new AliasState("3", "4", 0.2), State);
    }

    [Fact]
    public async Task RestoreAlias_TheStableVersionWasDeleted_LetsGoAndIsDone()
    {
        Stopped("Bake", await _stage.Promoting.Promote(Stage.At(await _stage.ShiftedAsync()), Stage.Context));
        _stage.Aliases.Deleted.Add("3");

        var done = Assert.Single(await Restore.RestoreAlias(Event, Stage.Context));

        Assert.Equal((new AliasState("4"), "orders, live"), (State, _stage.Aliases.Description));
        Assert.Contains(
            "version 3, which it should go back to, does not exist any more: ", done.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Outcome.RolledBack)]
    [InlineData(Outcome.Refused)]
    [InlineData(Outcome.AliasChanged)]
    [InlineData(Outcome.Failed)]
    public async Task RestoreAlias_ARolloutThatSettledItsAlias_IsLeftAsItIs(Outcome outcome)
    {
        var shifted = await _stage.ShiftedAsync();
        Stopped("Failed", (await _stage.Rollback.RunAsync(
            shifted, (rollout, found) => Rollback.Choose(rollout, found, true), Stage.Time, _stage.Patience))!.Rollout with
        { Outcome = outcome });
        var writes = _stage.Aliases.Writes;

        Assert.Empty(await Restore.RestoreAlias(Event, Stage.Context));
        Assert.Equal(writes, _stage.Aliases.Writes);
    }

    [Fact]
    public async Task RestoreAlias_AHoldThatCameAfterTheRollback_IsTakenOff()
    {
        var plan = await _stage.PlanAsync();
        Stopped("Failed", (await _stage.Rollback.RunAsync(
            plan with { Error = new("States.Timeout", "") },
            (rollout, found) => Rollback.Choose(rollout, found, true),
            Stage.Time,
            _stage.Patience))!.Rollout);
        await new HoldAliasFunction(_stage.Writer).HoldAlias(Stage.At(plan), Stage.Context);

        await Restore.RestoreAlias(Tick, Stage.Context);

        Assert.Equal((new AliasState("3"), "orders, live"), (State, _stage.Aliases.Description));
    }

    [Fact]
    public async Task RestoreAlias_StoppedBeforeThePlan_HasNothingToRestore()
    {
        Executions.Known[Stage.Execution] = new("ABORTED", "PlanRollout", null);

        Assert.Empty(await Restore.RestoreAlias(Event, Stage.Context));
    }

    [Fact]
    public async Task RestoreAlias_ItRunsAgain_IsLeftToItself()
    {
        await _stage.ShiftedAsync();
        Executions.Known[Stage.Execution] = null;

        Assert.Empty(await Restore.RestoreAlias(Event, Stage.Context));
        Assert.False(State!.IsSettled);
    }

    private void Stopped(string state, Rollout rollout) => Executions.Known[Stage.Execution] = new("ABORTED", state, rollout);
}
