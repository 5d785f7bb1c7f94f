using Canary.Aliases;
using Canary.Errors;
using Canary.Rollouts;
using Canary.States;
using Canary.Tests.Rollouts;

namespace Canary.Tests.States;

public class RollbackTests
{
    private static readonly Step[] Steps = [Given.Step(10, 10), Given.Step(50, 10), Given.Step(100, 0)];

    // Something comes after the promotion, so that it leaves the mark.
    private static readonly Step[] Watched = [.. Steps, Given.Step(100, 60) with { AfterPromotion = true }];

    public static TheoryData<string, Rollout, AliasState?, string?, RollbackMove> Found()
    {
        var shifted = Given.Shifted(Steps);
        var beforeSecond = CheckHealth.Checked(shifted, Given.Healthy, Given.Time.AddSeconds(10));
        var second =
            ShiftWeight.Shifted(
                beforeSecond, Given.Written(ShiftWeight.Wanted(beforeSecond), "revision-4"), Given.Time.AddSeconds(10));
        var beforeLast = shifted.Note(own => own with { CurrentStep = 1, Next = NextState.Promote });
        var beforePromote = Given.Shifted(Watched).Note(own => own with { CurrentStep = 1, Next = NextState.Promote });
        var promoted =
            Promote.Promoted(
                beforePromote, Given.Written(Promote.Wanted(beforePromote), "revision-5"), Given.Time.AddSeconds(20));
        var released = FreeAlias.Freed(promoted, new(new("4"), "any"), Given.Time.AddSeconds(20));
        const string mine = Given.Execution;
        return new()
        {
            { "never held", Given.Planned(Steps), new("3"), null, RollbackMove.Nothing },
            { "never held, changed by others", Given.Planned(Steps), new("2"), null, RollbackMove.LeaveToOthers },
            { "never held, held by another rollout", Given.Planned(Steps), new(
                "3", "4", 0.1), Given.Other, RollbackMove.LeaveToOthers },
            { "the hold's answer was lost", Given.Planned(Steps), new("3"), mine, RollbackMove.Restore },
            { "held, never shifted", Given.Ready(Steps), new("3"), mine, RollbackMove.Restore },
            { "as this rollout left it", shifted, new("3", "4", 0.1), mine, RollbackMove.Restore },
            { "given back already", shifted, new("3"), null, RollbackMove.Nothing },
            { "a read that lags by a step", second, new("3", "4", 0.1), mine, RollbackMove.Restore },
            { "its weight, but another description", shifted, new("3", "4", 0.1), null, RollbackMove.Restore },
            { "weight set by others, the mark left", shifted, new("3", "4", 0.2), mine, RollbackMove.LetGo },
            { "weight set by others", shifted, new("3", "4", 0.2), null, RollbackMove.LeaveToOthers },
            { "a weight of the plan that is not its turn", shifted, new("3", "4", 0.5), mine, RollbackMove.LetGo },
            { "another candidate", shifted, new("3", "5", 0.1), null, RollbackMove.LeaveToOthers },
            { "another version", shifted, new("5"), null, RollbackMove.LeaveToOthers },
            { "another rollout's, in the very same state", shifted, new("3", "4", 0.1), Given.Other, RollbackMove.LeaveToOthers },
            { "promoted by others during a bake", shifted, new("4"), null, RollbackMove.LeaveToOthers },
            { "promoted by others before its own promotion", beforePromote, new("4"), null, RollbackMove.LeaveToOthers },
            { "deleted", shifted, null, null, RollbackMove.LeaveToOthers },
            { "the next shift's answer was lost", beforeSecond, new("3", "4", 0.5), mine, RollbackMove.Restore },
            { "the next shift never happened", beforeSecond, new("3", "4", 0.1), mine, RollbackMove.Restore },
            { "the promotion's answer was lost", beforePromote, new("4"), mine, RollbackMove.Restore },
            { "promoted by others, the mark left, where the promotion takes it off", beforeLast, new(
                "4"), mine, RollbackMove.LetGo },
            { "promoted by others before the promotion that ends it", beforeLast, new("4"), null, RollbackMove.LeaveToOthers },
            { "promoted", promoted, new("4"), mine, RollbackMove.Restore },
            { "the release's answer was lost", promoted, new("4"), null, RollbackMove.Restore },
            { "released", released, new("4"), null, RollbackMove.Restore },
            { "the next shift's answer was lost, and its mark written over", beforeSecond, new(
                "3", "4", 0.5), null, RollbackMove.Restore },
            { "its weight, under words that name no execution", shifted, new("3", "4", 0.1), "nobody", RollbackMove.Restore },
        };
    }

