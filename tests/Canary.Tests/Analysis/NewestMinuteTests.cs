using Canary.Analysis;
using Canary.Input;
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
    [InlineData(45, HealthState.Inconclusive)]
    [InlineData(60, HealthState.Inconclusive)]
    [InlineData(75, HealthState.Unhealthy)]
    public void Judge_TheNextMinuteOfBothIsTold_TheMinuteIsWhole(int seconds, HealthState health)
    {
        var world = new MetricWorld();
        for (var part = 0; part < 8; part++)
        {
            world.Serve(Stable, MetricWorld.At(15 * part), 15, 135, 0);
            world.Serve(Candidate, MetricWorld.At(15 * part), 15, 15, 3);
        }

        Assert.Equal(health, world.Judge(Compared.Shifted(OnlyErrors), seconds)!.Verdict.Health);
    }

    // Lambda tells of a request when it ends: of half a minute's requests that take 30 s
    // nothing is told when the next minute begins.
    [Theory]
    [InlineData(10_000, 75, HealthState.Unhealthy)]
    [InlineData(30_000, 75, HealthState.Inconclusive)]
    [InlineData(30_000, 120, HealthState.Inconclusive)]
    [InlineData(30_000, 135, HealthState.Unhealthy)]
    [InlineData(75_000, 180, HealthState.Inconclusive)]
    [InlineData(75_000, 195, HealthState.Unhealthy)]
    [InlineData(1e300, 240, HealthState.Inconclusive)]
    public void Judge_RequestsTakeLong_TheMinuteIsWholeWhenTheyHaveEnded(double milliseconds, int seconds, HealthState health)
    {
        var world = new MetricWorld();
        for (var part = 0; part < 16; part++)
        {
            world.Serve(Stable, MetricWorld.At(15 * part), 15, 135, 0);
            world.Serve(Candidate, MetricWorld.At(15 * part), 15, 15, 3);
        }

        Assert.Equal(health, world.Judge(Compared.Shifted(OnlyErrors).WithLatency(milliseconds), seconds)!.Verdict.Health);
    }

    [Theory]
    [InlineData(105, HealthState.Inconclusive)]
    [InlineData(120, HealthState.Unhealthy)]
    public void Judge_NothingFollows_TheMinuteIsWholeAMinuteLater(int seconds, HealthState health) => Assert.Equal(
        health, new MetricWorld()
            .Serve(Stable, 0, 1, 540)
            .Serve(Candidate, 0, 1, 60, failed: 12)
            .Judge(Compared.Shifted(OnlyErrors), seconds)!.Verdict.Health);

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

        var judgement = world.Judge(Compared.Known(rollout, known => known with { SparseErrors = sparse }), 185)!;

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
}
