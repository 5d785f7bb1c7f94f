using Canary.Cli.Scenarios;
using Canary.Cli.Screens;
using Canary.Cli.Setup;
using Spectre.Console;

namespace Canary.Cli.Commands;

/// <summary>Shows one scenario, and says whether it went as it should.</summary>
internal static class DemoSession
{
    /// <summary>Far beyond what it takes: a demo that hangs must not hang a pipeline.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <returns>See <see cref="ExitCode"/>.</returns>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public static async Task<int> RunAsync(IScenario scenario, StackOptions options, IAnsiConsole console, CancellationToken interrupted)
    {
        var began = TimeProvider.System.GetTimestamp();
        var isTerminal = console.Profile.Out.IsTerminal && console.Profile.Capabilities is { Ansi: true, Interactive: true };
        // Without a terminal there is no width to fit: long lines are a log's business.
        if (!isTerminal) console.Profile.Width = 160;
        IRolloutDisplay display = isTerminal ? new ScreenDisplay(console) : new PlainDisplay(console.Profile.Out.Writer);
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(interrupted, patience.Token);
        try
        {
            var result = await ShowAsync(scenario, options, console, display, either.Token);
            if (result.Faults.Count > 0)
            {
                console.MarkupLineInterpolated($"[red]✘ It did not go as it should: {string.Join(' ', result.Faults)}[/]");
                return ExitCode.Failed;
            }
            var took = Format.Duration(TimeProvider.System.GetElapsedTime(began));
            console.MarkupLineInterpolated($"[green]✔[/] {result.Shown} All in {took}.");
            return ExitCode.Done;
        }
        catch (OperationCanceledException) when (!interrupted.IsCancellationRequested)
        {
            console.MarkupLineInterpolated($"[red]✘ The demo gave up after {Format.Duration(Patience)}.[/]");
            return ExitCode.Failed;
        }
    }

    private static async Task<ScenarioResult> ShowAsync(
        IScenario scenario, StackOptions options, IAnsiConsole console, IRolloutDisplay display, CancellationToken cancellationToken)
    {
        if (BuiltWith.Notice is { } notice) display.Say(notice);
        display.Say("Canary: starting the embedded AWS and deploying template.yaml …");
        display.Say(FormattableString.Invariant($"Times are those on the AWS side, {options.Speed:0.##} times as fast as here; real seconds stand in brackets."));
        await using var stack = await DemoStack.RaiseAsync(options, cancellationToken);
        var result = await scenario.ShowAsync(new Pipeline(stack, display, TimeProvider.System, options.Speed), cancellationToken);
        RolloutReport.Print(console, result.Rollouts);
        return result;
    }
}
