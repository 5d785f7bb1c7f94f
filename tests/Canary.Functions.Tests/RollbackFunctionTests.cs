using Canary.Aliases;
using Canary.Errors;
using Canary.Functions.Tests.Fakes;
using Canary.Rollouts;

namespace Canary.Functions.Tests;

public class RollbackFunctionTests
{
    private readonly Stage _stage = new();

    private RollbackFunction Rollback => new(_stage.Rollback, _stage.Teller, _stage.Waits);

    [Fact]
    public async Task Rollback_AsTheRolloutLeftIt_GivesTheStableVersionEverythingInOneWrite()
    {
        var rollout = await Rollback.Rollback(Stage.At(await _stage.ShiftedAsync(), 20), Stage.Context);

        Assert.Equal(Outcome.RolledBack, rollout.Outcome);
        Assert.Equal(
            (new AliasState("3"), "orders, live", 3),
            (_stage.Aliases.State, _stage.Aliases.Description, _stage.Aliases.Writes));
    }

    /// <summary>AWS takes 15 such calls a second: a thousand rollbacks at once must not need two each.</summary>
    [Fact]
    public async Task Rollback_AsTheRolloutLeftIt_IsOneCall()
    {
        var shifted = await _stage.ShiftedAsync();
        var before = _stage.Aliases.Calls;

        await Rollback.Rollback(Stage.At(shifted, 20), Stage.Context);

        Assert.Equal((1, new AliasState("3")), (_stage.Aliases.Calls - before, _stage.Aliases.State));
    }

    /// <summary>Where a quota is used up two calls in a row never pass: a whole retry would make the first for nothing.</summary>
    [Fact]
    public async Task Rollback_ThrottledAfterItsFirstCall_WaitsSinceThatWouldBeLost()
    {
        var ready = await _stage.ReadyAsync();
        await new ShiftWeightFunction(_stage.Writer, _stage.Alarms, _stage.Teller).ShiftWeight(Stage.At(ready), Stage.Context);
        _stage.Aliases.ThrottleAfter(1, times: 5);

        await Rollback.Rollback(Stage.At(ready with { Error = new("States.Timeout", "") }, 20), Stage.Context);

        Assert.Equal((new AliasState("3"), 0), (_stage.Aliases.State, _stage.Aliases.Throttles));
        Assert.InRange(_stage.Waits.Waited, TimeSpan.FromSeconds(2.5), TimeSpan.FromSeconds(7.5));
    }

    [Fact]
    public async Task Rollback_Throttled_LeavesTheWaitToTheStatesRetry()
    {
        var shifted = await _stage.ShiftedAsync();
        _stage.Aliases.Throttles = 1;

        await Assert.ThrowsAsync<Throttled>(() => Rollback.Rollback(Stage.At(shifted, 20), Stage.Context));

        Assert.Equal((0, TimeSpan.Zero), (_stage.Aliases.Throttles, _stage.Waits.Waited));
    }

    [Fact]
    public async Task Rollback_AnErrorWasCaught_IsFailedAndSaysWhy()
    {
        var shifted = await _stage.ShiftedAsync() with
        {
            Error = new("Runtime.ExitError", """{"errorType":"Runtime.ExitError","errorMessage":"exit status 1"}"""),
        };

        var rollout = await Rollback.Rollback(Stage.At(shifted, 20), Stage.Context);

        Assert.Equal(Outcome.Failed, rollout.Outcome);
        Assert.Equal(
            "Failed, and rolled back orders:live to version 3 (version 4 given up): step 1 of 2 at 10 %: "
            + "Runtime.ExitError: exit status 1",
            rollout.Reason);
    }

    [Fact]
    public async Task Rollback_RunTwice_ChangesNothingMore()
    {
        var shifted = Stage.At(await _stage.ShiftedAsync(), 20);
        await Rollback.Rollback(shifted, Stage.Context);

        var again = await Rollback.Rollback(shifted, Stage.Context);

        Assert.Equal(
            (Outcome.RolledBack, new AliasState("3"), "orders, live"),
            (again.Outcome, _stage.Aliases.State, _stage.Aliases.Description));
    }

    [Fact]
    public async Task Rollback_SomebodyElseChangedTheAlias_LeavesIt()
    {
        var shifted = await _stage.ShiftedAsync();
        _stage.Aliases.ChangeBehindItsBack(new("2"));

        var rollout = await Rollback.Rollback(Stage.At(shifted, 20), Stage.Context);

        Assert.Equal(Outcome.AliasChanged, rollout.Outcome);
        Assert.Equal((new AliasState("2"), "orders, live"), (_stage.Aliases.State, _stage.Aliases.Description));
    }

    [Fact]
    public async Task Rollback_SomebodyElseWroteADescription_TakesOnlyItsWeightBack()
    {
        var shifted = await _stage.ShiftedAsync();
        _stage.Aliases.ChangeBehindItsBack(_stage.Aliases.State, "theirs");

        await Rollback.Rollback(Stage.At(shifted, 20), Stage.Context);

        Assert.Equal((new AliasState("3"), "theirs"), (_stage.Aliases.State, _stage.Aliases.Description));
    }

