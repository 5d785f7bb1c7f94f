using Canary.Cli.Watching;

namespace Canary.Cli.Screens;

/// <summary>
/// Shows rollouts as another display does, and writes a picture of one moment: in the middle of a step,
/// when the versions were compared.
/// </summary>
internal sealed class PictureDisplay(IRolloutDisplay display, string path) : IRolloutDisplay
{
    private const int Width = 100;
    private const int Height = 30;

    private ScreenFrame? _best;

    /// <inheritdoc/>
    public void Say(string line) => display.Say(line);

    /// <inheritdoc/>
    public async Task<ScreenFrame> FollowAsync(IAsyncEnumerable<ScreenFrame> frames)
    {
        var before = _best;
        var last = await display.FollowAsync(LookAsync(frames));
        if (_best is { } best && best != before) await File.WriteAllTextAsync(path, ScreenPicture.Draw(best, Width, Height));
        return last;
    }

    private async IAsyncEnumerable<ScreenFrame> LookAsync(IAsyncEnumerable<ScreenFrame> frames)
    {
        await foreach (var frame in frames)
        {
            if (IsTelling(frame) && Evidence(frame) >= Evidence(_best)) _best = frame;
            yield return frame;
        }
    }

    private static double Evidence(ScreenFrame? frame) =>
        frame?.View.Evidence is [.., var last] ? last.Value : double.NegativeInfinity;

    private static bool IsTelling(ScreenFrame frame) => frame.View is { State: "Bake", Evidence: [.., { Value: not 0 and < 1 }] }
        && StepClock.Of(frame.View, frame.Simulated) is { Passed: > .2 and < .9 };
}
