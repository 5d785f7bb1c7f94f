using System.Globalization;
using Canary.Cli.Watching;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Canary.Cli.Screens;

/// <summary>Draws one moment of a rollout: a screen of fewer than 24 lines for a plan of few steps, and of fewer where the terminal is lower.</summary>
internal static class LiveScreen
{
    /// <summary>As much as the terminal has room for.</summary>
    public static IRenderable Fit(ScreenFrame frame, IAnsiConsole console)
    {
        var screens = ScreenLayout.FromFullToLeast.Select(layout => Draw(frame, layout));
        return screens.FirstOrDefault(screen => Height(screen, console) <= console.Profile.Height) ?? Draw(frame, ScreenLayout.FromFullToLeast[^1]);
    }

    public static IRenderable Draw(ScreenFrame frame, ScreenLayout layout)
    {
        var view = frame.View;
        return new Rows(
            new Rule($"[bold]{Markup.Escape(frame.Title)}[/]").LeftJustified(),
            Header(frame, layout),
            new Columns(new Padder(StepTable(view, layout), new Padding(0, 0, 4, 0)), VersionTable(view, layout)) { Expand = false },
            Facts(view));
    }

    // Not by way of the console: its pipeline would add the live screen that is shown already.
    private static int Height(IRenderable screen, IAnsiConsole console) =>
        Segment.SplitLines(screen.Render(RenderOptions.Create(console, console.Profile.Capabilities), console.Profile.Width)).Count;

    private static Grid Header(ScreenFrame frame, ScreenLayout layout)
    {
        var view = frame.View;
        var (sign, style) = StatusStyle.Of(view);
        var candidate = view.Document?.CandidateVersion is { } version ? $" → version {version}" : "";
        (string, string)[] plan = layout.HasPlan ? [("plan", Markup.Escape(view.Document is { } document ? Format.Plan(document) : "…"))] : [];
        return Pairs(
        [
            ("release", $"[bold]{Markup.Escape($"{view.Function}:{view.AliasName}{candidate}")}[/]  [{style}]{sign} {StatusStyle.Told(view)}[/]"),
            .. plan,
            ("clocks", $"{Format.Time(frame.Simulated)} UTC at {frame.Speed:0.#} times the speed [dim]· {Format.Duration(frame.Real)} of yours[/]"),
        ]);
    }

    private static Table StepTable(RolloutView view, ScreenLayout layout)
    {
        var table = NewTable(layout, "step", "bake", "checks");
        var steps = view.Document?.Steps ?? [];
        // A long plan scrolls with its current step.
        var first = Math.Clamp((view.Document?.CurrentStep ?? 0) - layout.Steps / 2, 0, Math.Max(0, steps.Count - layout.Steps));
        for (var i = first; i < Math.Min(steps.Count, first + layout.Steps); i++)
        {
            var (sign, style) = StatusStyle.Of(view.ProgressOf(i));
            table.AddRow($"[{style}]{sign} {steps[i].Weight}[/]", $"[{style}]{Format.Bake(steps[i].BakeSeconds)}[/]", $"[{style}]{steps[i].Checks}[/]");
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

    private static Grid Facts(RolloutView view)
    {
        var alarms = view.Alarms.Select(alarm => $"{Markup.Escape(alarm.Name)} [{StatusStyle.OfAlarm(alarm.State)}]{alarm.State}[/]");
        var requests = Format.Number(view.Traffic.Since(view.AtShift).Total.Requests);
        var observed = view.ObservedWeight is { } share ? $" [dim]· observed {Format.Percent(share)} of {requests}[/]" : "";
        (string, string)[] evidence = view.Evidence is [.., var found] ? [("evidence", Bar(found.Value))] : [];
        (string, string)[] news = view.News is { } last ? [("news", Markup.Escape($"{Format.Time(last.At)} {last.State}: {last.Text}"))] : [];
        return Pairs(
        [
            ("weight", $"set {Format.Percent(view.SetWeight)}{observed}"),
            ("alarms", string.Join(", ", alarms)),
            ("state", $"[bold]{view.State ?? "…"}[/] [dim]· {view.Transitions} transitions[/]"),
            .. evidence,
            ("reason", Markup.Escape(view.Document?.Reason ?? "…")),
            .. news,
        ]);
    }

    /// <summary>How far it is from none to enough.</summary>
    private static string Bar(double evidence)
    {
        const int Length = 20;
        var filled = (int)Math.Round(Math.Clamp(evidence, 0, 1) * Length);
        var style = StatusStyle.OfEvidence(evidence);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"[{style}]{new string('█', filled)}[/][dim]{new string('░', Length - filled)}[/] [{style}]{evidence:0.00}[/] [dim]· rolled back at 1[/]");
    }

    private static IEnumerable<string> Versions(RolloutView view) =>
        new[] { view.Document?.StableVersion ?? view.Alias?.Version, view.Document?.CandidateVersion }
            .OfType<string>()
            .Concat(view.Served.Versions.Keys)
            .Distinct();

    private static string Role(RolloutView view, string version) =>
        version == view.Document?.CandidateVersion ? "candidate" : version == view.Document?.StableVersion ? "stable" : "";

    private static Table NewTable(ScreenLayout layout, params string[] columns)
    {
        var table = new Table().Border(layout.HasAir ? TableBorder.Simple : TableBorder.None).BorderStyle(new Style(decoration: Decoration.Dim));
        foreach (var column in columns)
        {
            var isNumber = column is "checks" or "requests" or "errors" or "share now";
            table.AddColumn(new TableColumn($"[dim]{column}[/]") { NoWrap = true, Alignment = isNumber ? Justify.Right : Justify.Left });
        }
        return table;
    }

    private static Grid Pairs(params (string Name, string Value)[] pairs)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().Width(8).PadRight(1)).AddColumn(new GridColumn().Padding(0, 0));
        foreach (var (name, value) in pairs) grid.AddRow(new Markup($"[dim]{name}[/]"), new Markup(value));
        return grid;
    }
}
