namespace Canary.Cli.Screens;

/// <summary>A line for each change, without any escape code: for a log.</summary>
/// <param name="output">Where the lines go.</param>
/// <param name="withRoutine">Whether checks that changed nothing are told too.</param>
internal sealed class PlainDisplay(TextWriter output, bool withRoutine = true) : IRolloutDisplay
{
    /// <inheritdoc/>
    public void Say(string line) => output.WriteLine(line);

    /// <inheritdoc/>
    public async Task<ScreenFrame> FollowAsync(IAsyncEnumerable<ScreenFrame> frames)
    {
        ScreenFrame? last = null;
        await foreach (var frame in frames)
        {
            foreach (var line in PlainLines.Of(last, frame, withRoutine)) await output.WriteLineAsync(line);
            await output.FlushAsync();
            last = frame;
        }
        return last ?? throw new InvalidOperationException("A rollout has at least one frame.");
    }
}
