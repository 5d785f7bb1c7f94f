using System.Globalization;
using System.Text.Json.Nodes;
using Canary.Cli.CommandLine;

namespace Canary.Cli.Screens;

/// <summary>An object for each change, a line each: for a program.</summary>
internal sealed class JsonDisplay(Output output) : IRolloutDisplay
{
    /// <inheritdoc/>
    public void Say(string line) => output.Say(line);

    /// <inheritdoc/>
    public async Task<ScreenFrame> FollowAsync(IAsyncEnumerable<ScreenFrame> frames)
    {
        ScreenFrame? last = null;
        await foreach (var frame in frames)
        {
            foreach (var change in ScreenChange.Of(last?.View, frame)) output.Change(Json(change, frame));
            last = frame;
        }
        return last ?? throw new InvalidOperationException("A rollout has at least one frame.");
    }

    private static JsonObject Json(ScreenChange change, ScreenFrame frame) => new()
    {
        ["at"] = change.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        ["what"] = change.What,
        ["text"] = change.Text,
        ["routine"] = change.IsRoutine,
        ["status"] = frame.View.Status,
        ["state"] = frame.View.State,
        ["step"] = frame.View.Step,
        ["weight"] = frame.View.SetWeight,
    };
}
