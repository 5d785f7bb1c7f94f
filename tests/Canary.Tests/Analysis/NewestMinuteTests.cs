using Canary.Analysis;
using Canary.Input;
using Canary.Rollouts;
using Canary.Statistics;
using Canary.Tests.Rollouts;

namespace Canary.Tests.Analysis;

/// <summary>When a minute is judged: as soon as it has arrived whole, and not before.</summary>
public class NewestMinuteTests
{
    private const string Candidate = MetricWorld.Candidate;
    private const string Stable = MetricWorld.Stable;
    private static readonly AnalysisRequest OnlyErrors = new() { Latency = null };

    private static readonly DateTimeOffset Before = Given.Time.AddMinutes(-30);

    [Theory]
    [InlineData(600, 59, HealthState.Inconclusive)]
    [InlineData(600, 60, HealthState.Unhealthy)]
    [InlineData(400, 179, HealthState.Inconclusive)]
    [InlineData(900, 179, HealthState.Inconclusive)]
    [InlineData(0, 239, HealthState.Inconclusive)]
    [InlineData(0, 240, HealthState.Unhealthy)]
    public void Judge_AsManyRequestsAreToldAsWereExpected_TheMinuteIsWhole(double expected, int seconds, HealthState health) =>
        Assert.Equal(health, InParts(8, failed: 3).Judge(Expecting(expected), seconds)!.Verdict.Health);

    // Lambda tells of a request when it ends: of half a minute's requests that take 30 s
    // nothing is told when the next minute begins.
    [Theory]
    [InlineData(10_000, 60, HealthState.Unhealthy)]
    [InlineData(30_000, 105, HealthState.Inconclusive)]
    [InlineData(30_000, 120, HealthState.Unhealthy)]
    [InlineData(75_000, 165, HealthState.Inconclusive)]
    [InlineData(75_000, 180, HealthState.Unhealthy)]
    [InlineData(1e300, 120, HealthState.Inconclusive)]
    public void Judge_RequestsTakeLong_TheMinuteIsWholeWhenTheyHaveEnded(double milliseconds, int seconds, HealthState health) =>
        Assert.Equal(
            health, InParts(16, failed: 3).Judge(Expecting(600).WithLatency(milliseconds), seconds)!.Verdict.Health);

    // Both begin to fail in the middle of minute 5. Of the candidate all is told, of the stable version what came before.
    [Theory]
    [InlineData(0)]
    [InlineData(3_000)]
    public void Judge_OfAnOutageOfBothTheStableVersionsPartIsLate_TheCandidateIsNotBlamed(double expected)
    {
        var fifth = MetricWorld.At(300);
        var world = new MetricWorld
        {
            Delay = (version, _, from) => version == Stable && from >= fifth.AddSeconds(15)
                ? fifth.AddSeconds(150) - from.AddSeconds(15)
                : TimeSpan.FromSeconds(60),
        };
        for (var part = 0; part < 24; part++)
        {
            var rate = part >= 22 ? .8 : .01;
            world.Serve(Stable, MetricWorld.At(15 * part), 15, 675, (long)(675 * rate));
            world.Serve(Candidate, MetricWorld.At(15 * part), 15, 75, (long)Math.Ceiling(75 * rate));
        }

        var rollout = Expecting(expected);

        Assert.All([375, 390, 405, 420, 435, 450, 480, 540], seconds => Assert.NotEqual(
            HealthState.Unhealthy, world.Judge(rollout, seconds)!.Verdict.Health));
    }

