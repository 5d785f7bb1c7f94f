using Canary.Health;
using Canary.Rollouts;

namespace Canary.EndToEnd.Tests.Safety;

/// <summary>What must hold whatever happened. Each tells what is wrong in words.</summary>
internal static class Invariants
{
    public static IEnumerable<string> Violations(Report report) => ((Func<Report, IEnumerable<string>>[])
    [
        TheAliasEndsAtOneVersion, NobodyIsOverwritten, OnlyOneRolloutAtATime, TheCandidateStaysOnlyIfEveryCheckPassed, TheOutcomeIsWhereTheAliasIs,
        NothingIsWrittenAfterTheEnd, WeightsFollowThePlan, TheStoryIsWhatWasDone, AStopIsARollbackWithinTenSeconds, ADriftIsSeenAtTheNextCheck,
    ]).SelectMany(invariant => invariant(report).Select(text => $"{invariant.Method.Name}: {text}"));

    private static IEnumerable<string> TheAliasEndsAtOneVersion(Report report)
    {
        var (last, state) = (report.Last, report.Last.Alias.State);
        var theirs = LastOfOthers(report);
        if (last.Holder is not null) yield return $"the alias is still held: {last}";
        if (!state.IsSettled && theirs?.Alias.State != state) yield return $"it was left half-shifted: {last}";
        var asked = report.Changes.Any(change => change.Lambda is null && change.Alias.State.Version == state.Version);
        if (state.IsSettled && state.Version != World.Candidate && !asked) yield return $"it is at a version that nobody asked for: {last}";
    }

    private static IEnumerable<string> NobodyIsOverwritten(Report report)
    {
        for (var i = 2; i < report.Changes.Count; i++)
        {
            var (earlier, before, now) = (report.Changes[i - 2], report.Changes[i - 1], report.Changes[i]);
            if (before.Lambda is not null || now.Lambda is null || now.Alias.State == before.Alias.State || IsOurs(before.Alias.State)) continue;
            // Who wrote a description has set no traffic: the weight is still the rollout's to take back.
            if (earlier.Alias.State == before.Alias.State) continue;
            // A rollout that began after that change took it for its stable version.
            var beganAfter = report.Rollouts.Any(ended => ended.Arn == now.Execution && HeldAt(report, ended.Arn) > before.At);
            if (!beganAfter) yield return $"{now} overwrote {before}";
        }
    }

    private static IEnumerable<string> OnlyOneRolloutAtATime(Report report)
    {
        for (var i = 1; i < report.Changes.Count; i++)
        {
            var (before, now) = (report.Changes[i - 1], report.Changes[i]);
            if (before.Holder is { } holder && now.Execution is { } writer && writer != holder) yield return $"{now} wrote while {holder} held it: {before}";
        }
    }

    private static IEnumerable<string> TheCandidateStaysOnlyIfEveryCheckPassed(Report report)
    {
        if (report.Last.Lambda is null || report.Last.Alias.State != new AliasState(World.Candidate)) yield break;
        // Stopped in the very moment of the release: nobody can tell this from a later release. docs/safety.md says so.
        if (report is { Last.Lambda: "Release", StoppedAt: not null }) yield break;
        if (report.Rollouts.LastOrDefault(ended => ended is { Succeeded: true, Rollout.Outcome: Outcome.Promoted })?.Rollout is not { } document)
        {
            yield return $"the candidate stayed, but no rollout succeeded with it: {report.Last}";
            yield break;
        }
        foreach (var step in document.Steps.Where(step => step.BakeSeconds > 0))
        {
            // Without traffic the analysis has no verdict; then the alarms decide, and they have been heard.
            var passed = step.Health == HealthState.Healthy || (report.Script.Analysis == AnalysisWord.Default && step.Health == HealthState.Inconclusive);
            if (!passed || step.Until - step.From < TimeSpan.FromSeconds(step.BakeSeconds))
                yield return $"the candidate stayed, though its step at {step.Weight} was {step.Health} from {step.From:O} until {step.Until:O}";
        }
        if (document.Steps.Any(step => step.BakeSeconds > 0 && step.Until > report.BreachedAt))
            yield return $"the candidate was promoted at {document.PromotedAt:O}, but the alarm fired at {report.BreachedAt:O}";
        if (report.Script.NeedsAVerdict && document.Steps.Any(step => step.BakeSeconds > 0 && !step.AfterPromotion)) yield return "there was no verdict, and the candidate stayed";
        // The one that is started besides asks nobody.
        if (document.Description is not null) yield break;
        if (report.Script.Before > HookWord.Passes || report.Script.After > HookWord.Passes) yield return "a hook failed, and the candidate stayed";
        if (report.Script is { Approval: > 0, Steps.Count: > 0 } && report.Script.Acts.All(act => act.Deed != Deed.Approve)) yield return "nobody approved, and the candidate stayed";
    }

