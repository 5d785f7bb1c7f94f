using Canary.Aliases;
using Canary.Errors;
using Canary.Rollouts;
using Canary.States;
using Canary.Tests.Rollouts;

namespace Canary.Tests.States;

/// <summary>
/// Whose an alias is, at the edges: what this rollout was about to write, what it never wrote, and an alias that it created.
/// </summary>
public class OwnershipTests
{
    private static readonly Step[] Steps = [Given.Step(10, 10), Given.Step(50, 10), Given.Step(100, 0)];

    private static readonly Rollout Shifted = Given.Shifted(Steps);

    private static Rollout Promoted => Promote.Promoted(
        Shifted.Note(own => own with { CurrentStep = 1, Next = NextState.Promote }),
        new(new("4", "3", 1), "revision-5", Hold.Of(Given.Execution)),
        Given.Time);

    [Fact]
    public void Choose_OwnMarkAtTheCandidateBeforeAnyPromotion_OnlyLetsGo() =>
        Assert.Equal(
            RollbackMove.LetGo,
            Rollback.Choose(Shifted, new(new("4"), "any", Hold.Of(Given.Execution)), unbroken: true));

    [Fact]
    public void Choose_OwnMarkAtAStateOfOthersBeforeThereIsACandidate_OnlyLetsGo() =>
        Assert.Equal(
            RollbackMove.LetGo,
            Rollback.Choose(Given.Held(Steps), new(new("3", "9", .1), "any", Hold.Of(Given.Execution)), unbroken: true));

    [Fact]
    public void Choose_OwnMarkWhileLambdaShiftsBack_Restores() =>
        Assert.Equal(
            RollbackMove.Restore,
            Rollback.Choose(Promoted, new(new("3", "4", 1), "any", Hold.Of(Given.Execution)), unbroken: false));

    [Theory]
    [InlineData(true, true, RollbackMove.Restore)]
    [InlineData(true, false, RollbackMove.LeaveToOthers)]
    [InlineData(false, true, RollbackMove.LeaveToOthers)]
    public void Choose_LambdasShiftUnderAnotherDescription_IsItsOwnOnlyIfItPromotedAndWasNeverStopped(
        bool promoted, bool unbroken, RollbackMove move) =>
        Assert.Equal(move, Rollback.Choose(promoted ? Promoted : Shifted, new(new("4", "3", 1), "any", "theirs"), unbroken));

    // Another rollout may have found that version in order since.
    [Theory]
    [InlineData("AliasChanged", RollbackMove.LeaveToOthers)]
    [InlineData("RolloutInProgress", RollbackMove.LeaveToOthers)]
    [InlineData("States.Timeout", RollbackMove.Restore)]
    [InlineData(null, RollbackMove.Restore)]
    public void Choose_ItsPromotionUnderAnotherDescription_IsLeftByOneThatOnlyGivesWay(string? error, RollbackMove move) =>
        Assert.Equal(move, Rollback.Choose(
            Promoted with { Error = error is null ? null : new(error, "why") }, new(new("4"), "any", "theirs"), unbroken: true));

    // Half of the traffic can be nobody's wish.
    [Fact]
    public void Choose_ItsWeightUnderAnotherDescription_IsTakenBackByOneThatGivesWay() =>
        Assert.Equal(RollbackMove.Restore, Rollback.Choose(
            Shifted with { Error = new("AliasChanged", "why") }, new(new("3", "4", .1), "any", "theirs"), unbroken: true));

    [Fact]
    public void Seen_ItsOwnRevision_ForgetsNothingOfTheOneBefore() =>
        Assert.Same(Shifted, Ownership.Seen(Shifted, new(new("3", "4", .1), "revision-3", Hold.Of(Given.Execution))));

    [Fact]
    public void Seen_TheAliasIsGone_IsAliasChanged() =>
        Assert.Contains(
            "it was deleted", Assert.Throws<AliasChanged>(() => Ownership.Seen(Shifted, null)).Message, StringComparison.Ordinal);
}
