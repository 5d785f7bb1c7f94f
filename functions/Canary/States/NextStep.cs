using Canary.Checks;
using Canary.Rollouts;
using Canary.Rollouts.Plans;
using Canary.Wording;

namespace Canary.States;

/// <summary>
/// What follows what, on the way forward. The state machine's <c>Decide</c> goes where the decision says;
/// what fails goes to <c>Rollback</c>, whatever it was.
/// </summary>
internal static class NextStep
{
    /// <summary>Once the candidate is Active: to the hook that comes before any traffic, or to the first step.</summary>
    public static Decision AfterVersion(Rollout rollout, string reason) =>
        BeforeAllowTraffic(rollout, reason) ?? Advance(rollout, reason);

    /// <summary>
    /// Goes to the next step; the last one, without a bake, is the promotion, and after the bake that follows it comes the end.
    /// </summary>
    public static Decision Advance(Rollout rollout, string reason)
    {
        if (rollout.StableVersion is null) return new(NextState.CreateAlias, $"{reason} {rollout.Alias} is created at it.");
        var next = rollout.Internal.CurrentStep + 1;
        if (rollout.Internal.PromotedAt is not null) return new(NextState.FreeAlias, $"{Ending.Promoted(rollout)} {reason}");
        return next >= rollout.StepsToPromotion || rollout.Steps[next] is { BakeSeconds: 0 }
            ? new(NextState.Promote, $"{reason} The candidate takes all traffic.")
            : RaisedTo(rollout) is { } raised
            ? new(NextState.RaiseConcurrency, $"{reason} The provisioned concurrency is raised to {raised} first.")
            : new(NextState.ShiftWeight, $"{reason} {rollout.Steps[next].Weight} comes next.");
    }

    /// <summary>Begins to wait, when the step's bake is over.</summary>
    public static Rollout AskApproval(Rollout rollout, string reason, DateTimeOffset at)
    {
        var step = rollout.CurrentStep;
        var until = at.AddSeconds(step.ApprovalSeconds);
        var why = $"{reason} It waits until {Sentence.Time(until)} for a person to approve it.";
        return rollout.Decide(new(NextState.Bake, why, Math.Min(CheckPace.WaitSeconds(rollout), step.ApprovalSeconds)))
            .Note(own => own with { ApprovalRequest = new(own.CurrentStep + 1, step.Weight, until) })
            .TellOfStep(at, "CheckHealth", $"{rollout.StepTitle} waits until {Sentence.Time(until)} for a person to approve it.");
    }

    /// <summary>The same where the plan may have none who is asked: the analysis then says how long a person has.</summary>
    public static Rollout AskUnplanned(Rollout rollout, string reason, DateTimeOffset at) =>
        AskApproval(rollout.WithStep(rollout.Internal.CurrentStep, step => step.ApprovalSeconds > 0
            ? step
            : step with { ApprovalSeconds = rollout.Plan.Analysis!.ApprovalSeconds!.Value }), reason, at);

    /// <summary>
    /// Goes on once the candidate has all traffic, or the alias was created at it: to the hook that comes then, or on.
    /// </summary>
    public static Rollout AfterPromotion(Rollout promoted, string reason, DateTimeOffset at) =>
        AfterAllowTraffic(promoted, reason) is { } hook
            ? promoted.Decide(hook) with { Reason = reason }
            : AfterPromotionHook(promoted, reason, at);

    /// <summary>Goes on after the promotion and its hook: to the bake that follows it, or to the end.</summary>
    public static Rollout AfterPromotionHook(Rollout promoted, string reason, DateTimeOffset at)
    {
        var after = promoted.StepsToPromotion;
        return after < promoted.Steps.Count ? BakeOn(promoted, after, at) : Free(promoted, reason);
    }

    /// <summary>Begins the bake after the promotion.</summary>
    private static Rollout BakeOn(Rollout promoted, int index, DateTimeOffset at)
    {
        var seconds = promoted.Steps[index].BakeSeconds;
        var reason = $"{promoted.Alias} is at version {promoted.CandidateVersion}, with all traffic, "
            + $"and is watched until {Sentence.Time(at.AddSeconds(seconds))}.";
        return promoted.Decide(new(NextState.Bake, reason, Math.Min(CheckPace.WaitSeconds(promoted), seconds)))
            .Note(own => own with { CurrentStep = index })
            .WithStep(index, begun => begun with { StartedAt = at, Checks = 0 })
            .TellOfStep(
                at, "Bake", $"Version {promoted.CandidateVersion} is watched until {Sentence.Time(at.AddSeconds(seconds))}.");
    }

    /// <summary>
    /// Whether nothing comes after the promotion: then the alias is free with it, and one call does both.
    /// Lambda's own shift of an alias with provisioned concurrency comes after it.
    /// </summary>
    public static bool EndsWithPromotion(Rollout rollout) =>
        rollout is { StableVersion: not null, Plan.ProvisionedConcurrency: null }
        && rollout.Plan.Hooks?.AfterAllowTraffic is null
        && rollout.StepsToPromotion == rollout.Steps.Count;

    /// <summary>Goes to the end: nothing stands between the rollout and its success but letting go.</summary>
    public static Rollout Free(Rollout rollout, string reason) => rollout.Decide(new(NextState.FreeAlias, reason));

    /// <summary>To the hook that comes before any traffic, or null where there is none.</summary>
    private static Decision? BeforeAllowTraffic(Rollout rollout, string reason) =>
        Hook(rollout.Plan.Hooks?.BeforeAllowTraffic, NextState.BeforeAllowTraffic, NextState.BeforeAllowTrafficCallback, reason);

    /// <summary>To the hook that comes after the promotion, or null where there is none.</summary>
    private static Decision? AfterAllowTraffic(Rollout rollout, string reason) =>
        Hook(rollout.Plan.Hooks?.AfterAllowTraffic, NextState.AfterAllowTraffic, NextState.AfterAllowTrafficCallback, reason);

    private static Decision? Hook(Hook? hook, NextState answer, NextState callback, string reason) => hook is null
        ? null
        : new(hook.WaitForCallback ? callback : answer, $"{reason} The hook {answer} ({hook.FunctionName}) comes next.");

    /// <summary>
    /// What to raise it to before the next shift; null where there is nothing to raise, or it is raised already.
    /// </summary>
    public static int? RaisedTo(Rollout rollout) =>
        rollout is { Internal: { CurrentStep: < 0, Concurrency.RaisedAt: null } }
        && rollout.Plan.ProvisionedConcurrency is { During: { } during } plan
            && during > plan.Before ? during : null;
}
