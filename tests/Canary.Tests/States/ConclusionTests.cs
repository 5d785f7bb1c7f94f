using Canary.Input;
using Canary.Rollouts;
using Canary.Rollouts.Plans;
using Canary.States;
using Canary.Statistics;
using Canary.Tests.Analysis;
using Canary.Tests.Rollouts;
using static Canary.Tests.States.Verdicts;

namespace Canary.Tests.States;

/// <summary>What a check comes to, by what the analysis found, what the input says, and where the rollout is.</summary>
public class ConclusionTests
{
    [Theory]
    [InlineData(OnInconclusive.Promote, "healthy", NextState.Promote, false)]
    [InlineData(OnInconclusive.Promote, "inconclusive", NextState.Promote, false)]
    [InlineData(OnInconclusive.Promote, "suspicious", NextState.Bake, false)]
    [InlineData(OnInconclusive.Promote, "unreadable", NextState.Bake, false)]
    [InlineData(OnInconclusive.Promote, "unhealthy", NextState.Rollback, false)]
    [InlineData(OnInconclusive.Wait, "healthy", NextState.Promote, false)]
    [InlineData(OnInconclusive.Wait, "inconclusive", NextState.Bake, false)]
    [InlineData(OnInconclusive.Wait, "suspicious", NextState.Bake, false)]
    [InlineData(OnInconclusive.Wait, "unreadable", NextState.Bake, false)]
    [InlineData(OnInconclusive.Wait, "unhealthy", NextState.Rollback, false)]
    [InlineData(OnInconclusive.Approve, "healthy", NextState.Promote, false)]
    [InlineData(OnInconclusive.Approve, "inconclusive", NextState.Bake, true)]
    [InlineData(OnInconclusive.Approve, "suspicious", NextState.Bake, false)]
    [InlineData(OnInconclusive.Approve, "unreadable", NextState.Bake, false)]
    [InlineData(OnInconclusive.Approve, "unhealthy", NextState.Rollback, false)]
    [InlineData(OnInconclusive.Rollback, "healthy", NextState.Promote, false)]
    [InlineData(OnInconclusive.Rollback, "inconclusive", NextState.Rollback, false)]
    [InlineData(OnInconclusive.Rollback, "suspicious", NextState.Bake, false)]
    [InlineData(OnInconclusive.Rollback, "unreadable", NextState.Bake, false)]
    [InlineData(OnInconclusive.Rollback, "unhealthy", NextState.Rollback, false)]
    public void Checked_TheStepIsOver_EndsAsTheInputSays(
        OnInconclusive policy, string found, NextState next, bool asks)
    {
        Assert.Equal((next, asks), Over(new() { OnInconclusive = policy }, found).Course());
        Assert.Equal(
            found == "unhealthy" ? NextState.Rollback : NextState.Bake,
            At(30, new() { OnInconclusive = policy }, found).Decision.Next);
        Assert.Equal(NextState.Promote, Over(new() { OnInconclusive = policy, DryRun = true }, found).Decision.Next);
        Assert.Equal(
            NextState.Bake,
            At(30, new() { OnInconclusive = policy, DryRun = true, PromoteEarly = true }, found).Decision.Next);
    }

    [Theory]
    [InlineData(OnInconclusive.Promote, NextState.Promote, false)]
    [InlineData(OnInconclusive.Approve, NextState.Bake, true)]
    [InlineData(OnInconclusive.Rollback, NextState.Rollback, false)]
    public void Checked_NoTimeToHold_EndsAsTheInputSays(OnInconclusive policy, NextState next, bool asks)
    {
        foreach (var found in (string[])["inconclusive", "suspicious"])
            Assert.Equal((next, asks), Over(new() { OnInconclusive = policy, WaitSeconds = 0 }, found).Course());
    }

    [Theory]
    [InlineData("healthy", NextState.Promote)]
    [InlineData("inconclusive", NextState.Bake)]
    [InlineData("suspicious", NextState.Bake)]
    [InlineData("unreadable", NextState.Bake)]
    [InlineData("unhealthy", NextState.Rollback)]
    public void Checked_PromoteEarly_EndsTheStepOnceItIsHarmless(string found, NextState next) =>
        Assert.Equal(next, At(30, new() { PromoteEarly = true }, found).Decision.Next);

