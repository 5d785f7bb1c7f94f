using Spectre.Console;

namespace Canary.Cli.Screens;

/// <summary>One screen, drawn anew for each frame: for a terminal.</summary>
internal sealed class ScreenDisplay(IAnsiConsole console) : IRolloutDisplay
{
    /// <inheritdoc/>
    public void Say(string line) => console.MarkupLineInterpolated($"[dim]{line}[/]");

    /// <inheritdoc/>
    public async Task<ScreenFrame> FollowAsync(IAsyncEnumerable<ScreenFrame> frames)
    {
        ScreenFrame? last = null;
        // Where even the least is too high, its end says most.
        await console.Live(Text.Empty).Overflow(VerticalOverflow.Crop).Cropping(VerticalOverflowCropping.Top).StartAsync(async screen =>
        {
            await foreach (var frame in frames)
            {
                last = frame;
                screen.UpdateTarget(LiveScreen.Fit(frame, console));
            }
        });
        console.WriteLine();
        return last ?? throw new InvalidOperationException("A rollout has at least one frame.");
    }
}
