using Canary.Analysis;
using Canary.Input;
using Canary.Ports;
using Canary.Rollouts;
using Canary.Rollouts.Plans;
using Canary.States;
using Canary.Statistics;
using Canary.Tests.Rollouts;

namespace Canary.Tests.Analysis;

/// <summary>Rollouts whose versions are compared, and their checks.</summary>
internal static class Compared
{
    public static readonly MetricReading NothingRead = new(new Dictionary<string, IReadOnlyDictionary<DateTimeOffset, double>>());

    /// <summary>A declined payment, counted by version.</summary>
    public static CustomMetric Custom(MetricKind kind, MetricDirection direction) =>
        new("declined", kind, direction, ToleranceChoice.Custom,
            new Dictionary<string, MetricSource>
            {
                ["only"] = new(
                    "Shop",
                    "Declined",
                    kind == MetricKind.Count ? "Sum" : "Average",
                    new Dictionary<string, string> { ["ExecutedVersion"] = "{version}" }),
            },
            null);

    /// <summary>The first step has just begun.</summary>
    public static Rollout Shifted(AnalysisRequest? asked = null, params Step[] steps) => Shifted(asked, Given.Time, steps);

    /// <summary>The first step has just begun, at some time.</summary>
    public static Rollout Shifted(AnalysisRequest? asked, DateTimeOffset at, params Step[] steps)
    {
        Step[] plan = steps.Length > 0 ? steps : [Given.Step(10, 1_200), Given.Step(100, 0)];
        var request = Given.Request(plan) with { Analysis = asked ?? new() };
        var world = Given.World with { History = new(NothingRead, null) };
        var planned = PlanRollout.Plan(request, [], world, Given.Execution, at);
        var held = HoldAlias.Held(planned, Given.Written(HoldAlias.Wanted(planned), "revision-2"), at);
        return Shifted(Given.Ready(held), at);
    }

    /// <summary>The first step was checked once, so that it is known when its weight was in force.</summary>
    public static Rollout Begun(AnalysisRequest? asked = null, params Step[] steps) =>
        new MetricWorld().Check(Shifted(asked, steps), 15);

    /// <summary>The next step has just begun.</summary>
    public static Rollout Shifted(Rollout rollout, DateTimeOffset at) =>
        ShiftWeight.Shifted(rollout, Given.Written(ShiftWeight.Wanted(rollout), "revision-3"), at);

    public static Rollout WithLatency(this Rollout rollout, params double[] thresholds) => Known(
        Given.With(rollout, plan => plan with { Analysis = plan.Analysis! with { Latency = ToleranceChoice.Latency } }),
        known => known with { Slow = [.. thresholds.Select(slow => new SlowThreshold(slow, Calibration.Steady))] });

    /// <summary>The rollout with something else known from before it.</summary>
    public static Rollout Known(Rollout rollout, Func<AnalysisMemory, AnalysisMemory> change) =>
        rollout.Note(own => own with { Analysis = change(own.Analysis!) });

    public static Judgement? Judge(this MetricWorld world, Rollout rollout, double seconds)
    {
        var at = MetricWorld.At(seconds);
        return VersionComparison.Judge(
            rollout, VersionComparison.Asked(rollout, at) is { } asked ? world.Read(asked, at) : null, at);
    }

    /// <summary>The check that comes next, with alarms that have no objection.</summary>
    public static Rollout Check(this MetricWorld world, Rollout rollout, double seconds) =>
        CheckHealth.Checked(
            rollout,
            new(HealthState.Inconclusive, "no alarms are watched"),
            world.Judge(rollout, seconds),
            MetricWorld.At(seconds));
}
