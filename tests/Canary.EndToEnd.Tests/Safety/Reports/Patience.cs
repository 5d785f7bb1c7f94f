using Canary.Aliases;
using Canary.Checks;
using Canary.EndToEnd.Tests.Safety.Plays;
using Canary.EndToEnd.Tests.Safety.Worlds;
using Canary.Rollouts;

namespace Canary.EndToEnd.Tests.Safety.Reports;

/// <summary>
/// What must hold where AWS throttles and nothing fails: rollouts wait, giving back does not, and nobody goes on in the dark.
/// </summary>
internal static class Patience
{
    // As long as a rollout can sensibly wait.
    private const int LongestThrottling = 1_800;

    // The Retry of Rollback, and what it takes besides.
    private static readonly TimeSpan BetweenRollbacks = TimeSpan.FromSeconds(12);

    // The schedule of RestoreAlias, and what an invocation takes.
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromMinutes(6);

    private static readonly string[] Throttles = ["Throttled", "Lambda.TooManyRequestsException"];

    public static IEnumerable<string> NothingFailsByThrottles(Report report)
    {
        if (!IsOutlasted(report)) yield break;
        foreach (var ended in report.Rollouts)
        {
            if (Throttles.Contains(ended.Rollout?.Error?.Error ?? ended.Execution.Error))
                yield return $"it was throttled, and did not wait: {ended}";
            if (ended is { Rollout: null, Execution.Error: "RollbackFailed" or "PlanFailed" })
                yield return $"nothing failed but throttled calls: {ended}";
        }
    }

    public static IEnumerable<string> WhatNobodyDisturbsIsPromoted(Report report)
    {
        if (!IsOutlasted(report) || !IsLeftAlone(report.Script)) yield break;
        var ended = report.Rollouts[0];
        if (ended.Rollout?.Outcome is Outcome.Promoted or Outcome.Created or Outcome.NothingToDo) yield break;
        if (report.Script.Provisioned > 0 && ended.Rollout?.Outcome == Outcome.Refused) yield break;
        // The input says what comes of blindness that lasts, and for how long it may.
        var longest = report.Script.Analysis is AnalysisWord.Evidence or AnalysisWord.InTheDark ? 25 : 900;
        if (ended.Rollout?.Outcome == Outcome.RolledBack
            && Throttling.Seconds(report.Script, Throttling.OfTheSight) >= longest)
            yield break;
        yield return $"nothing spoke against the candidate: {ended}";
    }

    public static IEnumerable<string> GivingBackGoesFirst(Report report)
    {
        if (!IsOutlasted(report) || report.Script is not { HasAlias: true, Provisioned: 0 }) yield break;
        foreach (var ended in report.Rollouts.Where(ended => ended.Rollout?.Outcome is Outcome.RolledBack))
        {
            if (ended.IsRedriven || ended.EnteredAt("Rollback") is not { } from) continue;
            var until = Throttling.Over(report, from, BetweenRollbacks, Throttling.OfTheAlias);
            if (ended.Execution.StopDate > until + BetweenRollbacks)
                yield return $"it was to be given back from {from:HH:mm:ss} on, and AWS took calls again "
                    + $"at {until:HH:mm:ss}: {ended}";
        }
    }

    public static IEnumerable<string> AStopIsARollbackBeforeTheNextSweepIsOver(Report report)
    {
        if (report.StoppedAt is not { } at || !IsOutlasted(report)) yield break;
        if (report.Script is not { HasAlias: true, Provisioned: 0 }) yield break;
        if (report.Script.Acts.Any(act => act.Deed is not (Deed.Stop or Deed.Breach or Deed.Upgrade))) yield break;
        var first = report.Rollouts[0].Arn;
        if (report.Changes.LastOrDefault(change => change.For == first)?.Lambda is null or "FreeAlias" or "Promote") yield break;
        var until = Throttling.Over(report, at, BetweenSweeps, [.. Throttling.OfTheAlias, Share.Executions]) + BetweenSweeps;
        var then = report.Changes.Last(change => change.At <= until).Alias;
        if (then.State != new AliasState(World.Stable) || then.Description != World.Description)
            yield return $"it was stopped at {at:HH:mm:ss}, and at {until:HH:mm:ss} the alias was {then}";
    }

    public static IEnumerable<string> AnAlarmIsHeardAtTheNextCheck(Report report)
    {
        if (!IsOutlasted(report) || report.Breaches is not [.., { From: var fired, Until: var over }]) yield break;
        if (over != DateTimeOffset.MaxValue) yield break;
        foreach (var ended in report.Rollouts.Where(ended => !ended.IsRedriven))
        {
            // Nobody looks at the alarms while a hook runs, or a call of Lambda's is waited for.
            if (ended.WatchesFrom(fired) is not { } from) continue;
            var readable = Throttling.Over(report, from, Pause(report.Script), Throttling.OfTheAlarms);
            var limit = readable + Pause(report.Script);
            var heard = ended.EnteredAt("Rollback") ?? ended.Execution.StopDate;
            if (heard > limit)
                yield return $"the alarm fired at {fired:HH:mm:ss} and could be read from {readable:HH:mm:ss} on: {ended}";
        }
    }

    public static IEnumerable<string> NothingIsShiftedInAnAlarm(Report report)
    {
        if (!report.Script.IsOnlyThrottled) yield break;
        foreach (var (before, now) in report.Changes.Zip(report.Changes.Skip(1)))
        {
            // Before the first shift the candidate has no traffic, and the alarm is not about it.
            if (now.Lambda is not ("ShiftWeight" or "Promote") || before.Alias.State.IsSettled) continue;
            if (report.Breaches.Any(breach => breach.From < now.At.AddSeconds(-1) && breach.Until > now.At))
                yield return $"the alarm was in ALARM for more than a second, and yet {now}";
        }
    }

    // From one check to the next. Whoever was throttled checks more seldom for a while: the longer it was, the longer it takes.
    private static TimeSpan Pause(Script script)
    {
        var throttled = Throttling.Seconds(script);
        var pace = Math.Max(1.1 * Math.Min(CheckPace.LongestSeconds, throttled + script.Interval), 1.5 * (30 + throttled / 4));
        return TimeSpan.FromSeconds(2 + script.Interval + (throttled > 0 ? pace : 0));
    }

    private static bool IsOutlasted(Report report) =>
        report.Script.IsOnlyThrottled && Throttling.Seconds(report.Script) <= LongestThrottling;

    private static bool IsLeftAlone(Script script) => script is { Approval: 0, NeedsAVerdict: false }
        && script.Before is null or HookWord.Passes
        && script.After is null or HookWord.Passes
        && script.Acts.All(act => act.Deed is Deed.Recover or Deed.Upgrade);
}
