using Canary.Aliases;
using Canary.EndToEnd.Tests.Safety.Plays;
using Canary.EndToEnd.Tests.Safety.Worlds;
using Canary.EndToEnd.Tests.Upgrades;
using Canary.Local.StepFunctions.Model;
using Canary.Statistics;
using Outcome = Canary.Rollouts.Outcome;

namespace Canary.EndToEnd.Tests.Safety.Reports;

/// <summary>What must hold whatever happened. Each tells what is wrong in words.</summary>
internal static class Invariants
{
    public static IEnumerable<string> Violations(Report report) => ((Func<Report, IEnumerable<string>>[])
    [
        TheAliasEndsAtOneVersion, NobodyIsOverwritten, OnlyOneRolloutAtATime,
        TheCandidateStaysOnlyIfEveryCheckPassed, TheOutcomeIsWhereTheAliasIs,
        NothingIsWrittenAfterTheEnd,
        WeightsFollowThePlan, TheStoryIsWhatWasDone, AStopIsARollbackWithinTenSeconds, ADriftIsSeenWithinAMinute,
        Mailbox.NoWordCountsInAnAlarm, Ownership.OnlyTheRolloutsAliasIsMoved, Ownership.OnlyItsOwnIsChanged,
        Ownership.WhatIsGivenBackIsWhatWasThere,
        Ownership.NobodyIsBlamedForNothing, Ownership.AWeightThatIsLeftIsTold, DocumentShape.ADocumentIsAsItsSchemaSays,
        Patience.NothingFailsByThrottles, Patience.WhatNobodyDisturbsIsPromoted, Patience.GivingBackGoesFirst,
        Patience.AStopIsARollbackBeforeTheNextSweepIsOver,
        Patience.AnAlarmIsHeardAtTheNextCheck, Patience.NothingIsShiftedInAnAlarm,
        Mailbox.NothingGoesForwardOverAnAbort, Mailbox.AWriteKeepsAPause, Mailbox.AnAbortIsHeard,
        Mailbox.APauseThatExpiresEndsAsTheInputSays, Mailbox.EachWordIsToldOnce, Mailbox.ItEndsInItsTime,
        Mailbox.TheLambdasForWordsWriteNothingElse, ReleaseRules.ARolloutEndsOnTheReleaseItBeganOn,
        ReleaseRules.WhatStandsBesideIsOfTheNewest,
        Tidings.AnEventIsAsItsSchemaSays, Tidings.NothingIsToldThatIsNotSo, Tidings.EachRolloutTellsItsStory,
    ]).SelectMany(invariant => invariant(report).Select(text => $"{invariant.Method.Name}: {text}"));

    private static IEnumerable<string> TheAliasEndsAtOneVersion(Report report)
    {
        var (last, state) = (report.Last, report.Last.Alias.State);
        // Whoever writes such a mark beside the rollouts has to take it off again.
        if (last.Holder is not null && Ownership.Marker(report) is { Lambda: not null })
            yield return $"the alias is still held: {last}";
        if (!state.IsSettled && Ownership.Mover(report) is { Lambda: not null } && !Ownership.IsLeftToPeople(report))
            yield return $"it was left half-shifted: {last}";
        var asked = !report.Script.HasAlias
            || report.Changes.Any(change => change.Lambda is null && change.Alias.State.Version == state.Version);
        // Another version than usual, where somebody deleted the candidate of an earlier rollout.
        var released = report.Rollouts.Any(ended => ended.Rollout is { Outcome: Outcome.Promoted, CandidateVersion: var version }
            && version == state.Version);
        if (state.IsSettled && state.Version != World.Candidate && !asked && !released)
            yield return $"it is at a version that nobody asked for: {last}";
    }

