using Canary.Rollouts;

namespace Canary.Functions;

/// <summary>Changes the alias, and tells its own lost answer from somebody else's change.</summary>
public sealed class AliasWriter(IAliases aliases)
{
    /// <summary>Brings the alias to a state, if it still is at the revision that the rollout saw last.</summary>
    /// <exception cref="AliasChanged">It is at another revision, and not in the state wanted: somebody else changed it.</exception>
    public async Task<Alias> WriteAsync(Rollout rollout, AliasState wanted, string revisionId)
    {
        if (await aliases.UpdateAsync(rollout.Function, rollout.Alias, wanted, revisionId) is { } updated) return updated;
        // An earlier try of this very call may have succeeded and its answer been lost: then the alias is as wanted already.
        var found = await aliases.FindAsync(rollout.Function, rollout.Alias);
        return found?.State == wanted ? found : throw new AliasChanged(rollout.Alias, wanted, found?.State);
    }
}
