using Canary.Cli.Screens;
using Canary.Cli.Watching;
using Spectre.Console;
using static Canary.Cli.Tests.Watching.Moments;

namespace Canary.Cli.Tests.Screens;

/// <summary>What is written to a console without a terminal, as text.</summary>
internal static class Paper
{
    public static ScreenFrame Frame(RolloutView view) =>
        new("A good version", view, Start.AddMinutes(1), TimeSpan.FromSeconds(4.2), 15);

    public static async IAsyncEnumerable<ScreenFrame> FramesAsync(params RolloutView[] views)
    {
        foreach (var view in views)
        {
            await Task.Yield();
            yield return Frame(view);
        }
    }

    /// <summary>One moment of a rollout, as the live screen shows it.</summary>
    public static string Screen(RolloutView view, int width = 120, int height = 24) =>
        Write(console => console.Write(LiveScreen.Fit(Frame(view), console)), width, height);

    /// <summary>The report on a rollout.</summary>
    public static string Report(RolloutView view, int width = 120) =>
        Write(
            console => RolloutReport.Print(console, [new("A version", view, new("1"), new("1"), TimeSpan.FromSeconds(12))]),
            width);

    public static string Write(Action<IAnsiConsole> write, int width = 120, int height = 24) => WriteAsync(console =>
    {
        write(console);
        return Task.CompletedTask;
    }, width, height).GetAwaiter().GetResult();

    public static async Task<string> WriteAsync(Func<IAnsiConsole, Task> writeAsync, int width = 120, int height = 24)
    {
        using var output = new StringWriter();
        var console = AnsiConsole.Create(new()
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(output),
        });
        (console.Profile.Width, console.Profile.Height) = (width, height);
        console.Profile.Capabilities.Unicode = true;
        await writeAsync(console);
        return output.ToString();
    }
}
