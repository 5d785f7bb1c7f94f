using System.Text.Json;
using Canary.Rollouts.Plans;
using Canary.Statistics;
using Canary.Tests.Rollouts;

namespace Canary.Tests.Analysis;

public class CustomMetricTests
{
    private const string Candidate = MetricWorld.Candidate;
    private const string Stable = MetricWorld.Stable;

    // Of 60 and 540 requests a minute.
    [Theory]
    [InlineData(MetricDirection.Increase, 6, 54, HealthState.Healthy)]
    [InlineData(MetricDirection.Increase, 30, 54, HealthState.Unhealthy)]
    [InlineData(MetricDirection.Increase, 0, 270, HealthState.Healthy)]
    [InlineData(MetricDirection.Decrease, 30, 270, HealthState.Healthy)]
    [InlineData(MetricDirection.Decrease, 3, 270, HealthState.Unhealthy)]
    [InlineData(MetricDirection.Decrease, 60, 270, HealthState.Healthy)]
    public void Judge_ACount_IsComparedByItsShareOfTheRequests(
        MetricDirection direction, double candidate, double stable, HealthState health)
    {
        var world = Served(25);
        for (var minute = 0; minute < 25; minute++) Put(world, minute, "Sum", candidate, stable);

        Assert.Equal(health, world.Judge(Rollout(MetricKind.Count, direction), 1_500)!.Verdict.Health);
    }

    // What is told at a request's end tells, just after a shift, of requests that began before it.
    [Fact]
    public void Judge_ACountInTheMinutesAfterAShift_IsNotCompared()
    {
        var world = Served(25);
        for (var minute = 0; minute < 25; minute++) Put(world, minute, "Sum", minute < 2 ? 0 : 30, 270);

        Assert.Equal(
            HealthState.Healthy,
            world.Judge(Rollout(MetricKind.Count, MetricDirection.Decrease), 1_500)!.Verdict.Health);
    }

    // Where it was never seen at all it may be a name that does not exist.
    [Theory]
    [InlineData(true, HealthState.Healthy)]
    [InlineData(false, HealthState.Inconclusive)]
    public void Judge_ACountOfWhatNeverHappens_IsHealthyIfItIsKnown(bool wasSeen, HealthState health) =>
        Assert.Equal(
            health,
            Served(25).Judge(Rollout(MetricKind.Count, MetricDirection.Increase, wasSeen), 1_500)!.Verdict.Health);

    [Theory]
    [InlineData(MetricDirection.Increase, 12, 10, HealthState.Unhealthy)]
    [InlineData(MetricDirection.Increase, 10, 12, HealthState.Healthy)]
    [InlineData(MetricDirection.Decrease, 12, 10, HealthState.Healthy)]
    [InlineData(MetricDirection.Decrease, 10, 12, HealthState.Unhealthy)]
    [InlineData(MetricDirection.Increase, -10, -12, HealthState.Unhealthy)]
    [InlineData(MetricDirection.Decrease, -12, -10, HealthState.Unhealthy)]
    [InlineData(MetricDirection.Increase, 0, 0, HealthState.Healthy)]
    public void Judge_AValue_IsComparedByWhichIsWorse(
        MetricDirection direction, double candidate, double stable, HealthState health)
    {
        var world = Served(30);
        for (var minute = 0; minute < 30; minute++) Put(world, minute, "Average", candidate, stable);

        Assert.Equal(health, world.Judge(Rollout(MetricKind.Value, direction), 2_000)!.Verdict.Health);
    }

    [Fact]
    public void Judge_AValueInTheMinutesOfColdStarts_IsNotCompared()
    {
        var world = Served(30);
        for (var minute = 0; minute < 2; minute++) Put(world, minute, "Average", 1, 2);

        Assert.Equal(
            "no values of declined could be compared",
            world.Judge(Rollout(MetricKind.Value, MetricDirection.Decrease), 2_000)!.Verdict.Reason);
    }