    private static IEnumerable<string> NobodyIsOverwritten(Report report)
    {
        for (var i = 2; i < report.Changes.Count; i++)
        {
            var (earlier, before, now) = (report.Changes[i - 2], report.Changes[i - 1], report.Changes[i]);
            if (before.Lambda is not null || now.Lambda is null || now.Alias.State == before.Alias.State) continue;
            // With the rollout's mark left in, and as the rollout would have written it: nobody can tell.
            if (before.Holder == now.For && IsOurs(before.Alias.State)) continue;
            // Who wrote a description has set no traffic: the weight is still the rollout's to take back.
            if (earlier.Alias.State == before.Alias.State) continue;
            // A rollout that began after that change took it for its stable version.
            var beganAfter = report.Rollouts.Any(ended => ended.Arn == now.For && HeldAt(report, ended.Arn) > before.At);
            if (!beganAfter) yield return $"{now} overwrote {before}";
        }
    }

    private static IEnumerable<string> OnlyOneRolloutAtATime(Report report)
    {
        for (var i = 1; i < report.Changes.Count; i++)
        {
            var (before, now) = (report.Changes[i - 1], report.Changes[i]);
            if (before.Holder is not { } holder || now.For is not { } writer || writer == holder) continue;
            // What never was, or has ended, holds nothing.
            var held = report.Rollouts.FirstOrDefault(ended => ended.Arn == holder);
            if (held is null || !held.Runs.Any(run => run.From <= now.At && now.At < run.Until)) continue;
            yield return $"{now} wrote while {holder} held it: {before}";
        }
    }

    private static IEnumerable<string> TheCandidateStaysOnlyIfEveryCheckPassed(Report report)
    {
        if (Ownership.Mover(report) is not { Lambda: "Promote" } mover) yield break;
        // Somebody has laid hands on it since, and whatever they left is theirs.
        if (Ownership.RealChangesOfPeople(report).Any(change => change.At >= mover.At)) yield break;
        var ended = report.Rollouts.First(ended => ended.Arn == mover.Execution);
        if (ended is not { Succeeded: true, Rollout: { Outcome: Outcome.Promoted } document })
        {
            // Stopped in the very moment of the release: nobody can tell this from a later one. docs/safety.md says so.
            if (IsReleased(report, ended.Arn)) yield break;
            // There is nothing to go back to.
            if (report.Script.Acts.Any(act => act.Deed == Deed.PruneStable)) yield break;
            yield return $"the candidate stayed, but no rollout succeeded with it: {report.Last}";
            yield break;
        }
        // Somebody's word may end a step, or all of them: once for each word.
        var (skips, isHurried) = (Mailbox.Said(report, ended.Arn, "skip"), Mailbox.Said(report, ended.Arn, "promote") > 0);
        foreach (var step in document.Steps.Where(step => step.BakeSeconds > 0 && (step.StartedAt is not null || !isHurried)))
        {
            // Without traffic the analysis has no verdict; then the alarms decide, and they have been heard.
            var passed = step.Health == HealthState.Healthy
                || ((report.Script.GoesOnWithoutAVerdict || skips > 0 || isHurried) && step.Health == HealthState.Inconclusive);
            var isShort = step.EndedAt - step.StartedAt < TimeSpan.FromSeconds(step.BakeSeconds);
            if (!passed || (isShort && !isHurried && skips-- <= 0))
                yield return $"the candidate stayed, though its step at {step.Weight} was {step.Health} "
                    + $"from {step.StartedAt:O} until {step.EndedAt:O}";
        }
        if (document.Steps.FirstOrDefault(step => step.BakeSeconds > 0 && report.WasInAlarm(step.EndedAt)) is { } unheard)
            yield return $"the candidate was promoted at {document.Internal.PromotedAt:O}, "
                + $"but the alarm was in ALARM at the end of the step at {unheard.Weight}, {unheard.EndedAt:O}";
        // Whoever asks for it answers for what the metrics cannot say; the alarms were read.
        var isUrged = isHurried || Mailbox.Said(report, ended.Arn, "skip") > 0;
        if (report.Script.Analysis is AnalysisWord.Default or AnalysisWord.Evidence && !isUrged
            && document.Steps.FirstOrDefault(step => step is { BakeSeconds: > 0, AfterPromotion: false, Approval: null }
                && step.Reason!.Contains("the metrics could not be read", StringComparison.Ordinal)) is { } dark)
            yield return $"the candidate was promoted in the dark: the step at {dark.Weight} ended with {dark.Reason}";
        if (report.Script.NeedsAVerdict && !isUrged && document.Steps.Any(step => step.BakeSeconds > 0 && !step.AfterPromotion))
            yield return "there was no verdict, and the candidate stayed";
        if (!ended.Started.IsAsScripted) yield break;
        if (report.Script.Before > HookWord.Passes || report.Script.After > HookWord.Passes)
            yield return "a hook failed, and the candidate stayed";
        if (report.Script is { Approval: > 0, Steps.Count: > 0 } && report.Script.Acts.All(act => act.Deed != Deed.Approve))
            yield return "nobody approved, and the candidate stayed";
    }

