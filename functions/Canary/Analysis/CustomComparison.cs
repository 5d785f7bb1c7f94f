using Canary.Rollouts;
using Canary.Rollouts.Plans;
using Canary.Statistics;
using Canary.Statistics.Values;

namespace Canary.Analysis;

/// <summary>Judges the candidate by a metric of the user's own.</summary>
internal static class CustomComparison
{
    /// <summary>Judges the candidate.</summary>
    /// <param name="rollout">The rollout.</param>
    /// <param name="index">Which of the plan's metrics it is.</param>
    /// <param name="traffic">What both versions did by it.</param>
    public static Judgement Judge(Rollout rollout, int index, CustomTraffic traffic)
    {
        var (metric, known) = (rollout.Plan.Analysis!.Metrics![index], rollout.Internal.Analysis!);
        var tolerance = metric.Tolerance.From(Tolerance.Errors) with { SkipsWeightChanges = true };
        if (metric.Kind == MetricKind.Value)
            return ValueJudge.Judge(metric.Name, traffic.Values(), metric.IsGood, tolerance, known.PlannedMinutes);
        var baseline = known.Metrics![index];
        var judged = Count(early: false);
        if (judged.Verdict.Health == HealthState.Unhealthy) return judged;
        // What should be there by now and is not holds a step that is over, until it is sure that it will not come.
        return Count(early: true).Verdict is not (HealthState.Unhealthy, var why)
            ? judged
            : judged with
            {
                Verdict = new(HealthState.Inconclusive, $"{why}, unless more comes within the next minutes"),
                Suspicious = true,
            };

        Judgement Count(bool early) =>
            traffic.CanCount(metric, baseline) && traffic.Counted(early) is { Count: > 0 } minutes
                ? SignalJudge.Judge(
                    rollout,
                    tolerance,
                    new Signal($"counted as {metric.Name}", minutes, baseline.Calibration) { IsGood = metric.IsGood })
                : new(new(HealthState.Inconclusive, $"no values of {metric.Name} could be compared"), [], 1, false);
    }
}
