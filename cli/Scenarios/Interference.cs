using Canary.Cli.Watching;

namespace Canary.Cli.Scenarios;

/// <summary>Something that happens once to a rollout in its course, and that its execution's history does not tell.</summary>
/// <param name="who">Who does it: told beside it.</param>
/// <param name="isDue">Whether its moment has come.</param>
/// <param name="actAsync">Does it, where there is something to do, and tells in a sentence what happened.</param>
internal sealed class Interference(
    string who, Func<RolloutView, bool> isDue, Func<RolloutView, CancellationToken, Task<string>> actAsync)
{
    public string Who => who;

    /// <summary>When it happened, on the embedded AWS's clock; null before.</summary>
    public DateTimeOffset? At { get; private set; }

    public bool IsDue(RolloutView view) => At is null && isDue(view);

    /// <param name="view">The rollout as it stands.</param>
    /// <param name="now">What the embedded AWS's clock shows.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<string> ActAsync(RolloutView view, DateTimeOffset now, CancellationToken cancellationToken)
    {
        At = now;
        return actAsync(view, cancellationToken);
    }

    /// <summary>In the middle: the first step has been checked, and bakes on.</summary>
    public static bool IsMiddle(RolloutView view) =>
        view is { State: "Bake", HasEnded: false, Document: { Internal.CurrentStep: 0 } document }
        && document.Steps[0].Checks >= 1;
}
