using Canary.Aliases;
using Canary.Rollouts;

namespace Canary.States;

/// <summary>The state <c>HoldAlias</c>: takes the alias for one rollout.</summary>
public static class HoldAlias
{
    /// <summary>The alias as it is, with the mark of this rollout.</summary>
    public static AliasWrite Wanted(Rollout rollout) => AliasPlan.Marked(rollout, AliasPlan.Current(rollout));

    /// <summary>Notes that the alias is held.</summary>
    /// <param name="rollout">The rollout.</param>
    /// <param name="alias">The alias as it is now.</param>
    /// <param name="at">The execution's time.</param>
    public static Rollout Held(Rollout rollout, Alias alias, DateTimeOffset at)
    {
        var reason = $"{rollout.Alias} is at version {rollout.StableVersion}, and held by this rollout.";
        return rollout.Wrote(alias).Note(own => own with
        {
            HeldAt = at,
            Alias = own.Alias with { RevisionBefore = rollout.Internal.Alias.Revision },
        }).Decide(new(NextState.PublishVersion, reason)).Tell(at, "HoldAlias", reason);
    }
}