    // Of the stable version's declined payments none has come: not even when CloudWatch is three minutes behind are they 0.
    [Theory]
    [InlineData(MetricDirection.Increase, Stable, 239)]
    [InlineData(MetricDirection.Increase, Stable, 100_000)]
    [InlineData(MetricDirection.Decrease, Candidate, 239)]
    public void Judge_ACountOfOneVersionComesLateOrNever_BlamesNobody(MetricDirection direction, string late, int seconds)
    {
        var world = new MetricWorld
        {
            Delay = (version, metric, _) => TimeSpan.FromSeconds(version == late && metric == "Declined" ? seconds : 0),
        };
        world.Serve(Stable, 0, 20, 540).Serve(Candidate, 0, 20, 60);
        for (var minute = 0; minute < 20; minute++) Put(world, minute, "Sum", 30, 270);
        var rollout = Rollout(MetricKind.Count, direction);

        Assert.All(Enumerable.Range(2, 78).Select(check => world.Judge(rollout, 15 * check)!), judgement =>
            Assert.NotEqual(HealthState.Unhealthy, judgement.Verdict.Health));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.MaxValue)]
    [InlineData(double.MinValue)]
    [InlineData(-1)]
    [InlineData(.49)]
    [InlineData(1e18)]
    [InlineData(9.3e18)]
    public void Judge_AnyNumber_CanBeTold(double odd)
    {
        foreach (var kind in Enum.GetValues<MetricKind>())
        {
            foreach (var direction in Enum.GetValues<MetricDirection>())
            {
                var world = new MetricWorld().Serve(Stable, 0, 10, 540).Serve(Candidate, 0, 10, 60);
                for (var minute = 0; minute < 20; minute++)
                {
                    Put(world, minute, kind == MetricKind.Count ? "Sum" : "Average", odd, 5);
                    foreach (var (metric, stat) in (ReadOnlySpan<(string, string)>)[
                        ("Invocations", "Sum"),
                        ("Errors", "Sum"),
                        ("Errors", "SampleCount"),
                        ("Throttles", "Sum"),
                        ("Duration", "SampleCount"),
                        ("Duration", "TC"),
                    ])
                    {
                        world.Put(minute % 3 == 0 ? Stable : Candidate, metric, stat, MetricWorld.At(60 * minute), odd);
                    }
                }
                var rollout = Compared.Begun(new() { Metrics = [Compared.Custom(kind, direction)] }).WithLatency(200, 500);
                for (var check = 2; check < 100; check++)
                    rollout = world.Check(rollout.Decide(new(Canary.Rollouts.NextState.Bake, "", 15)), 15 * check);

                var json = JsonSerializer.Serialize(rollout, CanaryJson.Relaxed.Rollout);
                Assert.Equal(json, JsonSerializer.Serialize(
                    JsonSerializer.Deserialize(json, CanaryJson.Relaxed.Rollout), CanaryJson.Relaxed.Rollout));
                Assert.DoesNotContain("NaN", json, StringComparison.Ordinal);
            }
        }
    }

    private static MetricWorld Served(int minutes) =>
        new MetricWorld().Serve(Stable, 0, minutes, 540).Serve(Candidate, 0, minutes, 60);

    private static void Put(MetricWorld world, int minute, string stat, double candidate, double stable) => world
        .Put(Candidate, "Declined", stat, MetricWorld.At(60 * minute), candidate)
        .Put(Stable, "Declined", stat, MetricWorld.At(60 * minute), stable);

    private static Canary.Rollouts.Rollout Rollout(MetricKind kind, MetricDirection direction, bool wasSeen = false)
    {
        var begun = Compared.Begun(
            new() { Errors = null, Latency = null, Metrics = [Compared.Custom(kind, direction)] },
            Given.Step(10, 2_400),
            Given.Step(100, 0));
        return Compared.Known(begun, known => known with { Metrics = [known.Metrics![0] with { WasSeen = wasSeen }] });
    }
}
