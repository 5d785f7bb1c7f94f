using Canary.Approvals;
using Canary.Concurrency;
using Canary.Health;

namespace Canary.Rollouts;

/// <summary>What follows from a check during a bake.</summary>
public static class Baking
{
    /// <summary>Bakes on, goes to the next step, promotes, or rolls back.</summary>
    /// <param name="rollout">The rollout.</param>
    /// <param name="verdict">What the check says.</param>
    /// <param name="at">When the check began, by the execution's time.</param>
    public static Rollout Checked(Rollout rollout, Verdict verdict, DateTimeOffset at)
    {
        var step = rollout.Steps[rollout.CurrentStep];
        var where = $"{rollout.StepTitle}: {verdict.Reason}";
        // The bake began when the first wait did, not when ShiftWeight was entered: its retries must not eat the bake.
        var from = step.Checks > 0 ? step.From!.Value : at.AddSeconds(-rollout.Decision.WaitSeconds);
        var left = (int)Math.Ceiling((from.AddSeconds(step.BakeSeconds) - at).TotalSeconds);
        var decided = Decide(rollout, verdict, where, left, at);
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
        if (rollout.PromotedAt is not null) return new(NextState.Release, $"{reason} {rollout.Alias} stays at version {rollout.CandidateVersion}.");
        return next >= rollout.StepsToPromotion || rollout.Steps[next] is { BakeSeconds: 0 }
            ? new(NextState.Promote, $"{reason} The candidate takes all traffic.")
            : Raising.Next(rollout) is { } raised
            ? new(NextState.RaiseConcurrency, $"{reason} The provisioned concurrency is raised to {raised} first.")
            : new(NextState.ShiftWeight, $"{reason} {rollout.Steps[next].Weight} comes next.");
    }

    private static Rollout Decide(Rollout rollout, Verdict verdict, string where, int left, DateTimeOffset at)
    {
        if (rollout.ApprovalRequest is null && verdict.Health != HealthState.Unhealthy && left <= 0 && rollout.Steps[rollout.CurrentStep].ApprovalSeconds > 0)
            return Approving.Asked(rollout, $"{where}; the bake is over.", at);
        var decision = rollout.ApprovalRequest is null ? Decide(rollout, verdict, where, left) : Approving.Waited(rollout, verdict, where, at);
        return rollout with { Decision = decision, Reason = decision.Reason };
    }

    private static Decision Decide(Rollout rollout, Verdict verdict, string where, int left)
    {
        if (verdict.Health == HealthState.Unhealthy) return new(NextState.Rollback, where);
        return left > 0
            ? new(NextState.Bake, $"{where}; {left} s left.", Math.Min(rollout.CheckIntervalSeconds, left))
            : Advance(rollout, $"{where}; the bake is over.");
    }
}