    [Fact]
    public void IsEarly_ItSeesThePresentWeightAndIsNotHealthy_BakesOn()
    {
        var rollout = Compared.Begun(new() { PromoteEarly = true });

        foreach (var found in (string[])["inconclusive", "suspicious", "unhealthy"])
            Assert.False(Conclusion.IsEarly(rollout, Found[found] with { SeesPresentWeight = true }));
        Assert.True(Conclusion.IsEarly(rollout, Found["healthy"]));
        Assert.False(Conclusion.IsEarly(rollout, Found["healthy"] with { SeesPresentWeight = false }));
        Assert.False(Conclusion.IsEarly(rollout, null));
    }

    // What was seen at 10 % does not speak for 50 %, nor do its cold starts.
    [Theory]
    [InlineData(75, NextState.Bake)]
    [InlineData(355, NextState.Bake)]
    [InlineData(365, NextState.Promote)]
    public void Checked_PromoteEarly_EachStepIsSeenForAMinute(int seconds, NextState next)
    {
        var world = new MetricWorld().Serve(MetricWorld.Stable, 0, 60, 5_400).Serve(MetricWorld.Candidate, 0, 60, 600);
        var first = world.Check(
            Compared.Begun(
                new() { PromoteEarly = true, Latency = null }, Given.Step(10, 3_000), Given.Step(50, 3_000), Given.Step(100, 0)),
            600);
        Assert.Equal(NextState.ShiftWeight, first.Decision.Next);

        var second = world.Check(Compared.Shifted(first, MetricWorld.At(600)), 615);

        Assert.Equal(next, world.Check(second, 600 + seconds).Decision.Next);
    }

    [Theory]
    [InlineData(OnInconclusive.Promote)]
    [InlineData(OnInconclusive.Wait)]
    [InlineData(OnInconclusive.Approve)]
    [InlineData(OnInconclusive.Rollback)]
    public void Checked_AnAlarm_WinsOverAnyAnalysis(OnInconclusive policy) => Assert.All(Found.Values, found =>
    {
        foreach (var dryRun in (bool[])[false, true])
        {
            var rollout = CheckHealth.Checked(
                Compared.Begun(new() { OnInconclusive = policy, DryRun = dryRun, PromoteEarly = true }, Steps),
                Given.Unhealthy,
                found,
                MetricWorld.At(30));

            Assert.Equal(
                (NextState.Rollback, "Step 1 of 2 at 10 %: alarm errors is in ALARM: 5 > 1."),
                (rollout.Decision.Next, rollout.Reason));
        }
    });

    [Theory]
    [InlineData("healthy", NextState.Promote)]
    [InlineData("inconclusive", NextState.Promote)]
    [InlineData("suspicious", NextState.Promote)]
    [InlineData("unreadable", NextState.Promote)]
    [InlineData("unhealthy", NextState.Rollback)]
    public void Checked_AStepAtHundredPercent_CanOnlyBeFoundUnhealthy(string found, NextState next)
    {
        var over = CheckHealth.Checked(
            Compared.Begun(
                new() { OnInconclusive = OnInconclusive.Rollback, PromoteEarly = true },
                Given.Step(10, 60),
                Given.Step(100, 60)), NoAlarms, Found["healthy"], MetricWorld.At(60));
        var rollout = CheckHealth.Checked(Compared.Shifted(over, MetricWorld.At(61)), NoAlarms, Found[found], MetricWorld.At(76));

        Assert.Equal(next == NextState.Rollback ? next : NextState.Bake, rollout.Decision.Next);
        Assert.Equal(next, CheckHealth.Checked(rollout, NoAlarms, Found[found], MetricWorld.At(121)).Decision.Next);
    }

    [Theory]
    [InlineData("inconclusive", NextState.FreeAlias)]
    [InlineData("suspicious", NextState.FreeAlias)]
    [InlineData("unhealthy", NextState.Rollback)]
    public void Checked_AfterThePromotion_LateDataMayStillCondemnAndNothingElse(string found, NextState next)
    {
        var over = Over(
            new() { OnInconclusive = OnInconclusive.Rollback },
            "healthy",
            [Given.Step(10, 60), Given.Step(100, 0), Given.Step(100, 15) with { AfterPromotion = true }]);
        var promoted = Promote.Promoted(over, Given.Written(Promote.Wanted(over), "revision-4"), MetricWorld.At(61));

        Assert.Equal(next, CheckHealth.Checked(promoted, NoAlarms, Found[found], MetricWorld.At(76)).Decision.Next);
    }

