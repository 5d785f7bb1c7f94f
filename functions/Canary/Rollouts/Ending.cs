using Canary.Aliases;
using Canary.Errors;
using Canary.Wording;

namespace Canary.Rollouts;

/// <summary>
/// The sentence that everyone reads first: what a rollout came to, of which alias, and between which versions.
/// Why follows, and what AWS says comes last.
/// </summary>
internal static class Ending
{
    /// <summary>The candidate has everything.</summary>
    public static string Promoted(Rollout rollout) =>
        $"Promoted {rollout.Title} to version {rollout.CandidateVersion}, "
        + $"with all traffic (version {rollout.StableVersion} before).";

    /// <summary>The alias was created.</summary>
    public static string Created(Rollout rollout) =>
        $"Created {rollout.Title} at version {rollout.CandidateVersion}, with all traffic at once: "
        + "there was no version to shift from.";

    /// <summary>There was nothing to do.</summary>
    public static string NothingToDo(string title, string? version, string more = "") =>
        $"Nothing to do: {title} is at version {version} already{more}.";

    /// <summary>The input, or what it names, cannot be used.</summary>
    /// <param name="rollout">The rollout, whose names may be no names at all: then their faults quote them.</param>
    /// <param name="alias">The alias, where there is one.</param>
    /// <param name="faults">What is wrong, in sentences.</param>
    public static string Refused(Rollout rollout, Alias? alias, string faults)
    {
        if (alias is null) return $"The rollout was refused, and nothing was touched. {faults}";
        var begun = rollout.Outcome == Outcome.RolloutInProgress ? "Not begun" : "Refused";
        var candidate = rollout.Plan.TargetVersion is { } target ? $"version {Quoted.Clip(target, 20)}" : "a new version";
        return $"{begun}: {rollout.Title} stays at {alias.State}, {candidate} is not released, and nothing was touched. {faults}";
    }

    /// <summary>What a rollback came to: its first half, as far as the colon.</summary>
    /// <param name="rollout">The rollout, with its outcome.</param>
    /// <param name="move">What was done.</param>
    /// <param name="alias">The alias as it is now.</param>
    public static string Back(Rollout rollout, RollbackMove move, Alias? alias)
    {
        var (title, stable, versions) = (rollout.Title, rollout.StableVersion, Versions(rollout));
        var gaveWay = rollout.Internal.HeldAt is null ? "Not begun" : "Gave way";
        if (rollout.HeldBy is { } holder && move != RollbackMove.Restore)
            return $"{gaveWay}, and left {title} to the rollout {holder}, which holds it{versions}";
        return (rollout.Outcome, move) switch
        {
            (Outcome.RolloutInProgress, not RollbackMove.Restore) => $"{gaveWay}, and left {title} as it is{versions}",
            (_, RollbackMove.Keep) when stable is not null =>
                $"Failed, and left {title} at {alias?.State}, for version {stable}, which it should go back to, "
                + "does not exist any more",
            (_, RollbackMove.Keep) => $"Failed, with {title} at version {rollout.CandidateVersion}, "
                + "where it was created, for there is no version before",
            (_, RollbackMove.LeaveToOthers) when stable is not null
                && alias is { State: { IsSettled: true, Version: var version } } && version == rollout.CandidateVersion =>
                $"Gave way, and left {title} at version {version}, unwatched (version {stable} before)",
            (_, RollbackMove.LetGo or RollbackMove.LeaveToOthers) => $"Gave way, and left {title} as it is{versions}",
            (_, RollbackMove.Nothing) when stable is null => $"Failed, and {title} was not created{versions}",
            (Outcome.AliasChanged, RollbackMove.Nothing) => $"Gave way, with {title} at version {stable}{GivenUp(rollout)}",
            _ => $"{Began(rollout)} {title} to version {stable}{GivenUp(rollout)}",
        };
    }

    /// <summary>Why, to follow on it; empty where that has said it already.</summary>
    /// <param name="rollout">The rollout, with its outcome.</param>
    /// <param name="move">What was done.</param>
    /// <param name="alias">The alias as it is now.</param>
    public static string Why(Rollout rollout, RollbackMove move, Alias? alias)
    {
        var state = alias is null ? "it was deleted" : $"it is at {alias.State}";
        var why = rollout.Error is not { } error ? rollout.Reason
            : error.Error is nameof(AliasChanged) or nameof(RolloutInProgress) ? error.Cause!
            : Where(rollout) + (IsStop(error) ? Sentence.GoingOn(error.Cause!) : $"{error.Error}: {error.Cause}");
        var isTold = rollout.Error?.Error is nameof(AliasChanged) or nameof(RolloutInProgress);
        if (rollout.HeldBy is not null && move != RollbackMove.Restore) return isTold ? "" : why;
        if (move is not (RollbackMove.LetGo or RollbackMove.LeaveToOthers)) return why;
        if (!isTold) return $"somebody else changed it, and {state}. It was on its way back: {Sentence.GoingOn(why)}";
        // The rollout may have met it some time ago.
        return why.Contains(state, StringComparison.Ordinal) ? why : $"{Sentence.Ended(why)} By now {state}.";
    }

    private static string Began(Rollout rollout) => rollout switch
    {
        { Outcome: Outcome.RolledBack } => "Rolled back",
        { Outcome: Outcome.AliasChanged or Outcome.RolloutInProgress } => "Gave way, and rolled back",
        { Error.Error: "ABORTED" } => "Stopped, and rolled back",
        { Error.Error: "TIMED_OUT" } => "Timed out, and rolled back",
        _ => "Failed, and rolled back",
    };

    private static bool IsStop(CaughtError error) => error.Error is "ABORTED" or "TIMED_OUT" or "FAILED";

    private static string Where(Rollout rollout) =>
        rollout.Internal.CurrentStep < 0 ? "" : $"{Sentence.GoingOn(rollout.StepTitle)}: ";

    private static string GivenUp(Rollout rollout) =>
        rollout.CandidateVersion is { } version
            ? $" (version {version} {(rollout.Outcome == Outcome.RolledBack ? "rejected" : "given up")})"
            : "";

    private static string Versions(Rollout rollout)
    {
        string?[] versions =
        [
            rollout.CandidateVersion is { } candidate ? $"version {candidate} given up" : null,
            rollout.StableVersion is { } stable ? $"version {stable} before" : null,
        ];
        return versions.OfType<string>().ToList() is { Count: > 0 } known ? $" ({string.Join(", ", known)})" : "";
    }
}
