using Canary.Aliases;
using Canary.EndToEnd.Tests.Safety.Plays;
using Canary.EndToEnd.Tests.Safety.Worlds;
using Outcome = Canary.Rollouts.Outcome;

namespace Canary.EndToEnd.Tests.Safety;

/// <summary>What others did to a rollout that it took wrongly. Each as a script.</summary>
public class FoundInterferenceTests
{
    private static readonly Script Watched =
        new() { Steps = [(10, 20)], BakeAfterPromotion = 25, Analysis = AnalysisWord.Off, Interval = 5 };
    private static readonly Script AllAtOnce = new() { Steps = [], Analysis = AnalysisWord.Off, Interval = 5 };

    [Theory]
    [InlineData(Deed.Touch, 7)]
    [InlineData(Deed.Touch, 27)]
    [InlineData(Deed.Permit, 7)]
    [InlineData(Deed.Permit, 27)]
    internal Task AnotherRevisionOfTheSame_EndsNothing(Deed deed, int second) =>
        Found.HoldsAsync(Watched with { Acts = [new(Moment.AtSecond(second), deed)] }, Outcome.Promoted);

    // Another rollout has the alias for a moment then, and finds that it has nothing to do.
    [Theory]
    [InlineData(0, 0)]
    [InlineData(2, 1)]
    [InlineData(2, 4)]
    public Task ADescriptionAfterThePromotionAndAnotherRollout_IsLeftWhereItIs(int second, int later) => Found.HoldsAsync(
        AllAtOnce with
        {
            BakeAfterPromotion = 10,
            Acts = [new(Moment.AtSecond(second), Deed.Describe), new(Moment.AtSecond(second + later), Deed.StartAgain)],
        },
        Outcome.AliasChanged,
        Outcome.NothingToDo);

    [Fact]
    public async Task ADescriptionAfterThePromotion_IsLeftWhereItIs()
    {
        var script = Watched with { Acts = [new(Moment.AtSecond(27), Deed.Describe)], BakeAfterPromotion = 120 };

        await Found.HoldsAsync(script, Outcome.AliasChanged);

        var report = await Play.RunAsync(script);
        Assert.Equal((new AliasState(World.Candidate), "theirs"), (report.Last.Alias.State, report.Last.Alias.Description));
        Assert.Contains(
            "Gave way, and left orders:live at version 3, unwatched (version 2 before): ",
            report.Rollouts[0].Rollout!.Reason,
            StringComparison.Ordinal);
    }

    // A look at the alias comes once a minute, and the alarm may fire before it, with it, or while another rollout is there.
    [Theory]
    [InlineData(27, 28, false)]
    [InlineData(79, 79, false)]
    [InlineData(27, 29, true)]
    internal Task AnAlarmAfterADescriptionAfterThePromotion_TakesItBack(int second, int alarm, bool again) => Found.HoldsAsync(
        Watched with
        {
            BakeAfterPromotion = 120,
            Acts =
            [
                new(Moment.AtSecond(second), Deed.Describe),
                .. again ? [new(Moment.AtSecond(second), Deed.StartAgain)] : Array.Empty<Act>(),
                new(Moment.AtSecond(alarm), Deed.Breach),
            ],
        },
        Outcome.RolledBack);

    // Before the hold nothing tells it from somebody else's change, and nothing has been done.
    [Fact]
    public async Task AnUpdateThatChangesNothingBeforeAnyCall_EndsNothingThatHoldsTheAlias()
    {
        for (var call = 1; call < 14; call++)
            await Found.HoldsAsync(AllAtOnce with { Acts = [new(Moment.Before(call), Deed.Touch)] });
    }

    [Theory]
    [InlineData(Deed.Breach)]
    [InlineData(Deed.Stop)]
    internal Task TheStableVersionDeletedDuringTheBakeAfterThePromotion_IsSaidAndTheAliasIsFree(Deed then) =>
        Found.HoldsAsync(Watched with { Acts = [new(Moment.AtSecond(27), Deed.PruneStable), new(Moment.AtSecond(28), then)] });

    // Between two checks: the last look at the alarm was before the word.
    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    [InlineData(23)]
    public Task AWordWhileTheAlarmFires_ShiftsNothing(int second) => Found.HoldsAsync(
        Watched with
        {
            Approval = 60,
            Acts = [new(Moment.AtSecond(second), Deed.Breach), new(Moment.AtSecond(second + 1), Deed.Approve)],
        }, Outcome.RolledBack);
}
