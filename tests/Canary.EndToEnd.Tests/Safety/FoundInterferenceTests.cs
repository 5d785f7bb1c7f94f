using Canary.EndToEnd.Tests.Safety.Plays;
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
