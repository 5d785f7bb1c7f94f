using Canary.Aliases;
using Canary.Errors;
using Canary.Rollouts;
using Canary.States;

namespace Canary.Tests.Rollouts;

/// <summary>Whose an alias is, at the edges: what this rollout was about to write, what it never wrote, and an alias that it created.</summary>
public class OwnershipTests
{
    private static readonly Step[] Steps = [A.Step(10, 10), A.Step(50, 10), A.Step(100, 0)];

    private static readonly Rollout Shifted = A.Shifted(Steps);

    private static Rollout Promoted => Promote.Promoted(
        Shifted with { CurrentStep = 1, Decision = new(NextState.Promote, "") }, new(new("4", "3", 1), "revision-5", Hold.Of(A.Execution)), A.Time);

    private static Rollout Created => CreateAlias.Created(
        A.Ready(Steps) with { StableVersion = null, HeldAt = null }, new(new("4"), "revision-5", Hold.Of(A.Execution)), A.Time);

    private static Rollout Freed => FreeAlias.Released(Created, new(new("4"), "revision-6"), A.Time);

    [Fact]
    public void Choose_OwnMarkAtTheCandidateBeforeAnyPromotion_OnlyLetsGo() =>
        Assert.Equal(RollbackMove.LetGo, Rollback.Choose(Shifted, new(new("4"), "any", Hold.Of(A.Execution)), unbroken: true));

    [Fact]
    public void Choose_OwnMarkAtAStateOfOthersBeforeThereIsACandidate_OnlyLetsGo() =>
        Assert.Equal(RollbackMove.LetGo, Rollback.Choose(A.Held(Steps), new(new("3", "9", .1), "any", Hold.Of(A.Execution)), unbroken: true));

    [Fact]
    public void Choose_OwnMarkWhileLambdaShiftsBack_Restores() =>
        Assert.Equal(RollbackMove.Restore, Rollback.Choose(Promoted, new(new("3", "4", 1), "any", Hold.Of(A.Execution)), unbroken: false));

    [Theory]
    [InlineData(true, true, RollbackMove.Restore)]
    [InlineData(true, false, RollbackMove.LeaveToOthers)]
    [InlineData(false, true, RollbackMove.LeaveToOthers)]
    public void Choose_LambdasShiftUnderAnotherDescription_IsItsOwnOnlyIfItPromotedAndWasNeverStopped(bool promoted, bool unbroken, RollbackMove move) =>
        Assert.Equal(move, Rollback.Choose(promoted ? Promoted : Shifted, new(new("4", "3", 1), "any", "theirs"), unbroken));

    [Fact]
    public void Seen_ItsOwnRevision_ForgetsNothingOfTheOneBefore() =>
        Assert.Same(Shifted, Ownership.Seen(Shifted, new(new("3", "4", .1), "revision-3", Hold.Of(A.Execution))));

    [Fact]
    public void Seen_TheAliasIsGone_IsAliasChanged() =>
        Assert.Contains("it was deleted", Assert.Throws<AliasChanged>(() => Ownership.Seen(Shifted, null)).Message, StringComparison.Ordinal);

    [Fact]
    public void Promoted_LambdaShowsItsOwnShift_IsWaitedForEvenWhereThePlanKnowsOfNone() =>
        Assert.Equal(NextState.AwaitPromotion, Promoted.Decision.Next);

    [Fact]
    public void Promoted_ThePlanKnowsOfProvisionedConcurrency_IsWaitedForEvenWhereTheAliasIsSettled()
    {
        var promoted = Promote.Promoted(Shifted with { Provisioned = new(5, null) }, new(new("4"), "revision-5", Hold.Of(A.Execution)), A.Time);

        Assert.Equal(NextState.AwaitPromotion, promoted.Decision.Next);
    }

    [Fact]
    public void Choose_TheCreatedAliasIsGone_IsLeftToOthers()
    {
        Assert.Equal(RollbackMove.LeaveToOthers, Rollback.Choose(Created, null, unbroken: true));
        Assert.Equal(RollbackMove.Nothing, Rollback.Choose(A.Ready(Steps) with { StableVersion = null }, null, unbroken: true));
    }

    [Fact]
    public void Choose_AnotherRolloutHoldsTheCreatedAlias_IsLeftToIt() =>
        Assert.Equal(RollbackMove.LeaveToOthers, Rollback.Choose(Created, new(new("4"), "revision-5", Hold.Of(A.Other)), unbroken: true));

    [Theory]
    [InlineData("revision-6", "4", RollbackMove.Keep)]
    [InlineData("theirs", "4", RollbackMove.LeaveToOthers)]
    [InlineData("revision-6", "7", RollbackMove.LeaveToOthers)]
    public void Choose_TheCreatedAliasIsFree_IsItsOwnByItsRevisionAlone(string revision, string version, RollbackMove move) =>
        Assert.Equal(move, Rollback.Choose(Freed, new(new(version), revision), unbroken: true));

    [Fact]
    public void Choose_AnAliasThatItWasStillToCreate_IsNotItsOwnWithoutTheMark() => Assert.Equal(
        RollbackMove.LeaveToOthers,
        Rollback.Choose(A.Ready(Steps) with { StableVersion = null, HeldAt = null, AliasRevision = "r" }, new(new("4"), "r"), unbroken: true));
}
