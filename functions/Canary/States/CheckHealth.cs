using System.Globalization;
using Canary.Alarms;
using Canary.Analysis;
using Canary.Checks;
using Canary.Errors;
using Canary.Rollouts;
using Canary.Statistics;
using Canary.Wording;

namespace Canary.States;

/// <summary>The state <c>CheckHealth</c>: what follows from a check during a bake, or while a person is waited for.</summary>
public static class CheckHealth
{
    /// <summary>Takes what was read, and what could not be, then decides.</summary>
    /// <param name="rollout">The rollout.</param>
    /// <param name="read">What the check has read.</param>
    /// <param name="at">When the check began, by the execution's time.</param>
    /// <exception cref="AliasChanged">Somebody else changed or deleted the alias.</exception>
    /// <exception cref="RolloutInProgress">Another rollout holds it.</exception>
    public static Rollout Concluded(Rollout rollout, HealthReadings read, DateTimeOffset at)
    {
        if (read.Alias is { IsThrottled: false, Found: var found }) rollout = Ownership.Seen(rollout, found);
        if (read.Alarms is { IsThrottled: false, Found: { } alarms }) rollout = WatchedAlarms.Seen(rollout, alarms, at);
        var known = CheckPace.Noted(rollout.Internal.Checks ?? new(), rollout.Plan.CheckIntervalSeconds, read.IsThrottled);
        if (read.Alias is { } look) known = AliasLook.Noted(known, look.IsThrottled, at);
        known = known with { CheckedAt = at, AlarmsUnreadSince = read.Alarms.IsThrottled ? known.AlarmsUnreadSince ?? at : null };
        var verdict = known.AlarmsUnreadSince is { } since
            ? WatchedAlarms.Unread(since)
            : AlarmCheck.Judge(rollout, read.Alarms.Found!);
        if (read.Alias is { IsThrottled: true })
            verdict = verdict with { Reason = $"{verdict.Reason}; {AliasLook.Missed}" };
        var noted = rollout.Note(own => own with { Checks = known });
        return Checked(noted, verdict, VersionComparison.Judge(noted, read.Metrics, at), at);
    }

    /// <summary>The same without a comparison of the two versions.</summary>
    public static Rollout Checked(Rollout rollout, Verdict alarms, DateTimeOffset at) => Checked(rollout, alarms, null, at);

    /// <summary>Bakes on, goes to the next step, promotes, or rolls back.</summary>
    /// <param name="rollout">The rollout.</param>
    /// <param name="alarms">What the alarms say. A breach decides, whatever the analysis says.</param>
    /// <param name="analysis">What the comparison of candidate and stable version says; null where there is none.</param>
    /// <param name="at">When the check began, by the execution's time.</param>
    public static Rollout Checked(Rollout rollout, Verdict alarms, Judgement? analysis, DateTimeOffset at)
    {
        var verdict = Conclusion.Joined(rollout, alarms, analysis?.Verdict);
        var clock = BakeTime.Of(rollout, at);
        var decided = Decide(VersionComparison.Noted(rollout, analysis, at), verdict, analysis, clock.Left(at), at);
        return decided.WithStep(rollout.Internal.CurrentStep, now => now with
        {
            StartedAt = clock.From,
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
        if (Unwatched.Of(rollout, verdict, left, at) is { } unwatched) return unwatched;
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
            StepEnd.Ask => NextStep.AskUnplanned(rollout, $"{over} {text}", at),
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
        if (Unwatched.IsForLong(rollout, at) && !Unwatched.Asks(rollout))
            return new(NextState.Rollback, $"{title}, which waited for approval: {verdict.Reason}. {Unwatched.GoesBack}");
        var left = (int)Math.Ceiling((asked.ExpiresAt - at).TotalSeconds);
        return left > 0
            ? new(
                NextState.AwaitApproval,
                $"{title}: {verdict.Reason}; it waits until {Sentence.Time(asked.ExpiresAt)} for a person to approve it.",
                Math.Min(CheckPace.WaitSeconds(rollout), left))
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
        return Conclusion.ToldOfHold(held, Conclusion.Held(rollout, left), at);
    }

    private static Decision Bake(Rollout rollout, string reason, int left) =>
        new(NextState.Bake, reason, Math.Min(CheckPace.WaitSeconds(rollout), left));
}
