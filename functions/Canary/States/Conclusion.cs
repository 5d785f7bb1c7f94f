using System.Globalization;
using Canary.Rollouts;
using Canary.Rollouts.Plans;
using Canary.Statistics;
using Canary.Wording;

namespace Canary.States;

/// <summary>What the alarms and the analysis say together, and what a step comes to that ends without a verdict.</summary>
internal static class Conclusion
{
    /// <summary>Joins both: either can find the candidate unhealthy, and the alarms win over any analysis.</summary>
    public static Verdict Joined(Rollout rollout, Verdict alarms, Verdict? analysis)
    {
        if (alarms.Health == HealthState.Unhealthy || analysis is null) return alarms;
        if (rollout.Plan.Analysis is { DryRun: true })
            return alarms with { Reason = Quoted.Clip($"{alarms.Reason}; dry run: {analysis.Reason}") };
        if (analysis.Health == HealthState.Unhealthy || rollout.Plan.Alarms.Count == 0)
            return analysis with { Reason = Quoted.Clip(analysis.Reason) };
        return new(analysis.Health, Quoted.Clip($"{analysis.Reason}; {alarms.Reason}"));
    }

    /// <summary>Whether a step may end before its time.</summary>
    public static bool IsEarly(Rollout rollout, Judgement? analysis) =>
        Acting(rollout) is { PromoteEarly: true } && analysis is { Verdict.Health: HealthState.Healthy, SeesPresentWeight: true };

    /// <summary>What a step comes to whose time is over, and why where it is not just the next one.</summary>
    public static StepConclusion Of(Rollout rollout, Judgement? analysis)
    {
        if (Acting(rollout) is not { } plan || analysis is null or { Verdict.Health: HealthState.Healthy })
            return new(StepEnd.GoOn, null);
        var waits = plan.OnInconclusive == OnInconclusive.Wait;
        var (left, waitedSeconds) = (WaitLeft(rollout), rollout.Internal.Analysis!.WaitedSeconds);
        if ((waits || analysis.Suspicious || analysis.IsBlind) && left > 0)
        {
            return new(StepEnd.Hold, string.Create(CultureInfo.InvariantCulture,
                $"The step is held for up to {left:N0} s more, since the analysis is inconclusive."));
        }
        var waited = waitedSeconds > 0
            ? string.Create(CultureInfo.InvariantCulture, $" after {waitedSeconds:N0} s of waiting")
            : "";
        var says = waits ? "afterWait says" : "onInconclusive says";
        return (waits ? plan.AfterWait : plan.OnInconclusive) switch
        {
            OnInconclusive.Rollback =>
                new(StepEnd.GoBack, $"The analysis is inconclusive{waited}, and {says} to roll back then."),
            OnInconclusive.Approve => new(StepEnd.Ask, $"The analysis is inconclusive{waited}."),
            _ => new(StepEnd.GoOn, $"The analysis is inconclusive{waited}, and {says} to go on then."),
        };
    }

    /// <summary>Seconds for which the analysis may still hold the rollout.</summary>
    public static int WaitLeft(Rollout rollout) =>
        Math.Max(0, rollout.Plan.Analysis!.WaitSeconds - rollout.Internal.Analysis!.WaitedSeconds);

    /// <summary>Adds a warning to a promotion without a verdict.</summary>
    public static Rollout WarnedOfNoVerdict(Rollout rollout, Rollout decided) =>
        decided.Internal.Next != NextState.Promote || rollout.Plan.Analysis is not { DryRun: false }
        || rollout.Internal.Analysis!.Latest is { Health: not HealthState.Inconclusive }
        ? decided
        : decided with
        {
            Warnings =
            [
                .. decided.Warnings ?? [],
                $"Version {rollout.CandidateVersion} was promoted without a verdict of the analysis: {WhyNoVerdict(rollout)}.",
            ],
        };

    private static string WhyNoVerdict(Rollout rollout) =>
        rollout.Internal.Analysis!.Latest?.Reason ?? "the steps were over before a whole minute could be compared";

    // In a dry run, and where there is nothing to compare any more, it has no say.
    private static AnalysisPlan? Acting(Rollout rollout) =>
        rollout.Plan.Analysis is { DryRun: false } plan && rollout.CurrentStep.IsCompared ? plan : null;
}
