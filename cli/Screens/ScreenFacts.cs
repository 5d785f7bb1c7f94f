using Canary.Cli.Watching;
using Canary.Rollouts.Plans;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Canary.Cli.Screens;

/// <summary>The live screen's lower half: where the rollout stands, and why.</summary>
internal static class ScreenFacts
{
    private const string Candidate = "orange1";

    public static Grid Of(ScreenFrame frame, ScreenLayout layout)
    {
        var view = frame.View;
        var alarms =
            view.Alarms.Select(alarm => $"{Markup.Escape(alarm.Name)} [{StatusStyle.OfAlarm(alarm.State)}]{alarm.State}[/]");
        List<(string, IRenderable)> facts = [("weight", new Markup(Split(view, layout)))];
        if (StepClock.Of(view, frame.Simulated) is { } clock)
            facts.Add((clock.IsApproval ? "waits" : "bake", new Markup(Left(clock, layout))));
        if (!view.HasEnded && view.Document is { Internal.Words: { PausedUntil: { } until, PausedBy: var by } } paused)
            facts.Add(("paused", new Markup($"[yellow]{Markup.Escape(Paused(until, by, paused.Plan.OnPauseExpired))}[/]")));
        if (view.Alarms.Count > 0) facts.Add(("alarms", new Markup(string.Join(", ", alarms))));
        facts.Add(("state", new Markup($"[bold]{view.State ?? "…"}[/] [dim]· {view.Transitions} transitions[/]")));
        if (view.Evidence is [.., var found]) facts.Add(("evidence", new Markup(Evidence(found.Value, layout))));
        facts.Add(("reason", new Prose(view.Reason ?? "…")));
        if (view.Trouble is { } trouble)
            facts.Add(("AWS", new Prose($"{trouble.Text} Trying on since {Format.Time(trouble.Since)}.")));
        if (view.News is { } last) facts.Add(("news", new Prose($"{Format.Time(last.At)} {last.State}: {last.Text}")));
        return Pairs.Of([.. facts]);
    }

    private static string Paused(DateTimeOffset until, string? by, OnPauseExpired then) =>
        $"{(by is null ? "" : $"by {by} ")}until {Format.Time(until)} UTC; then it "
        + (then == OnPauseExpired.Resume ? "goes on" : "is rolled back");

    /// <summary>How much of the traffic the candidate has.</summary>
    private static string Split(RolloutView view, ScreenLayout layout)
    {
        var requests = Format.Number(view.Traffic.Since(view.AtShift).Total.Requests);
        var observed = view.ObservedWeight is { } share ? $" [dim]· observed {Format.Percent(share)} of {requests}[/]" : "";
        return $"{Bar.Of((double)view.SetWeight / 100, Candidate, layout.Bar)} set {Format.Percent(view.SetWeight)}{observed}";
    }

    private static string Left(StepClock clock, ScreenLayout layout)
    {
        var (style, whom) = clock.IsApproval ? ("yellow", " for approval") : ("blue", "");
        return $"{Bar.Of(clock.Passed, style, layout.Bar)} {Format.Seconds(clock.Left)} left "
            + $"of {Format.Seconds(clock.Whole)}{whom}";
    }

    /// <summary>How far it is from none to enough.</summary>
    private static string Evidence(double evidence, ScreenLayout layout)
    {
        var style = StatusStyle.OfEvidence(evidence);
        return $"{Bar.Of(evidence, style, layout.Bar)} [{style}]{Format.Evidence(evidence)}[/] [dim]· rolled back at 1[/]";
    }
}