    // A check may come at any second of a minute, and a shift too.
    [Theory]
    [InlineData(0)]
    [InlineData(270)]
    public void Judge_NothingWorks_IsSeenWithinAMinuteOfTheShift(double expected)
    {
        for (var shifted = 0; shifted < 60; shifted++)
        {
            var begun = Compared.Shifted(OnlyErrors, MetricWorld.At(shifted), Given.Step(10, 1_200));
            var rollout = Compared.Known(
                new MetricWorld().Check(begun, shifted + 15),
                known => known with { RequestsPerMinute = expected });
            var world = new MetricWorld();
            for (var second = shifted; second < shifted + 60; second++)
            {
                world.Serve(Stable, MetricWorld.At(second), 1, second % 2 == 0 ? 5 : 3, 0);
                world.Serve(Candidate, MetricWorld.At(second), 1, second % 2, second % 2);
            }

            Assert.True(
                world.Judge(rollout, shifted + 60)!.Verdict.Health == HealthState.Unhealthy,
                $"A shift at second {shifted} is judged within a minute.");
        }
    }

    // What excuses the candidate does not speak for it.
    [Fact]
    public void Judge_NothingIsWholeYet_IsNotHealthy()
    {
        var world = new MetricWorld().Serve(Stable, 0, 2, 100_000).Serve(Candidate, 0, 2, 10_000);

        Assert.Equal(HealthState.Inconclusive, world.Judge(Expecting(0), 120)!.Verdict.Health);
        Assert.Equal(HealthState.Healthy, world.Judge(Expecting(0), 240)!.Verdict.Health);
    }

    // If Lambda told of no error of 0, the stable version's minutes without errors would have requests and nothing else.
    [Theory]
    [InlineData(true, HealthState.Unhealthy)]
    [InlineData(false, HealthState.Inconclusive)]
    public void Judge_NoZerosAreTold_WhatIsMissingIsOneWhereThatWasSoBefore(bool sparse, HealthState health)
    {
        var world = new MetricWorld();
        for (var minute = 0; minute < 3; minute++)
        {
            var from = MetricWorld.At(60 * minute);
            world.Put(Stable, "Invocations", "Sum", from, 540).Put(Candidate, "Invocations", "Sum", from, 60)
                .Put(Candidate, "Errors", "Sum", from, 12).Put(Candidate, "Errors", "SampleCount", from, 12);
        }
        var rollout = Compared.Shifted(OnlyErrors);

        var judgement = world.Judge(Compared.Known(rollout, known => known with { SparseErrors = sparse }), 240)!;

        Assert.Equal(health, judgement.Verdict.Health);
        Assert.Equal(HealthState.Unhealthy, world.Judge(rollout, 420)!.Verdict.Health);
    }

    [Theory]
    [InlineData(9, 0, null)]
    [InlineData(10, 0, true)]
    [InlineData(30, 1, false)]
    public void Plan_ManyMinutesWithoutErrorsAndNoZeroAmongThem_AreSparse(int without, int withZero, bool? sparse)
    {
        var request = Given.Request() with { Analysis = OnlyErrors };
        var series = new Dictionary<string, IReadOnlyDictionary<DateTimeOffset, double>>
        {
            ["a_invocations"] =
                Enumerable.Range(0, without + withZero).ToDictionary(minute => Before.AddMinutes(-minute), _ => 50.0),
            ["a_samples"] = Enumerable.Range(without, withZero).ToDictionary(minute => Before.AddMinutes(-minute), _ => 50.0),
            ["a_errors"] = Enumerable.Range(without, withZero).ToDictionary(minute => Before.AddMinutes(-minute), _ => 0.0),
        };

        Assert.Equal(sparse, Baseline.Known(request, "3", new(new(series), null))!.SparseErrors);
    }

    private static Rollout Expecting(double requestsAMinute) => Compared.Known(
        Compared.Begun(OnlyErrors), known => known with { RequestsPerMinute = requestsAMinute });

    private static MetricWorld InParts(int parts, long failed)
    {
        var world = new MetricWorld();
        for (var part = 0; part < parts; part++)
        {
            world.Serve(Stable, MetricWorld.At(15 * part), 15, 135, 0);
            world.Serve(Candidate, MetricWorld.At(15 * part), 15, 15, failed);
        }
        return world;
    }
}