    [Fact]
    public async Task Rollback_AnotherRolloutHoldsTheAlias_LeavesItAndSaysWhose()
    {
        var plan = await _stage.PlanAsync();
        _stage.Aliases.ChangeBehindItsBack(new("3", "9", 0.5), Hold.Of(Stage.Other));

        var rollout = await Rollback.Rollback(Stage.At(plan with { Error = new("RolloutInProgress", "") }), Stage.Context);

        Assert.Equal((Outcome.RolloutInProgress, Stage.Other, 0), (rollout.Outcome, rollout.HeldBy, _stage.Aliases.Writes));
    }

    [Fact]
    public async Task Rollback_TheReadLagsBehind_DoesNotTakeOldForDone()
    {
        var plan = await _stage.PlanAsync();
        var old = new Alias(new("3"), _stage.Aliases.Revision, "orders, live");
        var ready = await _stage.ReadyAsync();
        await _stage.Shifting.ShiftWeight(Stage.At(ready), Stage.Context);
        _stage.Aliases.ReadsLag = true;

        // The answer to the shift was lost, so that the alias is at a revision that cannot be read yet.
        await Assert.ThrowsAsync<StaleAlias>(() => Rollback.Rollback(Stage.At(ready, 20), Stage.Context));
        Assert.Equal(plan.Internal.Alias.Revision, old.RevisionId);
        Assert.Throws<StaleAlias>(() => States.Rollback.Choose(ready, old, unbroken: true));
    }

    [Fact]
    public async Task Rollback_TheShiftsAnswerWasLostForGood_IsStillItsOwn()
    {
        var ready = await _stage.ReadyAsync();
        await _stage.Shifting.ShiftWeight(Stage.At(ready), Stage.Context);

        var rollout = await Rollback.Rollback(Stage.At(ready with { Error = new("States.Timeout", "") }, 20), Stage.Context);

        Assert.Equal((Outcome.Failed, new AliasState("3")), (rollout.Outcome, _stage.Aliases.State));
    }

    [Theory]
    [InlineData(0, "3")]
    [InlineData(1, "4")]
    public async Task Rollback_TheReleaseIsNotKnownToHaveHappened_IsItsOwnOnlyInTheFirstRun(int redrives, string version)
    {
        var watched = Stage.Input.Replace("}", """, "bakeAfterPromotionSeconds": 60 }""", StringComparison.Ordinal);
        var shifted = await _stage.ShiftedAsync(watched);
        var promoted = await _stage.Promoting.Promote(Stage.At(shifted), Stage.Context);
        _stage.Aliases.ChangeBehindItsBack(new("4"), "orders, live");

        await Rollback.Rollback(
            Stage.At(promoted with { Error = new("States.Timeout", "") }, 20) with { Redrives = redrives }, Stage.Context);

        Assert.Equal((new AliasState(version), "orders, live"), (_stage.Aliases.State, _stage.Aliases.Description));
    }

    [Fact]
    public async Task Rollback_TheStableVersionWasDeletedAfterThePromotion_LetsGoWhereItIsAndSaysSo()
    {
        var promoted = await _stage.Promoting.Promote(Stage.At(await _stage.ShiftedAsync()), Stage.Context);
        _stage.Aliases.Deleted.Add("3");

        var rollout = await Rollback.Rollback(Stage.At(promoted, 20), Stage.Context);

        Assert.Equal(
            (Outcome.Failed, new AliasState("4"), "orders, live"),
            (rollout.Outcome, _stage.Aliases.State, _stage.Aliases.Description));
        Assert.Contains(
            "Failed, and left orders:live at version 4, for version 3, which it should go back to, does not exist any more: ",
            rollout.Reason,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nobody", null, "3")]
    [InlineData(Stage.Other, null, "3")]
    [InlineData(Stage.Other, "SUCCEEDED", "3")]
    [InlineData(Stage.Other, "elsewhere", "3")]
    [InlineData(Stage.Other, "RUNNING", null)]
    [InlineData(Stage.Other, "denied", null)]
    public async Task Rollback_AnotherMarkOverItsWeight_TakesTheWeightBackUnlessThatRolloutRuns(
        string holder, string? status, string? version)
    {
        var shifted = await _stage.ShiftedAsync();
        _stage.Aliases.ChangeBehindItsBack(_stage.Aliases.State, Hold.Of(holder));
        if (status is not null) _stage.Executions.Statuses[holder] = status;

        await Rollback.Rollback(Stage.At(shifted, 20), Stage.Context);

        Assert.Equal(
            (version is null ? new("3", "4", 0.1) : new AliasState(version), Hold.Of(holder)),
            (_stage.Aliases.State, _stage.Aliases.Description));
    }
}
