using Canary.Statistics;
using Canary.Tests.Rollouts;

namespace Canary.Tests.Analysis;

public class LatencyComparisonTests
{
    private const string Candidate = MetricWorld.Candidate;

    private const string Stable = MetricWorld.Stable;

    [Fact]
    public void Judge_SlowOnlyAfterTheShift_IsAColdStart()
    {
        var world = new MetricWorld()
            .Serve(Stable, 0, 10, 540, slow: 54)
            .Serve(Candidate, 0, 1, 60, slow: 60)
            .Serve(Candidate, 1, 9, 60, slow: 6);

        Assert.NotEqual(HealthState.Unhealthy, world.Judge(Compared.Begun().WithLatency(200), 600)!.Verdict.Health);
    }

    // At three requests a minute a hundred take half an hour: so long nobody waits. At 30 they take three minutes and a bit.
    [Theory]
    [InlineData(30, 4, false)]
    [InlineData(30, 6, true)]
    [InlineData(3, 15, false)]
    [InlineData(3, 30, true)]
    public void Judge_SlowOnlyInTheFirstHundredRequestsAfterTheShift_IsAWarmUp(long requests, int slowMinutes, bool isUnhealthy)
    {
        var world = new MetricWorld()
            .Serve(Stable, 0, 60, 540, slow: 54)
            .Serve(Candidate, 0, slowMinutes, requests, slow: requests)
            .Serve(Candidate, slowMinutes, 60 - slowMinutes, requests, slow: requests / 10);

        var judgement = world.Judge(Compared.Begun(null, Given.Step(10, 3_600), Given.Step(100, 0)).WithLatency(200), 3_600)!;

        Assert.Equal(isUnhealthy, judgement.Verdict.Health == HealthState.Unhealthy);
    }

    // At each shift new environments begin, and only what came since tells whether these are warm.
    [Fact]
    public void Judge_SlowAfterTheSecondShift_IsAWarmUpToo()
    {
        var world = new MetricWorld()
            .Serve(Stable, 0, 30, 540, slow: 54)
            .Serve(Candidate, 0, 10, 10, slow: 1)
            .Serve(Candidate, 10, 4, 30, slow: 30)
            .Serve(Candidate, 14, 16, 30, slow: 3);
        var first = Compared.Begun(null, Given.Step(2, 600), Given.Step(10, 1_200), Given.Step(100, 0)).WithLatency(200);
        var second = world.Check(Compared.Shifted(world.Check(first, 600), MetricWorld.At(600)), 615);

        Assert.NotEqual(HealthState.Unhealthy, world.Judge(second, 1_800)!.Verdict.Health);
    }

    // One request in eight minutes, and each of them is slow: Lambda may have dropped the environment in between.
    [Theory]
    [InlineData(8, false)]
    [InlineData(4, true)]
    public void Judge_SlowOnlyAfterIdleTimes_IsAColdStart(int minutesBetween, bool isUnhealthy)
    {
        var world = new MetricWorld().Serve(Stable, 0, 240, 60, slow: 6);
        for (var minute = 0; minute < 240; minute += minutesBetween) world.Serve(Candidate, minute, 1, 1, slow: 1);

        var judgement = world.Judge(Compared.Begun(null, Given.Step(2, 15_000), Given.Step(100, 0)).WithLatency(200), 14_400)!;

        Assert.Equal(isUnhealthy, judgement.Verdict.Health == HealthState.Unhealthy);
    }

    [Fact]
    public void Judge_ASlowCandidate_IsUnhealthy()
    {
        var world = new MetricWorld().Serve(Stable, 0, 10, 540, slow: 54).Serve(Candidate, 0, 10, 60, slow: 30);

        var (health, reason) = world.Judge(Compared.Begun().WithLatency(200), 600)!.Verdict;

        Assert.Equal(HealthState.Unhealthy, health);
        Assert.Contains("took over 200 ms", reason, StringComparison.Ordinal);
    }

    // The quick kind of requests became slower, and is still quicker than the other: of 60 quick ones of 100 are 10 left.
    [Theory]
    [InlineData(54, HealthState.Unhealthy)]
    [InlineData(24, HealthState.Healthy)]
    public void Judge_FewerQuickRequests_AreUnhealthy(long slow, HealthState health)
    {
        var world = new MetricWorld().Serve(Stable, 0, 60, 540, slow: 216).Serve(Candidate, 0, 60, 60, slow: slow);
        var begun = Compared.Begun(null, Given.Step(10, 3_600), Given.Step(100, 0)).WithLatency(46);
        var rollout = Compared.Known(begun, known => known with
        {
            Errors = null,
            Slow = [new(46, Calibration.Steady) { CountsQuick = true }],
        });

        var (found, reason) = world.Judge(rollout, 3_600)!.Verdict;

        Assert.Equal(health, found);
        Assert.Contains("requests took at most 46 ms, stable 60 % of", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_NothingSaysWhatIsSlow_IsInconclusive() => Assert.Equal(
        new(HealthState.Inconclusive, "too few requests were seen before the rollout to say what is slow"),
        new MetricWorld().Judge(Compared.Shifted(new() { Errors = null }), 60)!.Verdict);
}
