using System.Text.Json;
using Canary.Analysis;
using Canary.Input;
using Canary.Ports;
using Canary.Rollouts;
using Canary.Rollouts.Plans;
using Canary.States;
using Canary.Statistics;
using Canary.Tests.Rollouts;

namespace Canary.Tests.Analysis;

public class VersionComparisonTests
{
    private const string Candidate = MetricWorld.Candidate;
    private const string Stable = MetricWorld.Stable;
    private static readonly AnalysisRequest OnlyErrors = new() { Latency = null };

    [Fact]
    public void Judge_ABadCandidate_IsUnhealthyAndSaysByHowMuch()
    {
        var world = new MetricWorld().Serve(Stable, 0, 4, 540).Serve(Candidate, 0, 4, 60, failed: 6);

        var verdict = world.Judge(Compared.Shifted(OnlyErrors), 420)!.Verdict;

        Assert.Equal(HealthState.Unhealthy, verdict.Health);
        Assert.StartsWith(
            "candidate 10 % of 240 requests failed, stable 0 % of 2,160; less than 1 in a billion by chance",
            verdict.Reason,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Judge_AnUnchangedCandidate_IsHealthyInTheEnd()
    {
        var world = new MetricWorld().Serve(Stable, 0, 20, 540, failed: 9).Serve(Candidate, 0, 20, 60, failed: 1);

        Assert.Equal(
            new(
                HealthState.Healthy,
                "candidate 1.7 % of 1,200 requests failed, stable 1.7 % of 10,800: "
                + "no worse, and 1.9 times the stable rate is ruled out"),
            world.Judge(Compared.Begun(OnlyErrors), 1_200)!.Verdict);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    public void Judge_AnOutageOfBoth_IsNoFaultOfTheCandidate(int from)
    {
        var world = new MetricWorld().Serve(Stable, 0, from, 540).Serve(Candidate, 0, from, 60)
            .Serve(Stable, from, 4, 540, failed: 486).Serve(Candidate, from, 4, 60, failed: 54)
            .Serve(Stable, from + 4, 6, 540).Serve(Candidate, from + 4, 6, 60);
        var rollout = Compared.Shifted(OnlyErrors);

        Assert.All(Enumerable.Range(1, 40).Select(check => world.Judge(rollout, 15 * check)!), judgement =>
            Assert.NotEqual(HealthState.Unhealthy, judgement.Verdict.Health));
    }

    // The weight goes from 10 to 50 % in the middle of minute 10, and then everything fails:
    // half of the failures are the candidate's, with a third of the requests.
    [Fact]
    public void Judge_AnOutageInTheMinuteOfTheWeightChange_IsNoFaultOfTheCandidate()
    {
        var world = new MetricWorld().Serve(Stable, 0, 10, 540).Serve(Candidate, 0, 10, 60);
        world.Serve(Stable, MetricWorld.At(600), 30, 270, 0);
        world.Serve(Candidate, MetricWorld.At(600), 30, 30, 0);
        world.Serve(Stable, MetricWorld.At(630), 30, 150, 135);
        world.Serve(Candidate, MetricWorld.At(630), 30, 150, 135);
        world.Serve(Stable, 11, 5, 300, failed: 270).Serve(Candidate, 11, 5, 300, failed: 270);
        var first =
            world.Check(
                world.Check(Compared.Shifted(OnlyErrors, Given.Step(10, 630), Given.Step(50, 600), Given.Step(100, 0)), 15), 630);
        Assert.Equal(NextState.ShiftWeight, first.Decision.Next);
        var second = Compared.Shifted(first, MetricWorld.At(631));

        Assert.All(Enumerable.Range(1, 30).Select(check => world.Judge(second, 631 + 15 * check)!), judgement =>
            Assert.NotEqual(HealthState.Unhealthy, judgement.Verdict.Health));
    }

    // Those of the last five minutes are not counted: the stable version's may still come.
    [Fact]
    public void Judge_ThrottledRequests_AreFailedOnes()
    {
        var world = new MetricWorld().Serve(Stable, 0, 10, 540).Serve(Candidate, 0, 10, 40);
        for (var minute = 0; minute < 10; minute++) world.Put(Candidate, "Throttles", "Sum", MetricWorld.At(60 * minute), 20);

        Assert.Contains(
            "candidate 23.1 % of 520 requests",
            world.Judge(Compared.Shifted(OnlyErrors), 700)!.Verdict.Reason,
            StringComparison.Ordinal);
    }

    /// <summary>Somebody has set the function's reserved concurrency to 0 in the middle of the rollout.</summary>
    [Fact]
    public void Check_EverythingIsThrottled_IsWarnedOfOnceAndBlamesNobody()
    {
        var world = new MetricWorld().Serve(Stable, 0, 3, 180).Serve(Candidate, 0, 3, 20);
        for (var minute = 3; minute < 12; minute++)
        {
            world.Put(Candidate, "Throttles", "Sum", MetricWorld.At(60 * minute), 20);
            world.Put(Stable, "Throttles", "Sum", MetricWorld.At(60 * minute), 180);
        }

        var before = world.Check(Compared.Begun(OnlyErrors), 400);
        var said = world.Check(before, 430);
        var later = world.Check(said, 700);

        Assert.DoesNotContain(before.Warnings ?? [], text => text.Contains("throttled", StringComparison.Ordinal));
        Assert.Single(
            later.Warnings!,
            "Lambda took no request of either version in the minute of 2026-01-01T00:03:00Z: it throttled them all. "
                + "Look whether the function's reserved concurrency is 0, or the account's concurrency is used up.");
        Assert.Equal(later.Warnings![^1], Assert.Single(later.Story, entry => entry.State == "CheckHealth").Text);
        Assert.Equal((NextState.Bake, NextState.Bake), (said.Decision.Next, later.Decision.Next));
    }

    [Fact]
    public void Judge_ThrottlesOfBothOfWhichOnesAreLate_BlameNobody()
    {
        var world = new MetricWorld
        {
            Delay = (version, metric, _) => TimeSpan.FromSeconds(version == Stable && metric == "Throttles" ? 200 : 0),
        }
            .Serve(Stable, 0, 10, 360).Serve(Candidate, 0, 10, 40);
        for (var minute = 0; minute < 10; minute++)
        {
            world.Put(Candidate, "Throttles", "Sum", MetricWorld.At(60 * minute), 20);
            world.Put(Stable, "Throttles", "Sum", MetricWorld.At(60 * minute), 180);
        }

        Assert.All(Enumerable.Range(1, 60).Select(check => world.Judge(Compared.Shifted(OnlyErrors), 15 * check)!), judgement =>
            Assert.NotEqual(HealthState.Unhealthy, judgement.Verdict.Health));
    }

    [Fact]
    public void Judge_NoTraffic_IsInconclusiveAndSaysSo()
    {
        var verdict = new MetricWorld().Judge(Compared.Shifted().WithLatency(200), 1_200)!.Verdict;

        Assert.Equal(new(HealthState.Inconclusive, "no requests of the candidate were seen"), verdict);
    }

    [Theory]
    [InlineData("Invocations")]
    [InlineData("Errors")]
    public void Judge_AMetricOfOneVersionOrBothNeverComes_IsInconclusive(string missing)
    {
        foreach (var version in new[] { Candidate, Stable, null })
        {
            var world = new MetricWorld
            {
                Delay = (of, metric, _) => metric == missing && (version is null || of == version)
                    ? TimeSpan.FromDays(1)
                    : TimeSpan.Zero,
            }
                .Serve(Stable, 0, 20, 540, failed: 54).Serve(Candidate, 0, 20, 60, failed: 6);
            var told = missing == "Errors" ? HealthState.Inconclusive : HealthState.Healthy;

            Assert.Equal(told, world.Judge(Compared.Begun(OnlyErrors), 1_200)!.Verdict.Health);
        }
    }

    // All that both versions did in the last minutes is still under way, as it is at any moment: that is no silence.
    [Theory]
    [InlineData(0, 119, HealthState.Healthy)]
    [InlineData(0, 240, HealthState.Inconclusive)]
    [InlineData(4, 0, HealthState.Inconclusive)]
    public void Judge_NothingOfTheLastMinutes_IsASilenceOnlyWhenItShouldBeThere(int stoppedFor, int late, HealthState health)
    {
        var world = new MetricWorld { Delay = (_, _, _) => TimeSpan.FromSeconds(late) }
            .Serve(Stable, 0, 20 - stoppedFor, 540, failed: 9).Serve(Candidate, 0, 20 - stoppedFor, 60, failed: 1);

        Assert.Equal(health, world.Judge(Compared.Begun(OnlyErrors), 1_200)!.Verdict.Health);
    }

    [Fact]
    public void Judge_CannotRead_IsInconclusiveAndHoldsTheStep()
    {
        var rollout = Compared.Begun(OnlyErrors, Given.Step(10, 60), Given.Step(100, 0));

        var judgement = VersionComparison.Judge(
            rollout, MetricReading.Failed(MetricFaultKind.Unavailable, "Rate exceeded"), MetricWorld.At(60))!;
        var held = CheckHealth.Checked(rollout, Given.Healthy, judgement, MetricWorld.At(60));

        Assert.Equal(new(HealthState.Inconclusive, "the metrics could not be read: Rate exceeded"), judgement.Verdict);
        Assert.Equal((NextState.Bake, 15), (held.Decision.Next, held.Internal.Analysis!.WaitedSeconds));
    }

    [Fact]
    public void Noted_ADryRunThatChangesItsMind_TellsOnce()
    {
        var world = new MetricWorld().Serve(Stable, 0, 20, 540).Serve(Candidate, 0, 20, 60, failed: 30);
        var rollout = Compared.Shifted(OnlyErrors with { DryRun = true });
        for (var check = 1; check <= 70; check++)
        {
            rollout = check % 2 == 0
                ? world.Check(rollout, 15 * check)
                : CheckHealth.Checked(rollout, Given.Healthy, Judgement.Blind("no"), MetricWorld.At(15 * check));
        }

        Assert.Equal(NextState.Bake, rollout.Decision.Next);
        Assert.StartsWith("A dry run: the analysis would have gone back here: candidate ",
            Assert.Single(rollout.Story, entry => entry.Text.StartsWith("A dry run", StringComparison.Ordinal)).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Document_WithAllOfTheAnalysis_SurvivesTheWire()
    {
        var metric = Compared.Custom(
            MetricKind.Count, MetricDirection.Decrease) with
        { Expression = "only * 2", Tolerance = new(1.5, .01) };
        var asked = new AnalysisRequest
        {
            Metrics = [metric],
            OnInconclusive = OnInconclusive.Wait,
            AfterWait = AfterWait.Approve,
            DryRun = true,
            PromoteEarly = true,
        };
        var rollout = new MetricWorld().Check(Compared.Shifted(asked).WithLatency(200, 530.5), 15);

        var json = JsonSerializer.Serialize(rollout, CanaryJson.Relaxed.Rollout);
        var back = JsonSerializer.Deserialize(json, CanaryJson.Relaxed.Rollout)!;

        Assert.Equal(json, JsonSerializer.Serialize(back, CanaryJson.Relaxed.Rollout));
        Assert.Equal(rollout.Plan.Analysis! with { Metrics = null }, back.Plan.Analysis! with { Metrics = null });
        Assert.Equal(
            rollout.Internal.Analysis! with { Slow = null, Metrics = null },
            back.Internal.Analysis! with { Slow = null, Metrics = null });
    }
}
