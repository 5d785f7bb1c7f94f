using System.Globalization;
using Canary.Rollouts;

namespace Canary.Cli.Watching;

/// <summary>Whether a rollout needs somebody to act.</summary>
internal static class Attention
{
    /// <summary>An alias is given back within seconds of a stop.</summary>
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(1);

    /// <summary>What somebody has to do, in a sentence; null while nobody has to do anything.</summary>
    public static string? Of(RolloutView view, DateTimeOffset now)
    {
        if (!view.HasEnded && view.Document?.Internal.ApprovalRequest is { } asked)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"Approve or reject step {asked.Step} before {asked.ExpiresAt.UtcDateTime:HH:mm:ss} UTC.");
        }
        return view.Document?.Outcome is not (Outcome.AliasChanged or Outcome.RolloutInProgress) && IsLeftBehind(view, now)
            ? $"{view.AliasName} still has {view.SetWeight:0.##} % at version {view.Candidate}: set it to version {view.Stable}."
            : null;
    }

    private static bool IsLeftBehind(RolloutView view, DateTimeOffset now) =>
        now > view.Ended + Usual
        && view.Stable is not null
        && view.Alias is { IsSettled: false } alias
        && alias.AdditionalVersion == view.Candidate;
}
