using System.Globalization;
using Canary.Cli.Watching;
using Spectre.Console;

namespace Canary.Cli.Screens;

/// <summary>What is told of a rollout at its end.</summary>
internal static class RolloutReport
{
    public static void Print(IAnsiConsole console, IEnumerable<RolloutResult> rollouts)
    {
        foreach (var rollout in rollouts) Print(console, rollout);
    }

    /// <summary>What the rollout has cost, besides its Lambdas.</summary>
    public static string Price(RolloutView view)
    {
        var transitions = string.Create(
            CultureInfo.InvariantCulture,
            $"{view.Transitions} state transitions: ${view.Transitions * Prices.Transition:0.000000} at $0.025 for 1,000");
        var metrics = string.Create(
            CultureInfo.InvariantCulture,
            $"{view.MetricsRead} metrics read: ${view.MetricsRead * Prices.Metric:0.000000} at $0.01 for 1,000");
        return view.MetricsRead > 0 ? $"{transitions}; {metrics}" : transitions;
    }

    private static void Print(IAnsiConsole console, RolloutResult rollout)
    {
        var view = rollout.View;
        var (sign, style) = StatusStyle.Of(view);
        console.MarkupLine($"[bold][{style}]{sign}[/] {Markup.Escape(rollout.Title)}: {StatusStyle.Told(view)}[/]");
        console.Write(Timeline(view));
        console.WriteLine();
        if (view.Served.Versions.Count > 0 || view.Served.Refused > 0)
        {
            console.Write(Versions(view));
            console.WriteLine();
        }
        if (view.Evidence.Count > 0) PrintEvidence(console, view);
        Say(console, $"Alias {view.AliasName}: {rollout.AliasBefore} before, {rollout.AliasAfter} after.");
        Say(console, $"{Price(view)}.");
        var simulated = (view.Ended - view.Started) ?? default;
        Say(console, rollout.Real is { } real
            ? $"Took {Format.Duration(simulated)} on the AWS side, {Format.Duration(real)} really."
            : $"Took {Format.Duration(simulated)}.");
        console.WriteLine();
    }

    private static void Say(IAnsiConsole console, string text) => console.Write(new Prose(text));

    private static void PrintEvidence(IAnsiConsole console, RolloutView view)
    {
        if (view.Evidence is [var only])
        {
            var found = Format.Evidence(only.Value);
            Say(
                console,
                $"The evidence against version {view.Candidate} at the one check that had some: {found}. At 1 it goes back.");
            console.WriteLine();
            return;
        }
        Say(console, $"The evidence against version {view.Candidate}, check by check: 0 is none, at 1 it is rolled back.");
        foreach (var line in EvidencePlot.Draw(view.Evidence))
            console.MarkupLine($"[{StatusStyle.OfEvidence(line.Level)}]{Markup.Escape(line.Text)}[/]");
        console.WriteLine();
    }

    private static Table Timeline(RolloutView view)
    {
        var table = Plain(("when", Justify.Left), ("state", Justify.Left), ("weight", Justify.Right), ("what", Justify.Left));
        foreach (var entry in view.Timeline.Where(entry => !entry.IsRoutine))
        {
            table.AddRow(
                new Text(Format.Time(entry.At)),
                new Text(entry.State),
                new Text(Format.Percent(entry.Weight)),
                new Prose(entry.Text));
        }
        return table;
    }

    private static Table Versions(RolloutView view)
    {
        var table = Plain(
            ("version", Justify.Left),
            ("requests", Justify.Right),
            ("failed", Justify.Right),
            ("failed of its own", Justify.Right));
        foreach (var (version, count) in view.Served.Versions)
        {
            table.AddRow(
                version,
                Format.Number(count.Requests),
                Format.Number(count.Failures),
                Format.Percent(100.0 * count.Failures / count.Requests));
        }
        if (view.Served.Refused > 0) table.AddRow("none", Format.Number(view.Served.Refused), "", "");
        return table;
    }

    private static Table Plain(params (string Name, Justify Alignment)[] columns)
    {
        var table = new Table().NoBorder();
        foreach (var (name, alignment) in columns)
        {
            var column = new TableColumn($"[dim]{name}[/]") { Alignment = alignment, NoWrap = name != "what" };
            table.AddColumn(column.PadLeft(0).PadRight(2));
        }
        return table;
    }
}
