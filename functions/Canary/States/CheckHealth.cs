using System.Globalization;
using Canary.Analysis;
using Canary.Rollouts;
using Canary.Statistics;
using Canary.Wording;

namespace Canary.States;

/// <summary>The state <c>CheckHealth</c>: what follows from a check during a bake, or while a person is waited for.</summary>
public static class CheckHealth
{
    /// <summary>The same without a comparison of the two versions.</summary>
    public static Rollout Checked(Rollout rollout, Verdict alarms, DateTimeOffset at) => Checked(rollout, alarms, null, at);

    /// <summary>Bakes on, goes to the next step, promotes, or rolls back.</summary>
    /// <param name="rollout">The rollout.</param>
    /// <param name="alarms">What the alarms say. A breach decides, whatever the analysis says.</param>
    /// <param name="analysis">What the comparison of candidate and stable version says; null where there is none.</param>
    /// <param name="at">When the check began, by the execution's time.</param>
    public static Rollout Checked(Rollout rollout, Verdict alarms, Judgement? analysis, DateTimeOffset at)
    {
        var step = rollout.CurrentStep;
        var verdict = Conclusion.Joined(rollout, alarms, analysis?.Verdict);
        // The bake began when the first wait did, not when ShiftWeight was entered: its retries must not eat the bake.
        var from = step.Checks > 0 ? step.StartedAt!.Value : at.AddSeconds(-rollout.Decision.WaitSeconds);
        var left = (int)Math.Ceiling((from.AddSeconds(step.BakeSeconds) - at).TotalSeconds);
        var decided = Decide(VersionComparison.Noted(rollout, analysis, at), verdict, analysis, left, at);
        return decided.WithStep(rollout.Internal.CurrentStep, now => now with
        {
            StartedAt = from,
            EndedAt = decided.Internal.Next is NextState.Bake or NextState.AskApproval or NextState.AwaitApproval ? null : at,
            Checks = now.Checks + 1,
            Health = verdict.Health,
            Reason = Quoted.Clip(verdict.Reason, rollout.Internal.StepReasonLength),
        });
    }

    private static Rollout Decide(Rollout rollout, Verdict verdict, Judgement? analysis, int left, DateTimeOffset at)
    {
        var where = $"{rollout.StepTitle}: {verdict.Reason}";
        if (rollout.Internal.ApprovalRequest is not null) return rollout.Decide(Waited(rollout, verdict, at));
        if (rollout.CurrentStep.Approval is { Approved: true } approval)
            return Conclusion.WarnedOfNoVerdict(rollout, rollout.Decide(Approved(rollout, approval, verdict)));
        if (verdict.Health == HealthState.Unhealthy) return rollout.Decide(new(NextState.Rollback, Sentence.Ended(where)));
        if (left > 0 && !Conclusion.IsEarly(rollout, analysis))
            return rollout.Decide(Bake(rollout, $"{where}; it bakes until {Sentence.Time(at.AddSeconds(left))}.", left));
        var over = left > 0 ? $"{where}; that is enough, before its time." : $"{where}; the bake is over.";
        var (end, text) = Conclusion.Of(rollout, analysis);
        return end switch
        {
            StepEnd.Hold => Held(rollout, $"{over} {text}", at),
            StepEnd.GoBack => rollout.Decide(new(NextState.Rollback, $"{over} {text}")),
            StepEnd.Ask => NextStep.AskApproval(rollout.WithStep(rollout.Internal.CurrentStep, step => step.ApprovalSeconds > 0
                ? step
                : step with { ApprovalSeconds = rollout.Plan.Analysis!.ApprovalSeconds!.Value }), $"{over} {text}", at),
            _ when rollout.CurrentStep.ApprovalSeconds > 0 => NextStep.AskApproval(rollout, over, at),
            _ => Conclusion.WarnedOfNoVerdict(
                rollout, rollout.Decide(NextStep.Advance(rollout, text is null ? over : $"{over} {text}"))),
        };
    }

    /// <summary>Waits on, or goes back: the alarms are watched meanwhile, and nobody waits forever.</summary>
    private static Decision Waited(Rollout rollout, Verdict verdict, DateTimeOffset at)
    {
        var asked = rollout.Internal.ApprovalRequest!;
        var title = rollout.StepTitle;
        if (verdict.Health == HealthState.Unhealthy)
            return new(NextState.Rollback, Sentence.Ended($"{title}, which waited for approval: {verdict.Reason}"));
        var left = (int)Math.Ceiling((asked.ExpiresAt - at).TotalSeconds);
        return left > 0
            ? new(
                NextState.AwaitApproval,
                $"{title}: {verdict.Reason}; it waits until {Sentence.Time(asked.ExpiresAt)} for a person to approve it.",
                Math.Min(rollout.Plan.CheckIntervalSeconds, left))
            : new(NextState.Rollback, string.Create(
                CultureInfo.InvariantCulture,
                $"Nobody approved step {asked.Step} within {rollout.CurrentStep.ApprovalSeconds:N0} s."));
    }

    /// <summary>
    /// Goes on, or goes back if the check that follows on the approval objects: a person's word is no word against an alarm.
    /// </summary>
    private static Decision Approved(Rollout rollout, StepApproval approval, Verdict verdict) =>
        verdict.Health == HealthState.Unhealthy
            ? new(NextState.Rollback, Sentence.Ended($"{rollout.StepTitle}, which {approval.By} approved: {verdict.Reason}"))
            : NextStep.Advance(rollout, $"{rollout.StepTitle}: {verdict.Reason}; {approval.By} approved it.");

    /// <summary>Stays in the step, whose time is over. The story tells of it once.</summary>
    private static Rollout Held(Rollout rollout, string reason, DateTimeOffset at)
    {
        var (known, left) = (rollout.Internal.Analysis!, Conclusion.WaitLeft(rollout));
        var decision = Bake(rollout, reason, left);
        var held = rollout.Decide(decision)
            .Note(own => own with { Analysis = known with { WaitedSeconds = known.WaitedSeconds + decision.WaitSeconds } });
        var text = $"{rollout.StepTitle} is held";
        return rollout.Story.Any(entry => entry.Text.StartsWith(text, StringComparison.Ordinal))
            ? held
            : held.TellOfStep(at, "CheckHealth", $"{text} {Conclusion.Held(rollout, left)}.");
    }

    private static Decision Bake(Rollout rollout, string reason, int left) =>
        new(NextState.Bake, reason, Math.Min(rollout.Plan.CheckIntervalSeconds, left));
}
