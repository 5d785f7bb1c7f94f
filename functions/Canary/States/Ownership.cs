using Canary.Aliases;
using Canary.Errors;
using Canary.Rollouts;

namespace Canary.States;

/// <summary>What of the alias a rollout may call its own: what it wrote, and nobody has changed since.</summary>
public static class Ownership
{
    /// <summary>Notes a look at the alias. Refuses to go on with one that is not as this rollout left it.</summary>
    /// <exception cref="AliasChanged">Somebody else changed or deleted it.</exception>
    /// <exception cref="RolloutInProgress">Another rollout holds it.</exception>
    public static Rollout Seen(Rollout rollout, Alias? found)
    {
        // A read may lag behind this rollout's last write, so what was there before that is no change by others.
        if (found is not null
            && (found.RevisionId == rollout.Internal.Alias.Revision
                || found.RevisionId == rollout.Internal.Alias.PreviousRevision))
        {
            return rollout;
        }
        return found is not null && IsAsLeft(rollout, found)
            ? rollout.Wrote(found)
            : throw Conflict(rollout, AliasPlan.Current(rollout), found);
    }

    /// <summary>
    /// Whether the alias is held and as this rollout left it, whatever its revision: an update that changes nothing,
    /// a permission or a function URL give it another one. One that is not held yet is never taken so:
    /// a Lambda that was given up would hold it again after the rollback.
    /// </summary>
    public static bool IsAsLeft(Rollout rollout, Alias found) =>
        IsHeld(rollout, found) && found.State == AliasPlan.Current(rollout);

    /// <summary>What to say of an alias that is not as this rollout wants it.</summary>
    public static Exception Conflict(Rollout rollout, AliasState wanted, Alias? found) =>
        found is not null && Holder(found) is { } holder && holder != rollout.Execution
            ? new RolloutInProgress(rollout.Alias, holder)
            : new AliasChanged(
                rollout.Alias,
                wanted,
                found,
                rollout.Internal.HeldAt is null && found?.Description == rollout.Internal.Alias.DescriptionBefore);

    /// <summary>
    /// Whether what the alias says of its traffic was written by this rollout, so that this rollout may take it back.
    /// </summary>
    /// <param name="rollout">The rollout.</param>
    /// <param name="found">The alias.</param>
    /// <param name="unbroken">
    /// Whether the execution has run without an end in between, and so has held the alias all the while:
    /// then its own weight without its mark is one over which somebody wrote another description.
    /// Otherwise anybody may have set the very same since.
    /// </param>
    /// <remarks>
    /// Its promotion without its mark may be what another rollout has found in order since. So one that only gives way leaves
    /// it, and one that goes back since the candidate is bad takes it back.
    /// </remarks>
    internal static bool IsOwn(Rollout rollout, Alias found, bool unbroken)
    {
        if (Holder(found) is { } holder) return holder == rollout.Execution && IsWritten(rollout, found.State);
        if (found.RevisionId == rollout.Internal.Alias.Revision) return true;
        return unbroken && IsLast(rollout, found.State) && !(found.State.IsSettled && GivesWay(rollout));
    }

    /// <summary>Whether it goes back for no other reason than that somebody else has the alias.</summary>
    private static bool GivesWay(Rollout rollout) =>
        rollout.Error is { Error: nameof(AliasChanged) or nameof(RolloutInProgress) };

    /// <summary>Whether the candidate has all traffic, as this rollout had it, and somebody has written over the mark.</summary>
    internal static bool HasLostItsMark(Rollout rollout, Alias? found) =>
        rollout is { StableVersion: not null, Internal.PromotedAt: not null }
        && found is not null && Holder(found) is null && found.State == AliasPlan.Promoted(rollout);

    /// <summary>
    /// Whether a change that gives everything back may be made over the alias as it is: the mark and the traffic are the
    /// rollout's own, whatever word stands behind the mark.
    /// </summary>
    public static bool MayGiveBack(Rollout rollout, AliasWrite write, Alias found)
    {
        ArgumentNullException.ThrowIfNull(write);
        return rollout.StableVersion is not null && write.State == AliasPlan.Stable(rollout)
            && IsHeld(rollout, found) && IsWritten(rollout, found.State);
    }

    /// <summary>
    /// Whether the alias sends traffic as this rollout had it send it last, or was about to: the answer may have been lost.
    /// </summary>
    internal static bool IsLast(Rollout rollout, AliasState state) =>
        state == AliasPlan.Current(rollout)
        || (rollout.Decision.Next == NextState.ShiftWeight && IsNext(rollout, state))
        || (rollout.Internal.PromotedAt is not null && state == AliasPlan.Shown(rollout));

    /// <summary>Whether the alias bears this rollout's mark.</summary>
    public static bool IsHeld(Rollout rollout, Alias found) => Holder(found) == rollout.Execution;

    /// <summary>Whether the alias has the weight that this rollout gave it last, and the mark of another.</summary>
    public static bool IsOwnWeightUnderAnotherMark(Rollout rollout, Alias found) =>
        Holder(found) is { } holder && holder != rollout.Execution && IsLeftWeight(rollout, found);

    /// <summary>
    /// Whether the alias still shares its traffic as this rollout had it do last. Where somebody has written another mark over
    /// it, it may be what the rollout was about to write: one that gave way does not remember that.
    /// </summary>
    internal static bool IsLeftWeight(Rollout rollout, Alias found) =>
        rollout is { StableVersion: not null, Internal.HeldAt: not null } && !found.State.IsSettled
        && (IsLast(rollout, found.State)
            || (rollout.Outcome is Outcome.AliasChanged or Outcome.RolloutInProgress
                && Hold.HolderOf(found.Description) is not null && IsNext(rollout, found.State)));

    /// <summary>
    /// The rollout that holds the alias, or null. Words in the place of an execution are a description like any other.
    /// </summary>
    internal static string? Holder(Alias alias) =>
        alias.HoldCounts && Hold.HolderOf(alias.Description) is { } holder && Hold.IsExecution(holder) ? holder : null;

    private static bool IsNext(Rollout rollout, AliasState state) =>
        rollout.Internal.CurrentStep + 1 < rollout.Steps.Count
        && state == AliasPlan.At(rollout, rollout.Internal.CurrentStep + 1);

    /// <summary>
    /// Whatever it wrote so far, and what it was about to write: the answer, or the whole Lambda, may have been lost.
    /// </summary>
    private static bool IsWritten(Rollout rollout, AliasState state)
    {
        if (state == AliasPlan.Stable(rollout)) return true;
        if (rollout.CandidateVersion is null) return false;
        var last = rollout.Internal.CurrentStep + (rollout.Decision.Next == NextState.ShiftWeight ? 1 : 0);
        var promoted = state == AliasPlan.Promoted(rollout)
            || state == AliasPlan.Shown(rollout)
            || state == AliasPlan.ShownBack(rollout);
        return (promoted && AliasPlan.MayHavePromoted(rollout))
            || Enumerable.Range(0, Math.Min(last + 1, rollout.Steps.Count)).Any(step => AliasPlan.At(rollout, step) == state);
    }
}
