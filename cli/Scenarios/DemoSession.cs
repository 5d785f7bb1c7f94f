using Canary.Cli.CommandLine;
using Canary.Cli.Screens;
using Canary.Cli.Setup;
using Canary.Cli.Verbs;
using Spectre.Console;

namespace Canary.Cli.Scenarios;

/// <summary>Shows one scenario, and says whether it went as it should.</summary>
/// <param name="scenario">What is shown.</param>
/// <param name="options">How the embedded AWS is to run.</param>
/// <param name="picture">Where a picture of the live screen goes; null for none.</param>
/// <param name="shell">Where it is shown.</param>
internal sealed class DemoSession(IScenario scenario, StackOptions options, string? picture, Shell shell)
{
    /// <summary>Far beyond what it takes: a demo that hangs must not hang a pipeline.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly IAnsiConsole _console = shell.Console;

    /// <returns>See <see cref="ExitCode"/>.</returns>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public async Task<int> RunAsync(CancellationToken interrupted)
    {
        var began = TimeProvider.System.GetTimestamp();
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(interrupted, patience.Token);
        try
        {
            var result = await ShowAsync(Display(), either.Token);
            if (result.Faults.Count > 0)
            {
                End("[red]✘[/]", $"It did not go as it should: {string.Join(' ', result.Faults)}");
                return ExitCode.RolledBack;
            }
            End("[green]✔[/]", $"{result.Shown} All in {Format.Duration(TimeProvider.System.GetElapsedTime(began))}.");
            return ExitCode.Done;
        }
        catch (OperationCanceledException) when (!interrupted.IsCancellationRequested)
        {
            End("[red]✘[/]", $"The demo gave up after {Format.Duration(Patience)}.");
            return ExitCode.RolledBack;
        }
    }

    private IRolloutDisplay Display()
    {
        var isTerminal = _console.Profile.Out.IsTerminal && _console.Profile.Capabilities is { Ansi: true, Interactive: true };
        // Without a terminal there is no width to fit: long lines are a log's business.
        if (!isTerminal) _console.Profile.Width = 160;
        IRolloutDisplay display = isTerminal ? new ScreenDisplay(_console) : new PlainDisplay(_console.Profile.Out.Writer);
        return picture is null ? display : new PictureDisplay(display, picture);
    }

    private async Task<ScenarioResult> ShowAsync(IRolloutDisplay display, CancellationToken cancellationToken)
    {
        if (BuiltWith.Notice is { } notice) display.Say(notice);
        display.Say("Starting the embedded AWS and deploying template.yaml …");
        display.Say(FormattableString.Invariant(
            $"Times are those on the AWS side, {options.Speed:0.##} times as fast as here; real seconds stand in brackets."));
        await using var stack = await DemoStack.RaiseAsync(options, cancellationToken);
        using var pipeline = new Pipeline(stack, display, shell, options.Speed);
        var result = await scenario.ShowAsync(pipeline, cancellationToken);
        RolloutReport.Print(_console, result.Rollouts);
        return result;
    }

    private void End(string sign, string text)
    {
        var line = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(1)).AddColumn(new GridColumn().Padding(0, 0));
        _console.Write(line.AddRow(new Markup(sign), new Prose(text)));
    }
}
