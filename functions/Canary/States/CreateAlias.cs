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
        if (found is null) return rollout.Internal.PromotedAt is null ? RollbackMove.Nothing : RollbackMove.LeaveToOthers;
        var own = Ownership.Holder(found) is { } holder
            ? holder == rollout.Execution
            : rollout.Internal.PromotedAt is not null && found.RevisionId == rollout.Internal.Alias.Revision;
        if (own && found.State == AliasPlan.Promoted(rollout)) return RollbackMove.Keep;
        return own && Ownership.Holder(found) is not null ? RollbackMove.LetGo : RollbackMove.LeaveToOthers;
    }
}