    [Theory]
    [MemberData(nameof(Found))]
    public void Choose_WhatWasFound_TouchesOnlyItsOwn(
        string what, Rollout rollout, AliasState? found, string? holder, RollbackMove move)
    {
        Assert.NotEmpty(what);
        Assert.Equal(move, Rollback.Choose(
            rollout, found is null ? null : new(found, "any", holder is null ? "theirs" : Hold.Of(holder)), true));
    }

    public static TheoryData<string, Rollout, AliasState, string, RollbackMove> FoundAfterABreak()
    {
        var shifted = Given.Shifted(Steps);
        var promoted = Promote.Promoted(
            Given.Shifted(Watched).Note(own => own with { CurrentStep = 1 }),
            Given.Written(new(new("4"), ""), "revision-5"),
            Given.Time.AddSeconds(20));
        var released = FreeAlias.Freed(promoted, new(new("4"), "revision-6"), Given.Time.AddSeconds(20));
        return new()
        {
            { "promoted, and another rollout promoted the same since", promoted, new("4"), "theirs", RollbackMove.LeaveToOthers },
            { "released, and another rollout promoted the same since", released, new("4"), "theirs", RollbackMove.LeaveToOthers },
            { "released, and nothing has happened since", released, new("4"), "revision-6", RollbackMove.Restore },
            { "the very same weight, set by hand", shifted, new("3", "4", 0.1), "theirs", RollbackMove.LeaveToOthers },
            { "given back", shifted, new("3"), "theirs", RollbackMove.Nothing },
        };
    }

    [Theory]
    [MemberData(nameof(FoundAfterABreak))]
    public void Choose_AfterABreakAndWithoutTheMark_OnlyItsOwnRevisionIsItsOwn(
        string what, Rollout rollout, AliasState found, string revision, RollbackMove move)
    {
        Assert.NotEmpty(what);
        Assert.Equal(move, Rollback.Choose(rollout, new(found, revision, "orders, live"), unbroken: false));
    }

    // What it was before, and whether the rollout knows that it has promoted.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Choose_TheLastChangesAnswerWasLost_IsPromoted(bool watched)
    {
        var rollout = (watched ? Given.Shifted(Watched) : Given.Shifted(Steps))
            .Note(own => own with { CurrentStep = 1, Next = NextState.Promote });
        if (watched)
        {
            var promoted = Promote.Promoted(rollout, Given.Written(Promote.Wanted(rollout), "revision-5"), Given.Time);
            rollout = promoted.Note(own => own with { Next = NextState.FreeAlias });
        }
        var found = new Alias(new("4"), "revision-9", "orders, live");
        rollout = rollout with { Error = new("CallFailed", "no answer") };

        var ended = Rollback.RolledBack(rollout, Rollback.Choose(rollout, found, unbroken: true), found, Given.Time);

        Assert.Equal(RollbackMove.Finish, Rollback.Choose(rollout, found, unbroken: false, isOver: true));
        // Another rollout may have made the very same change between the two runs.
        Assert.Equal(RollbackMove.LeaveToOthers, Rollback.Choose(rollout, found, unbroken: false));
        Assert.Null(Rollback.Wanted(rollout, RollbackMove.Finish, found));
        Assert.Equal((Outcome.Promoted, NextState.Succeeded, null), (ended.Outcome, ended.Decision.Next, ended.Error));
        Assert.Equal(
            $"The state {(watched ? "FreeAlias" : "Promote")} failed after it had made the rollout's last change: "
            + "CallFailed: no answer",
            ended.Warnings![^1]);
        var other = found with { Description = "theirs" };
        Assert.NotEqual(RollbackMove.Finish, Rollback.Choose(rollout, other, unbroken: true));
        Assert.NotEqual(RollbackMove.Finish, Rollback.Choose(rollout, found with { State = new("4", "3", 0.1) }, unbroken: true));
        Assert.NotEqual(RollbackMove.Finish, Rollback.Choose(
            rollout.Note(own => own with { Next = NextState.Rollback }), found, unbroken: true));
    }

