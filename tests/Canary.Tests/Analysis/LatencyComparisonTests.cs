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

        Assert.NotEqual(HealthState.Unhealthy, world.Judge(Compared.Shifted().WithLatency(200), 600)!.Verdict.Health);
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

        Assert.Contains(
            "took over 200 ms", world.Judge(Compared.Shifted().WithLatency(200), 600)!.Verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_NothingSaysWhatIsSlow_IsInconclusive() => Assert.Equal(
        new(HealthState.Inconclusive, "too few requests were seen before the rollout to say what is slow"),
        new MetricWorld().Judge(Compared.Shifted(new() { Errors = null }), 60)!.Verdict);
}
