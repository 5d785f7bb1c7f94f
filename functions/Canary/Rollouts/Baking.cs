using Canary.Analyzing;
using Canary.Approvals;
using Canary.Concurrency;
using Canary.Health;

namespace Canary.Rollouts;

/// <summary>What follows from a check during a bake.</summary>
public static class Baking
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
        var step = rollout.Steps[rollout.CurrentStep];
        var verdict = Concluding.Joined(rollout, alarms, analysis?.Verdict);
        // The bake began when the first wait did, not when ShiftWeight was entered: its retries must not eat the bake.
        var from = step.Checks > 0 ? step.From!.Value : at.AddSeconds(-rollout.Decision.WaitSeconds);
        var left = (int)Math.Ceiling((from.AddSeconds(step.BakeSeconds) - at).TotalSeconds);
        var decided = Decide(Comparing.Noted(rollout, analysis, at), verdict, analysis, left, at);
        return decided.WithStep(rollout.CurrentStep, now => now with
        {
            From = from,
            Until = decided.Decision.Next is NextState.Bake or NextState.AskApproval or NextState.AwaitApproval ? null : at,
            Checks = now.Checks + 1,
            Health = verdict.Health,
            Reason = Limits.Clip(verdict.Reason, Limits.StepReasonLength),
        });
    }

    /// <summary>Goes to the next step; the last one, without a bake, is the promotion, and after the bake that follows it comes the end.</summary>
    internal static Decision Advance(Rollout rollout, string reason)
    {
        if (rollout.StableVersion is null) return new(NextState.CreateAlias, $"{reason} {rollout.Alias} is created at it.");
        var next = rollout.CurrentStep + 1;
        if (rollout.PromotedAt is not null) return new(NextState.Release, $"{Ending.Promoted(rollout)} {reason}");
        return next >= rollout.StepsToPromotion || rollout.Steps[next] is { BakeSeconds: 0 }
            ? new(NextState.Promote, $"{reason} The candidate takes all traffic.")
            : Raising.Next(rollout) is { } raised
            ? new(NextState.RaiseConcurrency, $"{reason} The provisioned concurrency is raised to {raised} first.")
            : new(NextState.ShiftWeight, $"{reason} {rollout.Steps[next].Weight} comes next.");
    }

    private static Rollout Decide(Rollout rollout, Verdict verdict, Judgement? analysis, int left, DateTimeOffset at)
    {
        var where = $"{rollout.StepTitle}: {verdict.Reason}";
        if (rollout.ApprovalRequest is not null) return To(rollout, Approving.Waited(rollout, verdict, at));
        if (rollout.Steps[rollout.CurrentStep].Approval is { Approved: true } approval)
            return Concluding.Warned(rollout, To(rollout, Approving.Approved(rollout, approval, verdict)));
        if (verdict.Health == HealthState.Unhealthy) return To(rollout, new(NextState.Rollback, Sentence.Ended(where)));
        if (left > 0 && !Concluding.IsEarly(rollout, analysis))
            return To(rollout, Bake(rollout, $"{where}; it bakes until {Sentence.Time(at.AddSeconds(left))}.", left));
        var over = left > 0 ? $"{where}; that is enough, before its time." : $"{where}; the bake is over.";
        var (end, text) = Concluding.Of(rollout, analysis);
        return end switch
        {
            StepEnd.Hold => Held(rollout, $"{over} {text}"),
            StepEnd.GoBack => To(rollout, new(NextState.Rollback, $"{over} {text}")),
            StepEnd.Ask => Approving.Asked(rollout.WithStep(rollout.CurrentStep, step => step.ApprovalSeconds > 0
                ? step
                : step with { ApprovalSeconds = rollout.Analysis!.ApprovalSeconds!.Value }), $"{over} {text}", at),
            _ when rollout.Steps[rollout.CurrentStep].ApprovalSeconds > 0 => Approving.Asked(rollout, over, at),
            _ => Concluding.Warned(rollout, To(rollout, Advance(rollout, text is null ? over : $"{over} {text}"))),
        };
    }

    private static Rollout Held(Rollout rollout, string reason)
    {
        var plan = rollout.Analysis!;
        var decision = Bake(rollout, reason, plan.WaitLeft);
        return To(rollout with { Analysis = plan with { WaitedSeconds = plan.WaitedSeconds + decision.WaitSeconds } }, decision);
    }

    private static Decision Bake(Rollout rollout, string reason, int left) =>
        new(NextState.Bake, reason, Math.Min(rollout.CheckIntervalSeconds, left));

    private static Rollout To(Rollout rollout, Decision decision) => rollout with { Decision = decision, Reason = decision.Reason };
}