    private static IEnumerable<string> TheOutcomeIsWhereTheAliasIs(Report report)
    {
        foreach (var ended in report.Rollouts)
        {
            if (ended.Succeeded != ended.Rollout?.Outcome is Outcome.Promoted or Outcome.Created or Outcome.NothingToDo)
                yield return $"the status does not fit the outcome: {ended}";
            // What was stopped and redriven was restored in between, and not by itself.
            // Where others had a hand in it as well, nobody can tell what is whose.
            var own = report.Changes.Where(
                change => change.Execution == ended.Arn || (ended.IsRedriven && change.Restores == ended.Arn)).ToList();
            if (ended.IsRedriven && Ownership.RealChangesOfPeople(report).Any()) continue;
            var isGone = report.Script.Acts.Any(act => act.Deed == Deed.PruneStable);
            var wanted = ended.Rollout?.Outcome switch
            {
                Outcome.Promoted or Outcome.Created => ended.Rollout.CandidateVersion,
                Outcome.RolledBack or Outcome.Failed when own.Count > 0 && !isGone => ended.Rollout.StableVersion,
                _ => null,
            };
            if (wanted is not null && (own.Count == 0 || own[^1].Alias.State != new AliasState(wanted)))
                yield return $"it says {ended.Rollout!.Outcome}, but its last change was {own.LastOrDefault()}";
            var isUndisturbed = !ended.IsRedriven
                && !report.Changes.Any(change => change.Lambda is null && own.Count > 0 && change.At >= own[0].At);
            if (ended.Rollout?.Outcome is Outcome.Refused or Outcome.RolloutInProgress && own.Count > 0 && isUndisturbed)
                yield return $"it says {ended.Rollout.Outcome}, but wrote {own[0]}";
            if (ended.Rollout?.Outcome == Outcome.RolloutInProgress
                && !ended.Rollout.Reason.Contains(":execution:", StringComparison.Ordinal)
                && report.Script.Acts.All(act => act.Deed is not (Deed.Impersonate or Deed.Feign)))
                yield return $"it does not say who holds the alias: {ended}";
        }
    }

    private static IEnumerable<string> NothingIsWrittenAfterTheEnd(Report report)
    {
        foreach (var ended in report.Rollouts)
        {
            var restored = report.Changes.LastOrDefault(change => change.Restores == ended.Arn)?.At;
            var end = ended.Execution.Status == ExecutionStatus.Aborted ? restored : ended.Execution.StopDate;
            foreach (var change in report.Changes.Where(change => change.Execution == ended.Arn && change.At > end))
                yield return $"{change} came after the end of {ended}";
        }
    }

    private static IEnumerable<string> WeightsFollowThePlan(Report report)
    {
        foreach (var ended in report.Rollouts)
        {
            var given = report.Changes.Where(change => change.Execution == ended.Arn
                && change.Alias.State.AdditionalWeight is > 0 and < 1)
                .Select(change => change.Alias.State.AdditionalWeight)
                .ToList();
            // A shift whose answer was lost cannot tell its weight that somebody took away from one that
            // it has not given yet, and gives it again.
            if (Ownership.RealChangesOfPeople(report).Any())
                given = [.. given.Where((weight, i) => i == 0 || weight != given[i - 1])];
            if (!given.SequenceEqual(ended.Started.Weights.Take(given.Count)))
                yield return $"it gave {string.Join(", ", given)} where the plan "
                    + $"is {string.Join(", ", ended.Started.Weights)}: {ended}";
        }
    }

