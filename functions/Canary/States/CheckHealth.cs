using System.Globalization;
using Canary.Alarms;
using Canary.Aliases;
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
        // Whoever wrote over the mark of a bad version that has all traffic must not keep it there by that.
        if (read.Alias is { IsThrottled: false, Found: var found }
            && !(Ownership.HasLostItsMark(rollout, found) && read.Alarms.Found is { } firing
                && AlarmCheck.Judge(rollout, firing).Health == HealthState.Unhealthy))
            rollout = Ownership.Seen(rollout, found);
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
            EndedAt = decided.Internal.Next == NextState.Bake ? null : at,
            Checks = now.Checks + 1,
            Health = verdict.Health,
            Reason = Quoted.Clip(verdict.Reason, rollout.Internal.StepReasonLength),
        });
    }

    private static Rollout Decide(Rollout before, Verdict verdict, Judgement? analysis, int left, DateTimeOffset at)
    {
        var isUnhealthy = verdict.Health == HealthState.Unhealthy;
        var rollout = Pause.Resumed(Words.Heard(before, isUnhealthy, left, at), at);
        if (Ended(rollout) is { } back) return rollout.Decide(new(NextState.Rollback, back));
        var where = $"{rollout.StepTitle}{Waited(before)}: {verdict.Reason}";
        if (isUnhealthy) return rollout.Decide(new(NextState.Rollback, Sentence.Ended(where)));
        if (Pause.WhyBack(rollout, at) is { } expired) return rollout.Decide(new(NextState.Rollback, expired));
        if (rollout.Internal.ApprovalRequest is not null) return rollout.Decide(Waiting(rollout, verdict, at));
        where = $"{rollout.StepTitle}: {verdict.Reason}";
        if (Unwatched.Of(rollout, verdict, left, at) is { } unwatched) return unwatched;
        if (GoneOn(rollout, where) is { } next) return Conclusion.WarnedOfNoVerdict(rollout, rollout.Decide(next));
        if (Pause.Held(rollout, where, left, at) is { } paused) return paused;
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

    /// <summary>Why a person's word ends the rollout, whatever the check has found; null where none does.</summary>
    private static string? Ended(Rollout rollout) =>
        Words.Pending(rollout) is { Kind: WordKind.Abort } abort
            ? Sentence.Ended($"{rollout.StepTitle}: {abort.Who} aborted it{abort.Because}")
        : rollout.CurrentStep.Approval is { Approved: false } rejection
            ? Sentence.Ended($"{rollout.StepTitle}: {rejection.By} rejected it"
                + (rejection.Reason is null ? "" : $": {rejection.Reason}"))
        : null;

    private static string Waited(Rollout rollout) =>
        rollout.Internal.ApprovalRequest is not null ? ", which waited for approval"
        : rollout.CurrentStep.Approval is { Approved: true } approval ? $", which {approval.By} approved"
        : "";

    /// <summary>
    /// Goes on before the step's own end, as a person has said, now that a check has no objection; null where nobody has.
    /// </summary>
    private static Decision? GoneOn(Rollout rollout, string where) => Words.Pending(rollout) switch
    {
        { Kind: WordKind.Promote } word when rollout.Internal.PromotedAt is null =>
            new(NextState.Promote, $"{where}; {word.Who} asked for the promotion. The candidate takes all traffic."),
        { Kind: WordKind.Promote } word => NextStep.Advance(rollout, $"{where}; {word.Who} asked for the end."),
        { Kind: WordKind.Skip } word => NextStep.Advance(rollout, $"{where}; {word.Who} asked for the next step."),
        _ => rollout.CurrentStep.Approval is { Approved: true } approval && rollout.Internal.Words?.PausedUntil is null
            ? NextStep.Advance(rollout, $"{where}; {approval.By} approved it.")
            : null,
    };

    /// <summary>Waits on, or goes back: the alarms are watched meanwhile, and nobody waits forever.</summary>
    private static Decision Waiting(Rollout rollout, Verdict verdict, DateTimeOffset at)
    {
        var (asked, title) = (rollout.Internal.ApprovalRequest!, rollout.StepTitle);
        if (Unwatched.IsForLong(rollout, at) && !Unwatched.Asks(rollout))
            return new(NextState.Rollback, $"{title}, which waited for approval: {verdict.Reason}. {Unwatched.GoesBack}");
        var left = (int)Math.Ceiling((asked.ExpiresAt - at).TotalSeconds);
        return left > 0
            ? Bake(
                rollout,
                $"{title}: {verdict.Reason}; it waits until {Sentence.Time(asked.ExpiresAt)} for a person to approve it.",
                left)
            : new(NextState.Rollback, string.Create(
                CultureInfo.InvariantCulture,
                $"Nobody approved step {asked.Step} within {rollout.CurrentStep.ApprovalSeconds:N0} s."));
    }

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
