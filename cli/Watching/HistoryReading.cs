using Canary.Analysis;
using Canary.Cli.Finding;
using Canary.Errors;
using Canary.Rollouts;

namespace Canary.Cli.Watching;

/// <summary>Takes an execution's history into the view, event by event.</summary>
internal static class HistoryReading
{
    /// <summary>How the entry of an attempt begins that failed: no document knows of it.</summary>
    public const string FailedAttempt = "An attempt failed: ";

    private const string GaveUp = "Gave up. ";

    public static RolloutView With(this RolloutView view, HistoryLine line) => Taken(view with { LastEvent = line.At }, line);

    private static RolloutView Taken(RolloutView view, HistoryLine line) => line.Type switch
    {
        "ExecutionStarted" => view with { Started = line.At },
        "ExecutionSucceeded" => End(view, line, "SUCCEEDED"),
        "ExecutionFailed" => End(view, line, "FAILED"),
        "ExecutionAborted" => End(view, line, "ABORTED"),
        "ExecutionTimedOut" => End(view, line, "TIMED_OUT"),
        "TaskScheduled" => view with { HasTried = true, Transitions = view.Transitions + (view.HasTried ? 1 : 0) },
        // So a change gives way to a person who aborts the rollout. Rollback tells who and why.
        "TaskFailed" when line.Error == nameof(Aborted) => view,
        "TaskFailed" or "TaskTimedOut" => Tell(view, line, $"{FailedAttempt}{line.Error}."),
        _ when line.Type.EndsWith("StateEntered", StringComparison.Ordinal) => Enter(view, line.State),
        // Of an earlier release: it changes nothing, and what is asked was told by the check before.
        "TaskStateExited" when line.State == "AskApproval" => view,
        "TaskStateExited" when RolloutDocument.Find(line.Data) is { } document =>
            Exit(view, line, document),
        _ => view,
    };

    private static RolloutView Enter(RolloutView view, string? state) =>
        view with { State = state, HasTried = false, Transitions = view.Transitions + 1 };

    private static RolloutView Exit(RolloutView before, HistoryLine line, Rollout document)
    {
        var view = before with { Document = document };
        var text = line.State switch
        {
            // What these three decide is told with the next state; what they did is the story's last entry.
            "PlanRollout" or "PublishVersion" or "AwaitVersion" when document.Outcome == Outcome.InProgress =>
                document.Story[^1].Text,
            // That it was promoted was told by the state before.
            "FreeAlias" => document.Story[^1].Text,
            not "Rollback" when document.Error is { } caught => $"{GaveUp}{caught.Error}: {caught.Message()}",
            _ => document.Reason,
        };
        return Tell(
            Weigh(view, line, document),
            line,
            WithoutCause(text, view.Timeline.LastOrDefault()?.Text),
            IsRoutine(before.Document, line, document));
    }

    private static bool IsRoutine(Rollout? before, HistoryLine line, Rollout document) =>
        line.State == "CheckHealth"
        && document is { Error: null, Decision.Next: NextState.Bake }
        && (document.Internal.ApprovalRequest is null || before?.Internal.ApprovalRequest is not null);

    // The state before has told why: the same sentence is not told again.
    private static string WithoutCause(string text, string? before)
    {
        foreach (var cause in Causes(before))
        {
            var at = text.IndexOf(cause, StringComparison.OrdinalIgnoreCase);
            if (at > 0 && text[(at + cause.Length)..].Trim('.').Length == 0) return $"{text[..at].TrimEnd(' ', ':')}.";
        }
        return text;
    }

    /// <summary>What was told, and what of it may be told again: the error that was given up for, and its message.</summary>
    private static IEnumerable<string> Causes(string? before)
    {
        if (before?.TrimEnd('.') is not { Length: > 0 } told) yield break;
        yield return told;
        if (!told.StartsWith(GaveUp, StringComparison.Ordinal)) yield break;
        yield return told[GaveUp.Length..];
        if (told.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon) yield return told[(colon + 2)..];
    }

    private static RolloutView Weigh(RolloutView view, HistoryLine line, Rollout document)
    {
        if (line.State != "CheckHealth") return view;
        var asked = VersionComparison.Asked(document, line.At)?.Queries.Count(query => query.Source is not null) ?? 0;
        var read = view with { MetricsRead = view.MetricsRead + asked };
        return document.Internal.Analysis?.Latest?.Evidence is { } evidence
            ? read with { Evidence = read.Evidence.Add(new(line.At, evidence)) }
            : read;
    }

    private static RolloutView End(RolloutView view, HistoryLine line, string status)
    {
        var document = RolloutDocument.Find(line.Data);
        var ended = view with { Status = status, Ended = line.At, Document = document ?? view.Document };
        // A rollout that ends by itself has told why already. One that was stopped from outside has not.
        if (document is not null) return ended;
        string?[] told = [$"The execution ended as {status}", line.Error, line.Data];
        var why = string.Join(": ", told.OfType<string>());
        return Tell(ended with { EndedBecause = why }, line, why);
    }

    private static RolloutView Tell(RolloutView view, HistoryLine line, string text, bool isRoutine = false) => view with
    {
        Timeline =
            view.Timeline.Add(new(line.At, line.State ?? view.State ?? "", text, WeightAfter(view, line), isRoutine)),
    };

    private static decimal WeightAfter(RolloutView view, HistoryLine line) => (line.State, view.Document) switch
    {
        // Whoever changed it has said what it is at, and it was read since.
        _ when line.Error == nameof(AliasChanged) => view.SetWeight,
        (_, { Outcome: Outcome.AliasChanged } or { Error.Error: nameof(AliasChanged) }) => view.SetWeight,
        ("Rollback", { Outcome: Outcome.RolledBack or Outcome.Failed }) => 0,
        (_, { Internal.PromotedAt: not null }) => 100,
        ("ShiftWeight", { Internal.CurrentStep: >= 0 } document) => document.Steps[document.Internal.CurrentStep].Weight.Percent,
        _ => view.Timeline.LastOrDefault()?.Weight ?? 0,
    };
}
