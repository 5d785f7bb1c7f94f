using System.Globalization;
using Canary.Cli.Screens;
using Canary.Cli.Watching;
using Canary.Rollouts;

namespace Canary.Cli.Telling;

/// <summary>One rollout whole, for people.</summary>
internal static class RolloutSheet
{
    /// <param name="told">The rollout.</param>
    /// <param name="view">What its history has told.</param>
    /// <param name="alias">Where its alias is now, in a sentence.</param>
    /// <param name="all">Whether each check is told too.</param>
    /// <param name="now">For one that is under way.</param>
    /// <param name="width">Columns; null for lines of any length.</param>
    public static string Of(ToldRollout told, RolloutView view, string alias, bool all, DateTimeOffset now, int? width)
    {
        var sheet = new Sheet(width);
        sheet.Say($"{told.Sign} {told.Found.Title}, {told.Versions}: {told.Came}, after {Format.Seconds(told.Took(now))}");
        sheet.Say(told.Reason);
        sheet.Skip();
        sheet.Add("execution", told.Found.Arn);
        sheet.Add("started", $"{At(told.Found.Started)}{Who(told)}");
        if (told.Found.Ended is { } ended) sheet.Add("ended", $"{At(ended)}, as {told.Found.Status}");
        if (told.Document is { } document) AddPlan(sheet, document, view, told.Found.Ended);
        sheet.Add("alias", alias);
        sheet.Add("cost", RolloutReport.Price(view));
        sheet.Skip();
        foreach (var (at, state, text) in all ? Timeline(view) : Story(view))
            sheet.Add(Format.Time(at), state.Length > 0 ? $"{state}: {text}" : text);
        return sheet.ToString();
    }

    /// <summary>
    /// What happened: the document's own story, and what it cannot know: attempts that failed, and an end from outside.
    /// </summary>
    public static IReadOnlyList<(DateTimeOffset At, string State, string Text)> Story(RolloutView view)
    {
        if (view.Document is not { Story.Count: > 0 } document) return Timeline(view);
        var unknown = view.Timeline.Where(entry => entry.Text.StartsWith(HistoryReading.FailedAttempt, StringComparison.Ordinal)
            || (view.EndedBecause is { } because && entry.Text == because));
        return
        [
            .. document.Story.Select(entry => (entry.At, entry.State, entry.Text))
                .Concat(unknown.Select(entry => (entry.At, entry.State, entry.Text)))
                .OrderBy(entry => entry.At),
        ];
    }

    private static IReadOnlyList<(DateTimeOffset At, string State, string Text)> Timeline(RolloutView view) =>
        [.. view.Timeline.Select(entry => (entry.At, entry.State, entry.Text))];

    private static void AddPlan(Sheet sheet, Rollout document, RolloutView view, DateTimeOffset? ended)
    {
        var alarms = document.Plan.Alarms.Count == 0 ? "no alarms" : $"alarms {string.Join(", ", document.Plan.Alarms)}";
        sheet.Add("plan", string.Create(
            CultureInfo.InvariantCulture,
            $"{Format.Plan(document)}, a check every {document.Plan.CheckIntervalSeconds} s, {alarms}"));
        foreach (var (index, step) in document.Steps.Index())
        {
            var name = step.AfterPromotion ? "afterwards" : $"step {index + 1}";
            sheet.Add(name, $"{StatusStyle.Of(view.ProgressOf(index)).Sign} {step.Weight}{Of(step, ended)}");
        }
        foreach (var warning in document.Warnings ?? []) sheet.Add("warning", warning);
        foreach (var fault in document.Faults ?? []) sheet.Add("fault", fault);
        sheet.Add("held by", document.HeldBy);
        if (document.Error is { } error) sheet.Add("error", $"{error.Error}: {error.Message()}");
    }

    // The document of a rollout that was stopped does not know that its step is over.
    private static string Of(Step step, DateTimeOffset? ended)
    {
        var bake = step.BakeSeconds > 0 ? $" for {Format.Bake(step.BakeSeconds)}" : "";
        var checks = step.Checks is { } count and > 0
            ? string.Create(CultureInfo.InvariantCulture, $", {count} check{(count == 1 ? "" : "s")}, ")
                + $"the last {step.Health}: {step.Reason}" : "";
        var approval = step.Approval is { } given
            ? $"; {(given.Approved ? "approved" : "rejected")} by {given.By}{(given.Reason is { } why ? $": {why}" : "")}" : "";
        return step.StartedAt is { } at
            ? $"{bake}, {Format.Time(at)} to {((step.EndedAt ?? ended) is { } end ? Format.Time(end) : "now")}{checks}{approval}"
            : bake;
    }

    private static string Who(ToldRollout told) =>
        $"{(told.By is { } by ? $" by {by}" : "")}{(told.Why is { } why ? $": {why}" : "")}";

    private static string At(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