    private static IEnumerable<string> TheStoryIsWhatWasDone(Report report)
    {
        // Where somebody else has changed the alias there may be nothing left to roll back.
        if (Ownership.RealChangesOfPeople(report).Any()) yield break;
        // One that was redriven may have been rolled back in between.
        foreach (var ended in report.Rollouts.Where(ended => !ended.IsRedriven
            && ended.Rollout?.Error is null
            && ended.Rollout?.Outcome is Outcome.Promoted or Outcome.RolledBack))
        {
            var done = report.Changes.Where(change => change.Execution == ended.Arn).Select(change => change.Lambda!).ToList();
            var shifts = Enumerable.Repeat(
                "ShiftWeight",
                ended.Rollout!.Steps.Count(step => step is { StartedAt: not null, BakeSeconds: > 0, AfterPromotion: false }));
            string[] promotion = ended.Rollout.Internal.PromotedAt is null ? [] : ["Promote"];
            // An alias that did not exist is neither held nor promoted.
            if (report.Changes.Any(change => change.Lambda == "CreateAlias" && change.Execution == ended.Arn)) continue;
            // Where nothing comes after the promotion, it frees the alias.
            var isLast = ended.Rollout.Plan is { ProvisionedConcurrency: null } plan && plan.Hooks?.AfterAllowTraffic is null
                && ended.Rollout.Steps.All(step => !step.AfterPromotion);
            string[] end = ended.Rollout.Outcome != Outcome.Promoted ? ["Rollback"] : isLast ? [] : ["FreeAlias"];
            string[] told = ["HoldAlias", .. shifts, .. promotion, .. end];
            // A rollback whose answer was lost is written again.
            if (!done.Where((name, i) => i == 0 || name != "Rollback" || done[i - 1] != "Rollback").SequenceEqual(told))
                yield return $"it tells {string.Join(", ", told)}, and did {string.Join(", ", done)}: {ended}";
        }
    }

    private static IEnumerable<string> AStopIsARollbackWithinTenSeconds(Report report)
    {
        if (report.StoppedAt is not { } at
            || report.Script is not { IsCalm: true, HasAlias: true, Provisioned: 0 }
            || report.Script.Acts.Any(
                act => !act.IsWord && act.Deed is not (Deed.Stop or Deed.Breach or Deed.Touch or Deed.Upgrade)))
        {
            yield break;
        }
        if (IsReleased(report, report.Rollouts[0].Arn)) yield break;
        var then = report.Changes.Last(change => change.At <= at.AddSeconds(10)).Alias;
        if (then.State != new AliasState(World.Stable) || then.Description != World.Description)
            yield return $"ten seconds after the Stop at {at:O} the alias was {then}";
    }

    private static IEnumerable<string> ADriftIsSeenWithinAMinute(Report report)
    {
        // Nobody looks at the alias while a hook is waited for. The check that ends a step leaves it to the write that follows,
        // or to the next check.
        if (!report.Script.IsCalm || report.Script.HasCallbacks) yield break;
        foreach (var (before, drift) in report.Changes.Zip(report.Changes.Skip(1)))
        {
            if (drift.Lambda is not null || !Ownership.Differs(before, drift) || before.Holder is not { } holder) continue;
            if (report.Rollouts.FirstOrDefault(ended => ended.Arn == holder) is not { IsRedriven: false, Execution: var held })
                continue;
            if (held.StopDate > drift.At.AddSeconds(60 + 2 * report.Script.Interval + 1))
                yield return $"{drift} was not seen before {held.StopDate:HH:mm:ss.fff}";
        }
    }

    private static bool IsReleased(Report report, string? execution) =>
        report.Changes.LastOrDefault(change => change.For == execution) is { Lambda: "FreeAlias" or "Promote", Holder: null };

    private static bool IsOurs(AliasState state) =>
        state.Version is World.Stable or World.Candidate && state.AdditionalVersion is null or World.Candidate;

    private static DateTimeOffset? HeldAt(Report report, string execution) =>
        report.Changes.FirstOrDefault(change => change.Execution == execution)?.At;
}
