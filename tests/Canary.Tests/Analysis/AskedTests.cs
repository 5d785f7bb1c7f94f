using Canary.Analysis;
using Canary.Ports;
using Canary.Rollouts;
using Canary.Rollouts.Plans;
using Canary.States;
using Canary.Tests.Rollouts;
using static Canary.Tests.Analysis.MetricWorld;

namespace Canary.Tests.Analysis;

public class AskedTests
{
    [Fact]
    public void Asked_TheFirstStep_IsFromAMinuteBeforeItUntilNow()
    {
        var request = VersionComparison.Asked(Compared.Shifted().WithLatency(200, 500), MetricWorld.At(135))!;

        Assert.Equal((MetricWorld.At(-60), MetricWorld.At(135)), (request.From, request.Until));
        Assert.Equal(2 * 7, request.Queries.Count);
    }

    [Fact]
    public void Asked_FiveMetricsOfTenSources_IsFarBelowTheMostOfOneCall()
    {
        var sources = Enumerable.Range(0, 10).ToDictionary(
            i => $"m{i}", _ => new MetricSource("n", "m", "Sum", new Dictionary<string, string> { ["v"] = "{version}" }));
        var metrics = Enumerable.Range(0, 5).Select(
            i => new CustomMetric($"{i}", MetricKind.Count, MetricDirection.Increase, ToleranceChoice.Custom, sources, "m0"));

        var request = VersionComparison.Asked(
            Compared.Shifted(new() { Metrics = [.. metrics] }).WithLatency(200, 500), MetricWorld.At(135))!;

        Assert.Equal(2 * (7 + 5 * 11), request.Queries.Count);
        Assert.Equal(2 * (7 + 5), request.Queries.Count(query => query.IsWanted));
    }

    [Fact]
    public void Asked_NotCompared_IsNothing()
    {
        Assert.Null(VersionComparison.Asked(Given.Shifted(), MetricWorld.At(15)));
        Assert.Null(VersionComparison.Asked(Compared.Shifted(new() { Errors = null }), MetricWorld.At(15)));
    }

    // Nothing of it is evidence: of the minute, as much may still be to come of the stable version.
    [Theory]
    [InlineData(0, 0, false)]
    [InlineData(1, 0, false)]
    [InlineData(2, 0, true)]
    [InlineData(6, 54, false)]
    [InlineData(12, 54, false)]
    [InlineData(13, 54, true)]
    public void Asked_TheCandidateSeemsToDoWorse_IsAtEachCheck(long failed, long stableFailed, bool isAsked)
    {
        var world = new MetricWorld().Serve(Stable, 0, 1, 540, stableFailed).Serve(Candidate, 0, 1, 60, failed);

        var read = world.Check(Compared.Begun(), 60);

        Assert.Equal(isAsked, VersionComparison.Asked(read, MetricWorld.At(75)) is not null);
        Assert.NotNull(VersionComparison.Asked(read, MetricWorld.At(120)));
    }

    [Theory]
    [InlineData(599, 661)]
    [InlineData(660, 660 + 239)]
    [InlineData(660, 660 + 240)]
    public void Asked_AfterThePromotion_IsUntilTheMinuteInWhichTheLastStepEnded(double promoted, double at)
    {
        var request = VersionComparison.Asked(Promoted(promoted), MetricWorld.At(at))!;

        Assert.Equal((MetricWorld.At(-60), MetricWorld.At(600)), (request.From, request.Until));
    }

    [Fact]
    public void Asked_FiveMinutesAfterThePromotion_IsNothingForNothingMoreCanCome() =>
        Assert.Null(VersionComparison.Asked(Promoted(610), MetricWorld.At(901)));

    [Fact]
    public void Asked_AStepAtHundredPercentBeforeThePromotion_IsNotComparedAnyMore()
    {
        var over = new MetricWorld().Check(Compared.Begun(null, Given.Step(10, 600), Given.Step(100, 900)), 600);
        var rollout = Compared.Shifted(over, MetricWorld.At(601));

        Assert.Equal(MetricWorld.At(600), VersionComparison.Asked(rollout, MetricWorld.At(890))!.Until);
        Assert.Null(VersionComparison.Asked(rollout, MetricWorld.At(902)));
    }

    private static Rollout Promoted(double seconds)
    {
        var over = new MetricWorld()
            .Check(Compared.Begun(
                null, Given.Step(10, 600), Given.Step(100, 0), Given.Step(100, 900) with { AfterPromotion = true }), 600);
        Assert.Equal(NextState.Promote, over.Decision.Next);
        return Promote.Promoted(over, Given.Written(Promote.Wanted(over), "revision-4"), MetricWorld.At(seconds));
    }
}
