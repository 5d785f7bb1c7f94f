using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Canary.Tests.Schema;
using Outcome = Canary.Rollouts.Outcome;

namespace Canary.EndToEnd.Tests.Safety.Reports;

/// <summary>What the rollouts told on the bus: nothing that is not so, and each its story in order.</summary>
internal static partial class Tidings
{
    private const string Restored = "AliasRestored ";

    public static IEnumerable<string> AnEventIsAsItsSchemaSays(Report report) =>
        from happened in report.News
        let text = happened.ToJsonString()
        where !SchemaFile.Event.Accepts(text)
        select text;

    public static IEnumerable<string> NothingIsToldThatIsNotSo(Report report)
    {
        foreach (var ended in report.Rollouts.Where(ended => !ended.IsRedriven))
        {
            foreach (var told in Of(report, ended))
            {
                var isPromoted = ended.Rollout?.Outcome is null or Outcome.Promoted or Outcome.Created;
                if (KindOf(told) == "Promoted" && !isPromoted) yield return $"{told.ToJsonString()} was told of {ended}";
                // Where somebody has set the alias so already, it is so.
                var seen = report.Changes.Where(change => change.Execution == ended.Arn || change.Lambda is null);
                if (KindOf(told) == "Shifted" && !seen.Any(change => IsAt(change, told)))
                    yield return $"{told.ToJsonString()} was told, but the alias never was so: {ended}";
            }
        }
    }

    public static IEnumerable<string> EachRolloutTellsItsStory(Report report)
    {
        // Where something fails, an event may be lost, or sent twice.
        if (!report.Script.IsCalm) yield break;
        foreach (var ended in report.Rollouts.Where(ended => !ended.IsRedriven))
        {
            // Whoever writes its mark once it has ended makes it take that away, whatever it had told: that it had to do so too.
            var isMarkForged = report.Changes.Any(change => change.Lambda is null && change.Holder == ended.Arn);
            var all = Of(report, ended);
            var told = (isMarkForged ? all.DistinctBy(one => (string?)one["id"]) : all).ToList();
            var story = string.Concat(told.Select(one => $"{KindOf(one)} "));
            if (!IsCounted([.. told.Select(one => (int)one["number"]!)], story))
                yield return $"it tells {string.Join(", ", told.Select(one => one["id"]))}: {ended}";
            if (isMarkForged && story.EndsWith(Restored, StringComparison.Ordinal)) story = story[..^Restored.Length];
            if (!Story().IsMatch(story) || !IsWhole(ended, story))
                yield return $"it tells {story}: {ended}";
            var shifts = told.Where(one => KindOf(one) == "Shifted" && (decimal)one["weight"]! < 100)
                .Select(one => (double)((decimal)one["weight"]! / 100));
            var given = report.Changes.Where(change => change.Execution == ended.Arn && change.Lambda == "ShiftWeight")
                .Select(change => change.Alias.State.AdditionalWeight);
            // A stop may come between the change and its news.
            if (ended.Rollout is not null && !shifts.SequenceEqual(given))
                yield return $"it tells of {string.Join(", ", shifts)}, and gave {string.Join(", ", given)}: {ended}";
        }
    }

    // What the Lambda tells that was at work when it was stopped, RestoreAlias does not know of.
    private static bool IsCounted(List<int> numbers, string story) => story.EndsWith(Restored, StringComparison.Ordinal)
        ? numbers.SkipLast(1).SequenceEqual(Enumerable.Range(1, numbers.Count - 1)) && numbers[^1] <= numbers.Count
        : numbers.SequenceEqual(Enumerable.Range(1, numbers.Count));

    // Whoever stops it ends it, and where there was nothing to give back, nobody tells of that.
    private static bool IsWhole(Ended ended, string story) => ended.Rollout?.Outcome switch
    {
        null => true,
        Outcome.NothingToDo => story.Length == 0,
        Outcome.Promoted or Outcome.Created => story.EndsWith("Promoted ", StringComparison.Ordinal),
        Outcome.RolledBack => story.Contains("RolledBack ", StringComparison.Ordinal),
        Outcome.Refused => story == "Refused ",
        Outcome.RolloutInProgress => story == "Refused " || story.Contains("Failed ", StringComparison.Ordinal),
        _ => story.Contains("Failed ", StringComparison.Ordinal),
    };

    private static bool IsAt(Change change, JsonNode told) => (decimal)told["weight"]! switch
    {
        100 => change.Alias.State.Version == (string?)told["candidateVersion"],
        var weight => change.Alias.State.AdditionalWeight == (double)(weight / 100),
    };

    private static IEnumerable<JsonNode> Of(Report report, Ended ended) => report.News
        .Select(happened => happened["detail"]!)
        .Where(detail => (string?)detail["execution"] == ended.Arn);

    private static string KindOf(JsonNode detail) => ((string)detail["id"]!).Split('/')[^1];

    [GeneratedRegex("^(Started )?((Shifted|Held|Paused|Resumed|ApprovalRequested) )*"
        + "((Promoted|RolledBack|Refused|Failed) )?(AliasRestored )?$")]
    private static partial Regex Story();
}
