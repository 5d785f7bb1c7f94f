using Canary.Aliases;

namespace Canary.Cli.Watching;

/// <summary>What a rollout came to, for a report.</summary>
/// <param name="Title">What it was about.</param>
/// <param name="View">Its last view.</param>
/// <param name="AliasBefore">The alias just before the execution was started.</param>
/// <param name="AliasAfter">The alias after it had ended.</param>
/// <param name="Real">How long it really took; null where that is the same.</param>
internal sealed record RolloutResult(
    string Title, RolloutView View, AliasState AliasBefore, AliasState AliasAfter, TimeSpan? Real)
{
    /// <summary>What an onlooker knows, who need not have been there at the start; null where the alias is not known.</summary>
    public static RolloutResult? Of(string title, RolloutView view) =>
        view.Alias is { } now ? new(title, view, view.Stable is { } stable ? new(stable) : now, now, null) : null;
}
