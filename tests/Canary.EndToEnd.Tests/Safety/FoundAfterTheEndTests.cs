using Canary.EndToEnd.Tests.Safety.Plays;
using Canary.EndToEnd.Tests.Safety.Worlds;
using Canary.Local.Faults;
using Canary.Local.Wire;
using Outcome = Canary.Rollouts.Outcome;

namespace Canary.EndToEnd.Tests.Safety;

/// <summary>What a rollout that had ended did to what came after it. Each as a script.</summary>
public class FoundAfterTheEndTests
{
    private const int NineHours = 32_400;

    private static readonly Script Watched =
        new() { Steps = [], BakeAfterPromotion = 25, Analysis = AnalysisWord.Off, Interval = 5 };
    private static readonly Act Stopped = new(Moment.AtSecond(7), Deed.Stop);

    [Theory]
    [InlineData(Deed.Redrive, 100)]
    [InlineData(Deed.Redrive, NineHours)]
    [InlineData(Deed.EventAgain, 100)]
    [InlineData(Deed.EventAgain, NineHours)]
    internal Task AfterAnotherRolloutsPromotionOfTheSameVersion_LeavesIt(Deed stirs, int seconds) =>
        Found.HoldsAsync(Watched with
        {
            Acts = [Stopped, new(Moment.AtSecond(30), Deed.StartAgain), new(Moment.AtSecond(30 + seconds), stirs)],
        });

    [Theory]
    [InlineData(Deed.Redrive)]
    [InlineData(Deed.EventAgain)]
    internal Task AfterAnotherRolloutsPromotionOfAnotherVersion_LeavesIt(Deed stirs) =>
        Found.HoldsAsync(
            Watched with { Acts = [Stopped, new(Moment.AtSecond(30), Deed.StartThird), new(Moment.AtSecond(130), stirs)] });

    [Theory]
    [InlineData(Deed.Redrive, 100)]
    [InlineData(Deed.Redrive, NineHours)]
    [InlineData(Deed.EventAgain, 100)]
    [InlineData(Deed.EventAgain, NineHours)]
    internal Task AfterSomebodySetTheCandidateByHand_LeavesIt(Deed stirs, int seconds) =>
        Found.HoldsAsync(Watched with
        {
            Acts = [Stopped, new(Moment.AtSecond(30), Deed.SetCandidate), new(Moment.AtSecond(30 + seconds), stirs)],
        });

    // Stopped while it waits for its version, so that its next change is its last, which leaves no mark.
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public Task AfterAnotherRolloutMadeTheChangeThatWouldBeItsLast_DoesNotTakeThatForItsOwn(int stales) => Found.HoldsAsync(
        Watched with
        {
            BakeAfterPromotion = 0,
            Interval = 20,
            Acts =
            [
                new(Moment.AtSecond(5), Deed.Stop),
                new(Moment.AtSecond(13), Deed.StartAgain),
                new(Moment.AtSecond(23), Deed.Redrive),
            ],
            Faults =
            [
                Scripts.Given(ApiCall.Function, World.NameOf("PlanRollout"), FaultKind.Throttle, 1, 2),
                new("lambda", "GetFunction", FaultKind.Stale) { Times = stales },
            ],
        },
        Outcome.AliasChanged,
        Outcome.Promoted);

    // The alarm fires while AWS Lambda answers nothing for ten minutes: the rollback fails, and a sweep makes up for it.
    [Fact]
    public Task ARollbackThatFailedAndIsRedriven_LeavesWhatAnotherRolloutPromoted() => Found.HoldsAsync(Watched with
    {
        Acts =
        [
            new(Moment.AtSecond(7), Deed.Breach),
            new(Moment.AtSecond(1_200), Deed.Recover),
            new(Moment.AtSecond(1_260), Deed.StartAgain),
            new(Moment.AtSecond(1_400), Deed.Redrive),
        ],
        Outages = [new("lambda", 7, 600)],
    });

