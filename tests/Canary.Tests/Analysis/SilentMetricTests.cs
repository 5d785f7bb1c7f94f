using Canary.Rollouts;
using Canary.Rollouts.Plans;
using Canary.Statistics;
using Canary.Tests.Rollouts;

namespace Canary.Tests.Analysis;

/// <summary>A metric that the stable version has, and of which the candidate tells nothing: evidence, and not silence.</summary>
public class SilentMetricTests
{
    private const string Candidate = MetricWorld.Candidate;
    private const string Stable = MetricWorld.Stable;

    // Hundreds of requests, and not one order: each is sure not to come when it is five minutes old.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Judge_TheCandidateHasNoneOfAGoodCount_IsUnhealthyOnceNoneWillCome(bool wasSeen)
    {
        var world = Served(14, 60);
        for (var minute = -5; minute < 14; minute++) Put(world, Stable, minute, "Sum", 60);
        var rollout = Rollout(MetricKind.Count, wasSeen);

        // At first it only holds a step that is over: the candidate's orders may be late.
        var early = world.Judge(rollout, 7.5 * 60)!;
        Assert.Equal((HealthState.Inconclusive, true), (early.Verdict.Health, early.Suspicious));
        Assert.EndsWith("unless more comes within the next minutes", early.Verdict.Reason, StringComparison.Ordinal);

        var judged = world.Judge(rollout, 14 * 60)!;
        Assert.Equal(HealthState.Unhealthy, judged.Verdict.Health);
        Assert.Contains("candidate 0 % of", judged.Verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_TheCandidatesOrdersCome_EndsTheSuspicion()
    {
        var world = Served(14, 60);
        for (var minute = 0; minute < 14; minute++) Put(world, Stable, minute, "Sum", 60);
        for (var minute = 0; minute < 14; minute++) Put(world, Candidate, minute, "Sum", 7);

        Assert.False(world.Judge(Rollout(MetricKind.Count, wasSeen: true), 14 * 60)!.Suspicious);
    }

    // Neither version has any: the name may be mistaken, or what writes it be broken.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Judge_NeitherVersionHasAnyOfAGoodCount_IsNoVerdict(bool wasSeen)
    {
        var judged = Served(25, 60).Judge(Rollout(MetricKind.Count, wasSeen), 1_500)!;

        Assert.Equal(
            new(HealthState.Inconclusive, "no values of declined could be compared"), judged.Verdict);
        Assert.False(judged.Suspicious);
    }

    // An expression that is 0/0 for the candidate has no value. At a tenth of the traffic it takes half an hour to be sure.
    [Theory]
    [InlineData(60, 35, HealthState.Unhealthy)]
    [InlineData(60, 15, HealthState.Inconclusive)]
    [InlineData(540, 17, HealthState.Unhealthy)]
    [InlineData(540, 10, HealthState.Inconclusive)]
    public void Judge_TheCandidateHasNoValue_IsUnhealthyInTime(long requests, int minutes, HealthState health)
    {
        var world = Served(minutes, requests);
        for (var minute = 0; minute < minutes; minute++) Put(world, Stable, minute, "Average", 5);

        var judged = world.Judge(Rollout(MetricKind.Value, wasSeen: false), minutes * 60)!;

        Assert.Equal(health, judged.Verdict.Health);
        Assert.StartsWith("declined had no value at the candidate in ", judged.Verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_AValueThatStops_IsUnhealthyInTime()
    {
        var world = Served(60, 540);
        for (var minute = 0; minute < 60; minute++)
        {
            Put(world, Stable, minute, "Average", 5);
            if (minute < 30) Put(world, Candidate, minute, "Average", 5);
        }
        var rollout = Rollout(MetricKind.Value, wasSeen: false);

        Assert.Equal(HealthState.Healthy, world.Judge(rollout, 30 * 60)!.Verdict.Health);
        Assert.Equal(HealthState.Unhealthy, world.Judge(rollout, 60 * 60)!.Verdict.Health);
    }

    // Four minutes behind, the candidate's newest values are always missing beside the stable version's.
    [Fact]
    public void Judge_TheCandidatesValuesComeLate_IsNoSilence()
    {
        var world = new MetricWorld
        {
            Delay = (version, metric, _) =>
                TimeSpan.FromSeconds(version == Candidate && metric == "Declined" ? 239 : 0),
        };
        world.Serve(Stable, 0, 30, 540).Serve(Candidate, 0, 30, 540);
        for (var minute = 0; minute < 30; minute++)
        {
            Put(world, Stable, minute, "Average", 5);
            Put(world, Candidate, minute, "Average", 5);
        }
        var rollout = Rollout(MetricKind.Value, wasSeen: false);

        Assert.All(Enumerable.Range(2, 118).Select(check => world.Judge(rollout, 15 * check)!), judged =>
            Assert.DoesNotContain("in which the stable version had one", judged.Verdict.Reason, StringComparison.Ordinal));
    }

    // The candidate had no request in it, or what it has may still come.
    [Fact]
    public void Judge_AValueThatMayStillComeOrCannot_IsNoSilence()
    {
        var world = new MetricWorld().Serve(Stable, 0, 60, 540).Serve(Candidate, 0, 7, 540);
        for (var minute = 0; minute < 60; minute++) Put(world, Stable, minute, "Average", 5);
        for (var minute = 0; minute < 7; minute++) Put(world, Candidate, minute, "Average", 5);

        var judged = world.Judge(Rollout(MetricKind.Value, wasSeen: false), 3_600)!;

        Assert.Equal((HealthState.Inconclusive, false), (judged.Verdict.Health, judged.Suspicious));
        Assert.DoesNotContain("in which the stable version had one", judged.Verdict.Reason, StringComparison.Ordinal);
    }

    private static MetricWorld Served(int minutes, long candidate) =>
        new MetricWorld().Serve(Stable, 0, minutes, 540).Serve(Candidate, 0, minutes, candidate);

    private static void Put(MetricWorld world, string version, int minute, string stat, double value) =>
        world.Put(version, "Declined", stat, MetricWorld.At(60 * minute), value);

    private static Rollout Rollout(MetricKind kind, bool wasSeen)
    {
        var begun = Compared.Begun(
            new() { Errors = null, Latency = null, Metrics = [Compared.Custom(kind, MetricDirection.Decrease)] },
            Given.Step(10, 2_400),
            Given.Step(100, 0));
        return Compared.Known(begun, known => known with { Metrics = [known.Metrics![0] with { WasSeen = wasSeen }] });
    }
}
