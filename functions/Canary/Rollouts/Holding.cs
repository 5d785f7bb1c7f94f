namespace Canary.Rollouts;

/// <summary>Takes the alias for one rollout, and tells what of it this rollout may call its own.</summary>
public static class Holding
{
    /// <summary>The alias as it is, with the mark of this rollout.</summary>
    public static AliasWrite Wanted(Rollout rollout) => Marked(rollout, Current(rollout));

    /// <summary>A change of the alias during the rollout: it carries the mark.</summary>
    internal static AliasWrite Marked(Rollout rollout, AliasState state) => new(state, Hold.Of(rollout.Execution));

    /// <summary>Notes that the alias is held.</summary>
    /// <param name="rollout">The rollout.</param>
    /// <param name="alias">The alias as it is now.</param>
    /// <param name="at">The execution's time.</param>
    public static Rollout Held(Rollout rollout, Alias alias, DateTimeOffset at)
    {
        var reason = $"{rollout.Alias} is at version {rollout.StableVersion}, and held by this rollout.";
        return rollout.Wrote(alias) with { HeldAt = at, Reason = reason, Decision = new(NextState.PublishVersion, reason) };
    }

    /// <summary>Refuses to go on with an alias that is not as this rollout left it.</summary>
    /// <exception cref="AliasChanged">Somebody else changed or deleted it.</exception>
    /// <exception cref="RolloutInProgress">Another rollout holds it.</exception>
    public static void EnsureUnchanged(Rollout rollout, Alias? found)
    {
        // A read may lag behind this rollout's last write, so what was there before that is no change by others.
        if (found is not null && (found.RevisionId == rollout.AliasRevision || found.RevisionId == rollout.PreviousRevision)) return;
        throw Conflict(rollout, Current(rollout), found);
    }

    /// <summary>What to say of an alias that is not as this rollout wants it.</summary>
    public static Exception Conflict(Rollout rollout, AliasState wanted, Alias? found) =>
        found is not null && Holder(found) is { } holder && holder != rollout.Execution
            ? new RolloutInProgress(rollout.Alias, holder)
            : new AliasChanged(rollout.Alias, wanted, found?.State);

    /// <summary>Whether what the alias says of its traffic was written by this rollout, so that this rollout may take it back.</summary>
    internal static bool IsOwn(Rollout rollout, Alias found)
    {
        var holder = Holder(found);
        if (holder == rollout.Execution) return IsWritten(rollout, found.State);
        if (holder is not null) return false;
        if (rollout.Outcome == Outcome.Promoted) return found.RevisionId == rollout.AliasRevision;
        // The mark is gone but not the weights: somebody wrote another description over it. The weights are still this rollout's to clear.
        return found.State == Current(rollout) || (rollout.PromotedAt is not null && found.State == Settling.Shown(rollout));
    }

    internal static string? Holder(Alias alias) => Hold.HolderOf(alias.Description);

    /// <summary>What this rollout wrote last, as far as the document knows.</summary>
    internal static AliasState Current(Rollout rollout) => rollout switch
    {
        { PromotedAt: not null } => Promoting.State(rollout),
        { CurrentStep: >= 0 } => Shifting.At(rollout, rollout.CurrentStep),
        _ => Stable(rollout),
    };

    /// <summary>Where it was before. A rollout that creates its alias has no such state: see <see cref="Creating"/>.</summary>
    internal static AliasState Stable(Rollout rollout) => new(rollout.StableVersion!);

    /// <summary>Whatever it wrote so far, and what it was about to write: the answer, or the whole Lambda, may have been lost.</summary>
    private static bool IsWritten(Rollout rollout, AliasState state)
    {
        if (state == Stable(rollout)) return true;
        if (rollout.CandidateVersion is null) return false;
        var last = rollout.CurrentStep + (rollout.Decision.Next == NextState.ShiftWeight ? 1 : 0);
        var promoted = state == Promoting.State(rollout) || state == Settling.Shown(rollout) || state == Settling.ShownBack(rollout);
        return (promoted && Promoting.MayHavePromoted(rollout))
            || Enumerable.Range(0, Math.Min(last + 1, rollout.Steps.Count)).Any(step => Shifting.At(rollout, step) == state);
    }
}
