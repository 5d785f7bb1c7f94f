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
        if (ScreenTables.Of(view, layout) is { Count: > 0 } tables) parts.Add(new Columns(tables) { Expand = false });
        parts.Add(ScreenFacts.Of(frame, layout));
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
        return Pairs.Of(
        [
            ("release", new Markup($"[bold]{release}[/]  [{style}]{sign} {StatusStyle.Told(view)}{step}[/]")),
            .. isPlanned ? [("plan", new Prose(plan))] : Array.Empty<(string, IRenderable)>(),
            ("clocks", new Markup($"{Format.Time(frame.Simulated)} UTC{speed} [dim]· {Format.Duration(frame.Real)} of yours[/]")),
        ]);
    }
}
