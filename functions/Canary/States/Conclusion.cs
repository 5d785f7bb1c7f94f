using System.Globalization;
using Canary.Checks;
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
        var isHeld = analysis.IsBlind || analysis.Suspicious || plan.OnInconclusive == OnInconclusive.Wait;
        if (isHeld && WaitLeft(rollout) is > 0 and var left)
            return new(StepEnd.Hold, string.Create(CultureInfo.InvariantCulture, $"The step is held {Held(rollout, left)}."));
        var (end, says) = analysis.IsBlind ? OfBlind(plan.OnUnreadable)
            : plan.OnInconclusive == OnInconclusive.Wait ? OfWait(plan.AfterWait, analysis.Suspicious)
            : OfInconclusive(plan.OnInconclusive);
        var what = analysis.IsBlind ? "The metrics could not be read" : "The analysis is inconclusive";
        var waited = rollout.Internal.Analysis!.WaitedSeconds is > 0 and var seconds
            ? string.Create(CultureInfo.InvariantCulture, $" after {seconds:N0} s of waiting")
            : "";
        return new(end, end switch
        {
            StepEnd.GoBack => $"{what}{waited}, and {says} to roll back then.",
            StepEnd.Ask => $"{what}{waited}.",
            _ => $"{what}{waited}, and {says} to go on then.",
        });
    }

    /// <summary>For how long a step is held, and why.</summary>
    public static string Held(Rollout rollout, int left)
    {
        var why = IsBlind(rollout) ? "the metrics cannot be read" : "the analysis is inconclusive";
        return string.Create(CultureInfo.InvariantCulture, $"for up to {left:N0} s more, since {why}");
    }

    /// <summary>Notes that a step is held, and tells it once for each step.</summary>
    public static Rollout ToldOfHold(Rollout held, string why, DateTimeOffset at) =>
        held.Internal.HeldStep == held.Internal.CurrentStep
            ? held
            : held.Note(own => own with { HeldStep = own.CurrentStep })
                .TellOfStep(at, "CheckHealth", $"{held.StepTitle} is held {why}.");

    /// <summary>Seconds for which the analysis may still hold the rollout.</summary>
    public static int WaitLeft(Rollout rollout) => Math.Max(0, rollout.Plan.Analysis!.WaitSeconds
        + (!IsBlind(rollout) ? 0
            : rollout.Internal.Analysis!.IsThrottled ? Limits.ThrottledSeconds
            : Limits.UnreadableSeconds)
        - rollout.Internal.Analysis!.WaitedSeconds);

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

    private static (StepEnd End, string Says) OfInconclusive(OnInconclusive policy) => (policy switch
    {
        OnInconclusive.Rollback => StepEnd.GoBack,
        OnInconclusive.Approve => StepEnd.Ask,
        _ => StepEnd.GoOn,
    }, "onInconclusive says");

    private static (StepEnd End, string Says) OfWait(AfterWait? policy, bool suspicious) => policy switch
    {
        AfterWait.Rollback => (StepEnd.GoBack, "afterWait says"),
        AfterWait.Approve => (StepEnd.Ask, "afterWait says"),
        AfterWait.Promote => (StepEnd.GoOn, "afterWait says"),
        _ when suspicious => (StepEnd.GoBack, "the evidence is suspicious: afterWait says"),
        _ => (StepEnd.GoOn, "nothing speaks against the candidate: afterWait says"),
    };

    // Alarms that are OK are no eyes: they would be OK in an outage of CloudWatch too.
    private static (StepEnd End, string Says) OfBlind(OnUnreadable policy) => (policy switch
    {
        OnUnreadable.Promote => StepEnd.GoOn,
        OnUnreadable.Approve => StepEnd.Ask,
        _ => StepEnd.GoBack,
    }, "onUnreadable says");

    private static bool IsBlind(Rollout rollout) => rollout.Internal.Analysis!.IsBlind;

    private static string WhyNoVerdict(Rollout rollout) =>
        rollout.Internal.Analysis!.Latest?.Reason ?? "the steps were over before a whole minute could be compared";

    // In a dry run, and where there is nothing to compare any more, it has no say.
    private static AnalysisPlan? Acting(Rollout rollout) =>
        rollout.Plan.Analysis is { DryRun: false } plan && rollout.CurrentStep.IsCompared ? plan : null;
}
