using Canary.Aliases;
using Canary.Errors;
using Canary.Rollouts;
using Canary.Wording;

namespace Canary.States;

/// <summary>From wherever the rollout stands back to the stable version, without touching what it did not write.</summary>
public static class Rollback
{
    /// <summary>What has to be done with the alias as it was found.</summary>
    /// <param name="rollout">The rollout.</param>
    /// <param name="found">The alias.</param>
    /// <param name="unbroken">Whether the execution still is in its first run: it was never stopped and redriven.</param>
    /// <param name="isOver">Whether it has ended, so that nobody asks what its last change was.</param>
    /// <remarks>
    /// The revision alone does not tell: the rollout's own write may have succeeded while its answer was lost.
    /// The mark and the state do.
    /// </remarks>
    /// <exception cref="StaleAlias">It reads as it was before the rollout took it: the read lags behind.</exception>
    public static RollbackMove Choose(Rollout rollout, Alias? found, bool unbroken, bool isOver = false)
    {
        if (rollout.StableVersion is null) return CreateAlias.Choose(rollout, found);
        if (found is null) return RollbackMove.LeaveToOthers;
        if (rollout.Internal.HeldAt is not null && found.RevisionId == rollout.Internal.Alias.RevisionBefore)
            throw new StaleAlias(rollout.Alias, found.RevisionId);
        if ((unbroken || isOver) && FreeAlias.IsDone(rollout, found)) return RollbackMove.Finish;
        if (Ownership.Holder(found) is null && found.State == AliasPlan.Stable(rollout)) return RollbackMove.Nothing;
        var marked = Ownership.Holder(found) == rollout.Execution;
        if (rollout.Internal.HeldAt is null && !marked) return RollbackMove.LeaveToOthers;
        if (Ownership.IsOwn(rollout, found, unbroken)) return RollbackMove.Restore;
        return marked ? RollbackMove.LetGo : RollbackMove.LeaveToOthers;
    }

    /// <summary>
    /// The change to try before the alias is read, for each call is one of the few that AWS takes. Lambda makes it only at the
    /// revision of this rollout's last write or look, at which the mark and the traffic are its own, so that a look would say
    /// <see cref="RollbackMove.Restore"/>. Null where that revision does not tell so much.
    /// </summary>
    public static AliasWrite? Unread(Rollout rollout) =>
        rollout is { StableVersion: not null, Internal: { HeldAt: not null, Alias.Revision: not null } }
        && rollout.Outcome is Outcome.InProgress or Outcome.Promoted
        && !RaiseConcurrency.MayHaveChanged(rollout)
            ? new(AliasPlan.Stable(rollout), rollout.Internal.Alias.DescriptionBefore)
            : null;

    /// <summary>The change that a move asks for; null where there is none.</summary>
    public static AliasWrite? Wanted(Rollout rollout, RollbackMove move, Alias? found)
    {
        if (found is null || move is RollbackMove.Nothing or RollbackMove.Finish or RollbackMove.LeaveToOthers) return null;
        var isMarked = Ownership.Holder(found) == rollout.Execution;
        if (rollout.StableVersion is null && !isMarked) return null;
        // Somebody else's description stays. The rollout's own mark gives way to what was there before.
        var description = isMarked ? rollout.Internal.Alias.DescriptionBefore : null;
        return new(move == RollbackMove.Restore ? AliasPlan.Stable(rollout) : found.State, description);
    }

    /// <summary>Notes how it ended.</summary>
    /// <param name="rollout">The rollout.</param>
    /// <param name="move">What was done.</param>
    /// <param name="alias">The alias as it is now.</param>
    /// <param name="at">The execution's time.</param>
    public static Rollout RolledBack(Rollout rollout, RollbackMove move, Alias? alias, DateTimeOffset at)
    {
        if (move == RollbackMove.Finish) return Finished(rollout, alias!, at);
        rollout = Words.ToldOfAbort(SecondLook.Told(rollout));
        var holder = alias is not null && Ownership.Holder(alias) != rollout.Execution ? Ownership.Holder(alias) : null;
        var error = rollout.Error is { } caught ? caught with { Cause = caught.Message() } : null;
        var ended = (Left(rollout, at).End(OutcomeOf(rollout, move, error), alias, at) with { Error = error, HeldBy = holder })
            .Note(own => own with
            {
                Answer = null,
                ApprovalRequest = null,
                Alias = own.Alias with { Revision = alias?.RevisionId },
            });
        var (now, why) = (Ending.Back(ended, move, alias), Ending.Why(ended, move, alias));
        var reason = why.Length == 0 ? $"{now}." : $"{now}: {Sentence.GoingOn(why)}";
        return ended.Decide(new(NextState.Failed, reason)).Tell(at, "Rollback", Quoted.Clip(reason));
    }

    private static Rollout Finished(Rollout rollout, Alias alias, DateTimeOffset at)
    {
        var warning = $"The state {rollout.Decision.Next} failed after it had made the rollout's last change: "
            + Quoted.Clip($"{rollout.Error!.Error}: {rollout.Error.Message()}");
        var heard = rollout with { Error = null, Warnings = [.. rollout.Warnings ?? [], warning] };
        return rollout.Decision.Next == NextState.Promote
            ? Promote.Promoted(heard, alias, at)
            : FreeAlias.Freed(heard, alias, at);
    }

    private static Rollout Left(Rollout rollout, DateTimeOffset at) =>
        rollout.Internal.CurrentStep < 0
            ? rollout
            : rollout.WithStep(rollout.Internal.CurrentStep, step => step with { EndedAt = step.EndedAt ?? at });

    private static Outcome OutcomeOf(Rollout rollout, RollbackMove move, CaughtError? error) => (move, error?.Error) switch
    {
        (_, nameof(RolloutInProgress)) => Outcome.RolloutInProgress,
        (_, nameof(AliasChanged)) or (RollbackMove.LeaveToOthers or RollbackMove.LetGo, _) => Outcome.AliasChanged,
        // Without a version before there is nothing that could be back.
        (RollbackMove.Keep, null) => Outcome.Failed,
        (_, null) => rollout.StableVersion is null ? Outcome.Failed : Outcome.RolledBack,
        _ => Outcome.Failed,
    };
}
