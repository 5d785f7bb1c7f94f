using Canary.Aliases;
using Canary.Rollouts;

namespace Canary.States;

/// <summary>
/// The state <c>CreateAlias</c>: the first deployment. The alias does not exist, so there is no version to shift from,
/// and it is created at the candidate.
/// </summary>
public static class CreateAlias
{
    /// <summary>The candidate, alone, and held by this rollout.</summary>
    public static AliasWrite Wanted(Rollout rollout) => AliasPlan.Marked(rollout, AliasPlan.Promoted(rollout));

    /// <summary>Notes that the alias exists.</summary>
    /// <param name="rollout">The rollout.</param>
    /// <param name="alias">The alias as it is now.</param>
    /// <param name="at">The execution's time.</param>
    public static Rollout Created(Rollout rollout, Alias alias, DateTimeOffset at)
    {
        var reason = Ending.Created(rollout);
        var created = rollout.Wrote(alias).Note(own => own with { HeldAt = at, PromotedAt = at }).Tell(at, "CreateAlias", reason);
        return NextStep.AfterPromotion(created, reason, at);
    }

    /// <summary>What a rollback finds that it has to do: an alias that had no version before has none to go back to.</summary>
    internal static RollbackMove Choose(Rollout rollout, Alias? found)
    {
        var isCreated = rollout.Internal.PromotedAt is not null;
        if (found is null) return isCreated ? RollbackMove.LeaveToOthers : RollbackMove.Nothing;
        var isThere = found.State == AliasPlan.Promoted(rollout);
        // Without a mark there is nothing left to write, so that it does not matter who took it off:
        // this very rollback may have, and its answer been lost.
        if (Ownership.Holder(found) is not { } holder)
            return isCreated && isThere ? RollbackMove.Keep : RollbackMove.LeaveToOthers;
        if (holder != rollout.Execution) return RollbackMove.LeaveToOthers;
        return isThere ? RollbackMove.Keep : RollbackMove.LetGo;
    }
}