    [Fact]
    public void AliasChanged_OnlyTheDescriptionDiffers_SaysThat()
    {
        var fault = Ownership.Conflict(Given.Shifted(Steps), new("3", "4", 0.1), new(new("3", "4", 0.1), "r", "their words"));

        Assert.Contains(
            "it is at version 3, and 10 % to version 4, as this rollout wanted, but its description is \"their words\"",
            fault.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Seen_OwnMarkAndTheSameTraffic_TakesTheNewRevision()
    {
        var shifted = Given.Shifted(Steps);

        var seen = Ownership.Seen(shifted, new(new("3", "4", 0.1), "revision-9", Hold.Of(Given.Execution)));

        Assert.Equal(("revision-9", "revision-3"), (seen.Internal.Alias.Revision, seen.Internal.Alias.PreviousRevision));
        Assert.Equal(shifted, Ownership.Seen(shifted, new(new("3", "4", 0.1), "revision-2", Hold.Of(Given.Execution))));
        Assert.Throws<AliasChanged>(() => Ownership.Seen(shifted, new(new("3", "4", 0.1), "revision-9", "theirs")));
        Assert.Throws<AliasChanged>(
            () => Ownership.Seen(shifted, new(new("3", "4", 0.2), "revision-9", Hold.Of(Given.Execution))));
        Assert.Throws<RolloutInProgress>(
            () => Ownership.Seen(shifted, new(new("3", "4", 0.1), "revision-9", Hold.Of(Given.Other))));
    }

    [Fact]
    public void RolledBack_TheStableVersionIsGone_SaysWhereTheAliasStays()
    {
        var bad = Given.Shifted(Steps).Decide(new(NextState.Rollback, "alarm errors is in ALARM"));

        var ended = Rollback.RolledBack(bad, RollbackMove.Keep, new(new("4"), "revision-9"), Given.Time.AddSeconds(5));

        Assert.Equal(Outcome.Failed, ended.Outcome);
        Assert.Contains(
            "Failed, and left orders:live at version 4, for version 3, which it should go back to, does not exist any more: ",
            ended.Reason,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Choose_ItReadsAsBeforeTheHold_IsTriedAgain() =>
        Assert.Throws<StaleAlias>(() => Rollback.Choose(Given.Shifted(Steps), Given.World.Alias, true));

    [Theory]
    [InlineData(Given.Execution, RollbackMove.Restore, "3", "before")]
    [InlineData(Given.Execution, RollbackMove.LetGo, "9", "before")]
    [InlineData(null, RollbackMove.Restore, "3", null)]
    public void Wanted_OfAMove_GivesBackTheDescriptionWhereTheMarkIs(
        string? holder, RollbackMove move, string version, string? description)
    {
        var rollout = Given.Shifted(Steps).Note(own => own with { Alias = own.Alias with { DescriptionBefore = "before" } });

        var write = Rollback.Wanted(rollout, move, new(new("9"), "any", holder is null ? "theirs" : Hold.Of(holder)));

        Assert.Equal(new AliasWrite(new(version), description), write);
    }

    [Theory]
    [InlineData(null, RollbackMove.Restore, Outcome.RolledBack)]
    [InlineData("States.Timeout", RollbackMove.Restore, Outcome.Failed)]
    [InlineData("States.Timeout", RollbackMove.Nothing, Outcome.Failed)]
    [InlineData("AliasChanged", RollbackMove.Nothing, Outcome.AliasChanged)]
    [InlineData("AliasChanged", RollbackMove.Restore, Outcome.AliasChanged)]
    [InlineData("States.Timeout", RollbackMove.LetGo, Outcome.AliasChanged)]
    [InlineData("RolloutInProgress", RollbackMove.LeaveToOthers, Outcome.RolloutInProgress)]
    [InlineData("AliasChanged", RollbackMove.LeaveToOthers, Outcome.AliasChanged)]
    [InlineData(null, RollbackMove.LeaveToOthers, Outcome.AliasChanged)]
    public void RolledBack_ErrorAndMove_TellFailedFromRolledBack(string? error, RollbackMove move, Outcome outcome)
    {
        var rollout = Given.Shifted(Steps) with { Error = error is null ? null : new(error, "why") };

        var ended = Rollback.RolledBack(rollout, move, new(new("3"), "revision-9"), Given.Time.AddSeconds(5));

        Assert.Equal((outcome, NextState.Failed), (ended.Outcome, ended.Decision.Next));
        Assert.Equal("Rollback", ended.Story[^1].State);
        Assert.Equal(Given.Time.AddSeconds(5), ended.Steps[0].EndedAt);
    }
}
