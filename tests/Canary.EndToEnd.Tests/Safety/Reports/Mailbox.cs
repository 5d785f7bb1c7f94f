using Canary.Rollouts;

namespace Canary.EndToEnd.Tests.Safety.Reports;

/// <summary>
/// What must hold of the words that people write behind a rollout's mark, as the order of the alias's changes tells.
/// </summary>
internal static class Mailbox
{
    // In a bake the alias is read once a minute.
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(60);

    private static readonly string[] Lambdas = ["Control", "Approve"];

    /// <summary>How often people have said a word to a rollout.</summary>
    public static int Said(Report report, string execution, string word) =>
        WordsTo(report, execution).Count(change => change.Says == word);

    // It is met by its revision, if nobody has read it before.
    public static IEnumerable<string> NothingGoesForwardOverAnAbort(Report report) =>
        from pair in Pairs(report)
        where IsForward(pair.Now) || (pair.Now.Lambda == "FreeAlias" && By(report, pair.Now.For).Any(IsPromotion))
        where pair.Before.Holder == pair.Now.For && pair.Before.Says == "abort"
        select $"{pair.Now} went over {pair.Before}";

    public static IEnumerable<string> AWriteKeepsAPause(Report report)
    {
        foreach (var (before, now) in Pairs(report))
        {
            if (!IsForward(now) || before.Holder != now.For || before.Says != "pause" || now.Word == before.Word) continue;
            // Before the first step there is nothing that could be paused: the word is kept for it, or comes too late.
            if (!By(report, now.For).Any(change => change.Lambda == "ShiftWeight" && change.At < now.At)) continue;
            // The same words once more are no other word.
            var said = report.Changes.TakeWhile(change => change != now).Reverse()
                .TakeWhile(change => change.Alias.Description == before.Alias.Description)
                .Last();
            // Who does not say when is taken to have said it when the check began, which a throttle may delay.
            if (said.By is null && !report.Script.IsCalm) continue;
            // The time in a word is one of whole seconds.
            if (now.At < said.At + said.Asks - TimeSpan.FromSeconds(1)) yield return $"{now} went over {said}";
        }
    }

    public static IEnumerable<string> AnAbortIsHeard(Report report)
    {
        if (!report.Script.IsCalm) yield break;
        foreach (var ended in report.Rollouts.Where(ended => !ended.IsRedriven))
        {
            foreach (var abort in WordsTo(report, ended.Arn).Where(change => change.Says == "abort"))
            {
                if (ended.WatchesFrom(abort.At) is not { } from) continue;
                var limit = from + BetweenLooks + TimeSpan.FromSeconds(2 * report.Script.Interval + 2);
                if (IsReplaced(report, abort, limit)) continue;
                var heard = ended.EnteredAt("Rollback") ?? ended.Execution.StopDate;
                if (heard > limit) yield return $"{abort} was not heard until {limit:HH:mm:ss}: {ended}";
            }
        }
    }

    public static IEnumerable<string> APauseThatExpiresEndsAsTheInputSays(Report report)
    {
        // Who waits for a person is not paused.
        if (report.Script is not { IsCalm: true, ResumesAfterPause: false, Approval: 0 }) yield break;
        foreach (var ended in report.Rollouts.Where(ended => !ended.IsRedriven))
        {
            if (By(report, ended.Arn).FirstOrDefault(IsPromotion) is not { } last) continue;
            var words = WordsTo(report, ended.Arn).DistinctBy(change => change.Word);
            foreach (var pause in words.Where(change => change.Says == "pause"))
            {
                var over = pause.At + pause.Asks + BetweenLooks + TimeSpan.FromSeconds(2 * report.Script.Interval + 2);
                if (ended.WatchesFrom(pause.At) > pause.At || IsReplaced(report, pause, over) || last.At <= over) continue;
                yield return $"{pause} expired before {over:HH:mm:ss}, and yet {last}";
            }
        }
    }

