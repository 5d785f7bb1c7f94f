using Canary.Aliases;
using Canary.Cli.Screens;
using Canary.Rollouts;
using Canary.Rollouts.Plans;

namespace Canary.Cli.Planning;

/// <summary>How long a rollout takes and what it costs, if nothing goes wrong and nobody is waited for.</summary>
/// <param name="Seconds">All bakes together.</param>
/// <param name="LongestSeconds">With all that the analysis may hold, and the time that people have for approvals.</param>
/// <param name="Transitions">State transitions.</param>
/// <param name="Metrics">Metrics asked for.</param>
/// <param name="AlarmReadings">Calls of DescribeAlarms.</param>
internal sealed record RolloutEstimate(int Seconds, int LongestSeconds, int Transitions, int Metrics, int AlarmReadings)
{
    // Bake, CheckHealth and Decide; a shift; and the states that come once. docs/cost.md has whole rollouts counted.
    private const int PerCheck = 3;
    private const int PerStep = 1;
    private const int Once = 8;

    private const int ErrorMetrics = 8;
    private const int LatencyMetrics = 6;

    /// <summary>Besides Lambda, logs and what callers cost.</summary>
    public decimal Dollars =>
        Transitions * Prices.Transition + Metrics * Prices.Metric + AlarmReadings * Prices.Call;

    /// <summary>That of a plan.</summary>
    public static RolloutEstimate Of(Rollout plan)
    {
        var compared = plan.Steps.Where(IsCompared).ToList();
        var analysis = compared.Count == 0 ? null : plan.Plan.Analysis;
        var checks = plan.Steps.Sum(step => Ceiling(step.BakeSeconds, Math.Max(1, plan.Plan.CheckIntervalSeconds)));
        var seconds = plan.Steps.Sum(step => step.BakeSeconds);
        // One early in the first minute, one a minute, and one where a step may end.
        var readings = analysis is null ? 0 : 1 + compared.Sum(step => Ceiling(step.BakeSeconds, 60) + 1);
        return new(
            seconds,
            seconds + plan.Steps.Sum(step => Asked(step, analysis)) + (analysis is { DryRun: false } ? analysis.WaitSeconds : 0),
            PerCheck * checks + PerStep * plan.Steps.Count + Once,
            readings * (analysis is null ? 0 : MetricsOf(analysis)),
            plan.Plan.Alarms.Count == 0 ? 0 : checks + 1);
    }

    private static int Asked(Step step, AnalysisPlan? analysis) =>
        step.ApprovalSeconds > 0 || !IsCompared(step) ? step.ApprovalSeconds : analysis?.ApprovalSeconds ?? 0;

    private static bool IsCompared(Step step) => step is { BakeSeconds: > 0, AfterPromotion: false } && step.Weight < Weight.Full;

    private static int MetricsOf(AnalysisPlan analysis) =>
        ErrorMetrics + (analysis.Latency is null ? 0 : LatencyMetrics)
        + 2 * (analysis.Metrics ?? []).Sum(metric => metric.Sources.Count);

    private static int Ceiling(int total, int part) => (total + part - 1) / part;
}