    private static IEnumerable<string> TheOutcomeIsWhereTheAliasIs(Report report)
    {
        foreach (var ended in report.Rollouts)
        {
            if (ended.Succeeded != ended.Rollout?.Outcome is Outcome.Promoted or Outcome.NothingToDo) yield return $"the status does not fit the outcome: {ended}";
            // What was stopped and redriven was restored in between, and not by itself.
            var isRedriven = ended.Execution.RedriveCount > 0;
            var own = report.Changes.Where(change => change.Execution == ended.Arn || (isRedriven && change.Lambda == "RestoreAlias")).ToList();
            var wanted = ended.Rollout?.Outcome switch
            {
                Outcome.Promoted => ended.Rollout.CandidateVersion,
                Outcome.RolledBack or Outcome.Failed when own.Count > 0 => ended.Rollout.StableVersion,
                _ => null,
            };
            if (wanted is not null && (own.Count == 0 || own[^1].Alias.State != new AliasState(wanted)))
                yield return $"it says {ended.Rollout!.Outcome}, but its last change was {own.LastOrDefault()}";
            var isUndisturbed = !isRedriven && !report.Changes.Any(change => change.Lambda is null && own.Count > 0 && change.At >= own[0].At);
            if (ended.Rollout?.Outcome is Outcome.Refused or Outcome.RolloutInProgress && own.Count > 0 && isUndisturbed)
                yield return $"it says {ended.Rollout.Outcome}, but wrote {own[0]}";
            if (ended.Rollout?.Outcome == Outcome.RolloutInProgress && !ended.Rollout.Reason.Contains(":execution:", StringComparison.Ordinal)) yield return $"it does not say who holds the alias: {ended}";
        }
    }

    private static IEnumerable<string> NothingIsWrittenAfterTheEnd(Report report)
    {
        foreach (var ended in report.Rollouts)
        {
            var restored = report.Changes.LastOrDefault(change => change.Lambda == "RestoreAlias")?.At;
            var end = ended.Execution.Status == Local.StepFunctions.Executions.ExecutionStatus.Aborted ? restored : ended.Execution.StopDate;
            foreach (var change in report.Changes.Where(change => change.Execution == ended.Arn && change.At > end)) yield return $"{change} came after the end of {ended}";
        }
    }

    private static IEnumerable<string> WeightsFollowThePlan(Report report)
    {
        foreach (var ended in report.Rollouts)
        {
            var given = report.Changes.Where(change => change.Execution == ended.Arn && !change.Alias.State.IsSettled).Select(change => change.Alias.State.AdditionalWeight).ToList();
            if (!given.SequenceEqual(ended.Weights.Take(given.Count))) yield return $"it gave {string.Join(", ", given)} where the plan is {string.Join(", ", ended.Weights)}: {ended}";
        }
    }

    private static IEnumerable<string> TheStoryIsWhatWasDone(Report report)
    {
        // Where somebody else has changed the alias there may be nothing left to roll back.
        if (report.Changes.Skip(1).Any(change => change.Lambda is null)) yield break;
        foreach (var ended in report.Rollouts.Where(ended => ended.Rollout?.Error is null && ended.Rollout?.Outcome is Outcome.Promoted or Outcome.RolledBack))
        {
            var done = report.Changes.Where(change => change.Execution == ended.Arn).Select(change => change.Lambda!).ToList();
            var shifts = Enumerable.Repeat("ShiftWeight", ended.Rollout!.Steps.Count(step => step is { From: not null, BakeSeconds: > 0, AfterPromotion: false }));
            string[] promotion = ended.Rollout.PromotedAt is null ? [] : ["Promote"];
            string[] told = ["HoldAlias", .. shifts, .. promotion, ended.Rollout.Outcome == Outcome.Promoted ? "Release" : "Rollback"];
            // A rollback whose answer was lost is written again.
            if (!done.Where((name, i) => i == 0 || name != "Rollback" || done[i - 1] != "Rollback").SequenceEqual(told))
                yield return $"it tells {string.Join(", ", told)}, and did {string.Join(", ", done)}: {ended}";
        }
    }

    private static IEnumerable<string> AStopIsARollbackWithinTenSeconds(Report report)
    {
        if (report.StoppedAt is not { } at || !report.Script.IsCalm || report.Script.Acts.Any(act => act.Deed is not (Deed.Stop or Deed.Breach))) yield break;
        if (report.Last.Lambda == "Release") yield break;
        var then = report.Changes.Last(change => change.At <= at.AddSeconds(10)).Alias;
        if (then.State != new AliasState(World.Stable) || then.Description != World.Description) yield return $"ten seconds after the Stop at {at:O} the alias was {then}";
    }

    private static IEnumerable<string> ADriftIsSeenAtTheNextCheck(Report report)
    {
        if (!report.Script.IsCalm) yield break;
        for (var i = 1; i < report.Changes.Count; i++)
        {
            var (before, drift) = (report.Changes[i - 1], report.Changes[i]);
            if (drift.Lambda is not null || before.Holder is not { } holder) continue;
            var held = report.Rollouts.First(ended => ended.Arn == holder).Execution;
            if (held.RedriveCount == 0 && held.StopDate > drift.At.AddSeconds(report.Script.Interval + 1)) yield return $"{drift} was not seen before {held.StopDate:HH:mm:ss.fff}";
        }
    }

    // Lambda tries an event three times, the last time some three minutes after the first.
    private static Change? LastOfOthers(Report report) => report.Changes.LastOrDefault(change => change.Lambda is null);

    private static bool IsOurs(AliasState state) => state.Version is World.Stable or World.Candidate && state.AdditionalVersion is null or World.Candidate;

    private static DateTimeOffset? HeldAt(Report report, string execution) => report.Changes.FirstOrDefault(change => change.Execution == execution)?.At;
}