    // Everybody has a name of their own here. How a rollout went back is told once more at its end.
    public static IEnumerable<string> EachWordIsToldOnce(Report report)
    {
        foreach (var ended in report.Rollouts)
        {
            if (ended.IsRedriven || ended.Rollout is not { Outcome: Outcome.Promoted or Outcome.RolledBack } rollout) continue;
            foreach (var word in WordsTo(report, ended.Arn).Where(change => change.By is not null))
            {
                var told = rollout.Story.Where(entry => entry.Text.Contains($"{word.By} ", StringComparison.Ordinal)).ToList();
                if (told.Count(entry => entry.State != "Rollback") > 1) yield return $"{word} was heard more than once: {ended}";
                var next = report.Changes.SkipWhile(change => change != word).ElementAtOrDefault(1);
                // Whatever is struck may have lost the answer that had the word.
                if (told.Count == 0 && report.Script.IsCalm && next?.For == ended.Arn)
                    yield return $"{word} was not heard: {ended}";
            }
        }
    }

    // Whatever people say: a pause that is heard again and again would have no end.
    public static IEnumerable<string> ItEndsInItsTime(Report report)
    {
        var script = report.Script;
        if (!script.IsCalm || script.Provisioned > 0) yield break;
        foreach (var ended in report.Rollouts.Where(ended => !ended.IsRedriven))
        {
            var words = WordsTo(report, ended.Arn).ToList();
            var pauses = words.Where(change => change.Says == "pause").Sum(change => change.Asks.TotalSeconds);
            var plan = script.TotalBake + script.BakeAfterPromotion + script.Approval;
            // Two hooks that answer late, an analysis that waits, and what each step and each word takes besides.
            var rest = 2 * 20 + 25 + 60 + (script.Steps.Count + words.Count + 4) * (2 * script.Interval + 2);
            if (ended.Execution.StopDate - ended.Execution.StartDate > TimeSpan.FromSeconds(plan + pauses + rest))
                yield return $"it took more than {plan + pauses + rest} s from {ended.Execution.StartDate:HH:mm:ss} on: {ended}";
        }
    }

    public static IEnumerable<string> TheLambdasForWordsWriteNothingElse(Report report)
    {
        foreach (var (before, now) in Pairs(report).Where(pair => Lambdas.Contains(pair.Now.Lambda)))
        {
            if (Ownership.Differs(before, now)) yield return $"{now} is more than a word: {before}";
            var isAnswer = now.Says is "approve" or "reject";
            if (now.Says is null || isAnswer != (now.Lambda == "Approve")) yield return $"{now.Lambda} may not say that: {now}";
            if (before.Says == "abort" && now.Says != "abort") yield return $"{now} is milder than {before}";
        }
    }

    public static IEnumerable<string> NoWordCountsInAnAlarm(Report report)
    {
        foreach (var ended in report.Rollouts)
        {
            var given = ended.Rollout?.Steps
                .FirstOrDefault(step => step.Approval is { Approved: true, At: var at } && report.WasInAlarm(at))?.Approval?.At;
            if (report.Changes.FirstOrDefault(change => change.Execution == ended.Arn
                && change.Lambda is "ShiftWeight" or "Promote"
                && change.At >= given) is { } moved)
                yield return $"the alarm was in ALARM when somebody approved at {given:O}, and yet {moved}";
        }
    }

    private static IEnumerable<Change> By(Report report, string? execution) =>
        report.Changes.Where(change => change.Execution == execution);

    private static IEnumerable<Change> WordsTo(Report report, string execution) =>
        from pair in Pairs(report)
        where pair.Now.For is null && pair.Now.Holder == execution && pair.Now.Word is not null
        select pair.Now;

    // Somebody else has said another word since, or changed the alias.
    private static bool IsReplaced(Report report, Change word, DateTimeOffset until) =>
        report.Changes.SkipWhile(change => change != word).Skip(1).Any(change => change.For is null && change.At <= until);

    private static bool IsPromotion(Change change) => change.Lambda == "Promote";

    private static bool IsForward(Change change) => change.Lambda is "ShiftWeight" or "Promote";

    private static IEnumerable<(Change Before, Change Now)> Pairs(Report report) =>
        report.Changes.Zip(report.Changes.Skip(1)).Skip(1);
}
