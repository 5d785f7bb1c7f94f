using Spectre.Console;

namespace Canary.Cli.Screens;

/// <summary>One screen, drawn anew for each frame: for a terminal.</summary>
internal sealed class ScreenDisplay(IAnsiConsole console) : IRolloutDisplay
{
    private bool _hasShown;

    /// <inheritdoc/>
    public void Say(string line) => console.MarkupLineInterpolated($"[dim]{line}[/]");

    /// <inheritdoc/>
    public async Task<ScreenFrame> FollowAsync(IAsyncEnumerable<ScreenFrame> frames)
    {
        if (_hasShown) TurnPage();
        _hasShown = true;
        ScreenFrame? last = null;
        // Where even the least is too high, its end says most.
        await console.Live(Text.Empty)
            .Overflow(VerticalOverflow.Crop)
            .Cropping(VerticalOverflowCropping.Top)
            .StartAsync(async screen =>
            {
                var size = (console.Profile.Width, console.Profile.Height);
                await foreach (var frame in frames)
                {
                    last = frame;
                    // The lines of the frame before have been broken anew, or cut off, so that nobody knows where it began.
                    if (size != (console.Profile.Width, console.Profile.Height)) console.Clear();
                    size = (console.Profile.Width, console.Profile.Height);
                    screen.UpdateTarget(LiveScreen.Fit(frame, console));
                }
            });
        console.WriteLine();
        return last ?? throw new InvalidOperationException("A rollout has at least one frame.");
    }

    /// <summary>
    /// The last frame of the rollout before goes up to where the terminal keeps what was, and the next one has all of the screen.
    /// </summary>
    private void TurnPage()
    {
        for (var line = 0; line < console.Profile.Height; line++) console.WriteLine();
        console.Cursor.MoveUp(console.Profile.Height);
    }
}