    [Fact]
    public Task ADescriptionOverTheMarkOfAWeightThatCannotBeTakenBack_IsToldAtEachSweep() => Found.HoldsAsync(Weighted with
    {
        Acts = [new(Moment.AtSecond(5), Deed.Describe), new(Moment.AtSecond(7), Deed.Breach)],
        Outages = [new("lambda", 7, 600)],
    });

    [Fact]
    public Task WordsInPlaceOfTheMarkOfAWeight_KeepNobodyFromTakingItBack() =>
        Found.HoldsAsync(Weighted with { Acts = [new(Moment.AtSecond(5), Deed.Impersonate)] }, Outcome.AliasChanged);

    [Fact]
    public Task TheMarkOfAnExecutionThatNeverWasOverAWeight_KeepsNobodyFromTakingItBack() =>
        Found.HoldsAsync(Weighted with { Acts = [new(Moment.AtSecond(5), Deed.Feign)] }, Outcome.RolloutInProgress);

    // It gave way without a memory of the weight that it was about to write.
    [Theory]
    [InlineData(Deed.Feign)]
    [InlineData(Deed.Impersonate)]
    internal Task AMarkOfNobodyOverAWeightThatWasNoticedByNobody_IsToldAtEachSweep(Deed mark) => Found.HoldsAsync(Watched with
    {
        Steps = [(26, 10), (43, 5)],
        BakeAfterPromotion = 0,
        Interval = 10,
        Acts = [new(Moment.AtSecond(40), Deed.Stop), new(Moment.AtSecond(41), mark), new(Moment.AtSecond(42), Deed.Redrive)],
        Faults = [Scripts.Given("lambda", "UpdateAlias", FaultKind.Late, 1, 3, delay: 10)],
    });

    // The redriven rollout cannot know whether somebody set that weight on purpose.
    [Fact]
    public Task ADescriptionOverTheMarkOfAWeightAndARedrive_IsToldAtEachSweep() => Found.HoldsAsync(
        Weighted with
        {
            Acts =
            [
                new(Moment.AtSecond(13), Deed.Stop),
                new(Moment.AtSecond(13), Deed.Describe),
                new(Moment.AtSecond(23), Deed.Redrive),
            ],
        }, Outcome.AliasChanged);

    [Fact]
    public Task AMarkThatIsLeft_GivesWayToARolloutThatTakesOver() => Found.HoldsAsync(
        Watched with { Acts = [Stopped, new(Moment.AtSecond(60), Deed.Feign), new(Moment.AtSecond(61), Deed.StartTakingOver)] },
        Outcome.Promoted);

    // RestoreAlias takes away what somebody wrote by hand, and tells the same news again, with its id.
    [Fact]
    public Task AMarkThatIsWrittenAfterARestoration_IsTakenAwayAndToldAgain() => Found.HoldsAsync(
        Weighted with { Acts = [Stopped, new(Moment.AtSecond(60), Deed.Impersonate)] });

    // The rollback does not see the alias that the rollout has created: the sweep takes the mark off.
    [Fact]
    public Task AnAliasThatWasCreatedAndCouldNotBeReadYet_IsFreedLater() => Found.HoldsAsync(Watched with
    {
        HasAlias = false,
        BakeAfterPromotion = 0,
        After = HookWord.Throws,
        Faults = [new("lambda", "GetAlias", FaultKind.Stale) { Times = 1 }],
    });

    // No answer to its creation came, and the rollback did not see it either.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public Task AnAliasThatWasCreatedWithoutAnAnswer_IsFreedLater(int stales) => Found.HoldsAsync(
        Watched with
        {
            HasAlias = false,
            BakeAfterPromotion = 0,
            Faults =
            [
                Scripts.Given("lambda", "CreateAlias", FaultKind.LostResponse, 1, 8),
                new("lambda", "GetAlias", FaultKind.Stale) { Times = stales },
            ],
        },
        Outcome.Failed);

    private static Script Weighted => Watched with { Steps = [(10, 60)], BakeAfterPromotion = 0 };
}
