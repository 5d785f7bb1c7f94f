using Canary.Cli.Watching;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Canary.Cli.Screens;

/// <summary>The live screen's tables: the steps, and the versions.</summary>
internal static class ScreenTables
{
    /// <summary>Those that there is something to say in: a rollout that was refused has no steps.</summary>
    public static IReadOnlyList<IRenderable> Of(RolloutView view, ScreenLayout layout)
    {
        List<IRenderable> tables = [];
        if (view.Steps.Count > 0) tables.Add(new Padder(StepTable(view, layout), new Padding(0, 0, 4, 0)));
        // Where nobody counts there is nothing to compare.
        if (!view.Traffic.IsUnknown && Versions(view).Any()) tables.Add(VersionTable(view, layout));
        return tables;
    }

    private static Table StepTable(RolloutView view, ScreenLayout layout)
    {
        var table = NewTable(layout, "step", "bake", "checks");
        var steps = view.Steps;
        // A long plan scrolls with its current step.
        var current = view.Document?.Internal.CurrentStep ?? 0;
        var first = Math.Clamp(current - layout.Steps / 2, 0, Math.Max(0, steps.Count - layout.Steps));
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
}