    [Fact]
    public void Checked_TheTimeToHold_IsThatOfTheWholeRollout()
    {
        var asked = new AnalysisRequest
        {
            OnInconclusive = OnInconclusive.Wait,
            WaitSeconds = 40,
            AfterWait = AfterWait.Rollback,
        };
        var first = Over(asked, "inconclusive", [Given.Step(10, 60), Given.Step(50, 60), Given.Step(100, 0)]);
        first = CheckHealth.Checked(first, NoAlarms, Found["inconclusive"], MetricWorld.At(75));
        Assert.Equal((NextState.Bake, 15, 10), (first.Decision.Next, first.Decision.WaitSeconds, Conclusion.WaitLeft(first)));
        first = CheckHealth.Checked(first, NoAlarms, Found["healthy"], MetricWorld.At(90));
        Assert.Equal(NextState.ShiftWeight, first.Decision.Next);

        var second = CheckHealth.Checked(
            Compared.Shifted(first, MetricWorld.At(91)), NoAlarms, Found["inconclusive"], MetricWorld.At(106));
        second = CheckHealth.Checked(second, NoAlarms, Found["inconclusive"], MetricWorld.At(151));
        Assert.Equal((NextState.Bake, 10, 0), (second.Decision.Next, second.Decision.WaitSeconds, Conclusion.WaitLeft(second)));
        second = CheckHealth.Checked(second, NoAlarms, Found["inconclusive"], MetricWorld.At(161));

        Assert.Equal((NextState.Rollback,
            "Step 2 of 3 at 50 %: no requests were seen; the bake is over. "
            + "The analysis is inconclusive after 40 s of waiting, and afterWait says to roll back then."),
            (second.Decision.Next, second.Reason));
    }

    [Theory]
    [InlineData(
        "inconclusive", "The analysis is inconclusive, and onInconclusive says to go on then. The candidate takes all traffic.")]
    [InlineData("suspicious", "The step is held for up to 900 s more, since the analysis is inconclusive.")]
    [InlineData("healthy", "Step 1 of 2 at 10 %: fine; the bake is over. The candidate takes all traffic.")]
    [InlineData("unhealthy", "Step 1 of 2 at 10 %: bad.")]
    public void Checked_TheReason_SaysWhatFollowsAndWhy(string found, string text) =>
        Assert.EndsWith(text, Over(new(), found).Reason, StringComparison.Ordinal);

    [Fact]
    public void Checked_BothHaveSomethingToSay_TheStepTellsBoth()
    {
        var rollout = Given.With(Compared.Begun(null, Steps), plan => plan with { Alarms = ["errors"] });

        Assert.Equal(
            "no requests were seen; 1 of 1 alarms OK",
            CheckHealth.Checked(rollout, Given.Healthy, Found["inconclusive"], MetricWorld.At(30)).Steps[0].Reason);
        Assert.Equal(
            new(HealthState.Inconclusive, 0, "no requests were seen"),
            CheckHealth.Checked(rollout, Given.Healthy, Found["inconclusive"], MetricWorld.At(30)).Internal.Analysis!.Latest);
        Assert.Null(
            CheckHealth.Checked(
                rollout, Given.Healthy, Found["unreadable"], MetricWorld.At(30)).Internal.Analysis!.Latest!.Evidence);
    }

    private static Step[] Steps => [Given.Step(10, 60), Given.Step(100, 0)];

    private static Rollout Over(AnalysisRequest asked, string found, Step[]? steps = null) => At(60, asked, found, steps);

    private static Rollout At(double seconds, AnalysisRequest asked, string found, Step[]? steps = null) =>
        CheckHealth.Checked(
            Compared.Begun(asked with { Latency = null }, steps ?? Steps), NoAlarms, Found[found], MetricWorld.At(seconds));
}
