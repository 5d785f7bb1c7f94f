using Canary.EndToEnd.Tests.Safety.Plays;
using Canary.EndToEnd.Tests.Safety.Worlds;

namespace Canary.EndToEnd.Tests.Safety;

/// <summary>What a document could do that somebody made up and gave to an execution as its input. Each as a script.</summary>
public class FoundForgeryTests
{
    private static readonly Script Watched =
        new() { Steps = [], BakeAfterPromotion = 25, Analysis = AnalysisWord.Off, Interval = 5 };
    private static readonly Forgery Promoted =
        new(ForgedName.MadeUp, World.Function, World.Third, IsPromoted: true, KnowsRevision: true, Length: 0, IsStopped: true);

    [Theory]
    [InlineData(World.Third)]
    [InlineData("$LATEST")]
    public Task ADocumentOfAnExecutionThatNeverWas_MovesNothing(string stable) => HoldsAsync(Promoted with { Stable = stable });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task ADocumentInTheNameOfItsOwnExecution_MovesNothing(bool knows) =>
        HoldsAsync(Promoted with { Names = ForgedName.Own, KnowsRevision = knows });

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task ADocumentInTheNameOfARolloutThatRuns_TakesNothingOfIt(bool promoted) =>
        HoldsAsync(Promoted with { Names = ForgedName.Rollout, IsPromoted = promoted });

    [Theory]
    [InlineData(World.Bystander)]
    [InlineData(World.Own)]
    public Task ADocumentOfAnotherFunction_DoesNotMoveThatEither(string function) =>
        HoldsAsync(Promoted with { Function = function, Stable = "$LATEST" });

    [Theory]
    [InlineData(262_000, true)]
    [InlineData(262_144, true)]
    [InlineData(262_000, false)]
    [InlineData(262_144, false)]
    public Task ADocumentOfTheLargestSize_MovesNothing(int length, bool stopped) =>
        HoldsAsync(Promoted with { Length = length, IsStopped = stopped });

    private static Task HoldsAsync(Forgery forgery) => Found.HoldsAsync(
        Watched with { Acts = [new(Moment.AtSecond(7), Deed.Forge, forgery)] }, Rollouts.Outcome.Promoted);
}
