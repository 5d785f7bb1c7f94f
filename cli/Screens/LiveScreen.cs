using System.Globalization;
using Canary.Cli.Watching;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Canary.Cli.Screens;

/// <summary>
/// Draws one moment of a rollout: a screen of fewer than 24 lines for a plan of few steps,
/// and of fewer where the terminal is lower.
/// </summary>
internal static class LiveScreen
{
    private const string Candidate = "orange1";

    /// <summary>As much as the terminal has room for.</summary>
    public static IRenderable Fit(ScreenFrame frame, IAnsiConsole console)
    {
        var layouts = ScreenLayout.FromFullToLeast.Select(
            layout => layout with { IsNarrow = console.Profile.Width < ScreenLayout.Usual }).ToList();
        var screens = layouts.Select(layout => Draw(frame, layout));
        return screens.FirstOrDefault(screen => Height(screen, console) <= console.Profile.Height) ?? Draw(frame, layouts[^1]);
    }

    public static IRenderable Draw(ScreenFrame frame, ScreenLayout layout)
    {
        var view = frame.View;
        List<IRenderable> parts = [new Rule($"[bold]{Markup.Escape(frame.Title)}[/]").LeftJustified()];
        if (Attention.Of(view, frame.Simulated) is { } call) parts.Add(Loud(call));
        parts.Add(Header(frame, layout));
        List<IRenderable> tables = [];
        if (view.Steps.Count > 0) tables.Add(new Padder(StepTable(view, layout), new Padding(0, 0, 4, 0)));
        if (Versions(view).Any()) tables.Add(VersionTable(view, layout));
        if (tables.Count > 0) parts.Add(new Columns(tables) { Expand = false });
        parts.Add(Facts(frame, layout));
        return new Rows(parts);
    }

    // Not by way of the console: its pipeline would add the live screen that is shown already.
    private static int Height(IRenderable screen, IAnsiConsole console) =>
        Segment.SplitLines(
            screen.Render(RenderOptions.Create(console, console.Profile.Capabilities), console.Profile.Width)).Count;

    private static Markup Loud(string call) =>
        new($"[black on yellow bold] ▲ SOMEBODY HAS TO ACT [/] [yellow bold]{Markup.Escape(call)}[/]");

    private static Grid Header(ScreenFrame frame, ScreenLayout layout)
    {
        var view = frame.View;
        var (sign, style) = StatusStyle.Of(view);
        var candidate = view.Candidate is { } version ? $" → version {version}" : "";
        var step = view.StepTitle is { } title ? $"  {title}" : "";
        var release = Markup.Escape($"{view.Function}:{view.AliasName}{candidate}");
        var speed = frame.Speed > 1 ? string.Create(CultureInfo.InvariantCulture, $" at {frame.Speed:0.#} times the speed") : "";
        var isPlanned = layout.HasPlan && (view.Document is null || view.Steps.Count > 0);
        var plan = view.Document is { } document ? Format.Plan(document) : "…";
        return Pairs(
        [
            ("release", new Markup($"[bold]{release}[/]  [{style}]{sign} {StatusStyle.Told(view)}{step}[/]")),
            .. isPlanned ? [("plan", new Prose(plan))] : Array.Empty<(string, IRenderable)>(),
            ("clocks", new Markup($"{Format.Time(frame.Simulated)} UTC{speed} [dim]· {Format.Duration(frame.Real)} of yours[/]")),
        ]);
    }

    private static Table StepTable(RolloutView view, ScreenLayout layout)
    {
        var table = NewTable(layout, "step", "bake", "checks");
        var steps = view.Steps;
        // A long plan scrolls with its current step.
        var first = Math.Clamp((view.Document?.CurrentStep ?? 0) - layout.Steps / 2, 0, Math.Max(0, steps.Count - layout.Steps));
        for (var i = first; i < Math.Min(steps.Count, first + layout.Steps); i++)
        {
            var (sign, style) = StatusStyle.Of(view.ProgressOf(i));
            table.AddRow(
                $"[{style}]{sign} {steps[i].Weight}[/]",
                $"[{style}]{Format.Bake(steps[i].BakeSeconds)}[/]",
                $"[{style}]{steps[i].Checks}[/]");
        }
        return table;
    }

    private static Table VersionTable(RolloutView view, ScreenLayout layout)
    {
        var table = NewTable(layout, "version", "requests", "errors", "share now");
        var served = view.Served;
        var recent = view.Traffic.Since(view.AtShift);
        foreach (var version in Versions(view))
        {
            var count = served.Of(version);
            var style = count.Failures > 0 ? "red" : "default";
            table.AddRow(
                Markup.Escape($"{version} {Role(view, version)}"),
                Format.Number(count.Requests),
                $"[{style}]{Format.Number(count.Failures)}[/]",
                Format.Percent(recent.Share(version) * 100));
        }
        return table;
    }

    private static Grid Facts(ScreenFrame frame, ScreenLayout layout)
    {
        var view = frame.View;
        var alarms =
            view.Alarms.Select(alarm => $"{Markup.Escape(alarm.Name)} [{StatusStyle.OfAlarm(alarm.State)}]{alarm.State}[/]");
        List<(string, IRenderable)> facts = [("weight", new Markup(Split(view, layout)))];
        if (StepClock.Of(view, frame.Simulated) is { } clock)
            facts.Add((clock.IsApproval ? "waits" : "bake", new Markup(Left(clock, layout))));
        if (view.Alarms.Count > 0) facts.Add(("alarms", new Markup(string.Join(", ", alarms))));
        facts.Add(("state", new Markup($"[bold]{view.State ?? "…"}[/] [dim]· {view.Transitions} transitions[/]")));
        if (view.Evidence is [.., var found]) facts.Add(("evidence", new Markup(Evidence(found.Value, layout))));
        facts.Add(("reason", new Prose(view.Reason ?? "…")));
        if (view.News is { } last) facts.Add(("news", new Prose($"{Format.Time(last.At)} {last.State}: {last.Text}")));
        return Pairs([.. facts]);
    }

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
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Bar.Of(evidence, style, layout.Bar)} [{style}]{evidence:0.00}[/] [dim]· rolled back at 1[/]");
    }

    private static IEnumerable<string> Versions(RolloutView view) =>
        new[] { view.Stable ?? view.Alias?.Version, view.Candidate }
            .OfType<string>()
            .Concat(view.Served.Versions.Keys)
            .Distinct();

    private static string Role(RolloutView view, string version) =>
        version == view.Candidate ? "candidate" : version == view.Stable ? "stable" : "";

    private static Table NewTable(ScreenLayout layout, params string[] columns)
    {
        var table = new Table()
            .Border(layout.HasAir ? TableBorder.Simple : TableBorder.None)
            .BorderStyle(new Style(decoration: Decoration.Dim));
        foreach (var column in columns)
        {
            var isNumber = column is "checks" or "requests" or "errors" or "share now";
            table.AddColumn(
                new TableColumn($"[dim]{column}[/]") { NoWrap = true, Alignment = isNumber ? Justify.Right : Justify.Left });
        }
        return table;
    }

    private static Grid Pairs(params (string Name, IRenderable Value)[] pairs)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().Width(8).PadRight(1)).AddColumn(new GridColumn().Padding(0, 0));
        foreach (var (name, value) in pairs) grid.AddRow(new Markup($"[dim]{name}[/]"), value);
        return grid;
    }
}
