using Canary.Rollouts;

namespace Canary.Functions;

/// <summary>Changes the alias, and tells its own lost answer from somebody else's change.</summary>
public sealed class AliasWriter(IAliases aliases)
{
    /// <summary>Changes the alias, if it still is at the revision given.</summary>
    /// <exception cref="AliasChanged">It is at another revision, and not as wanted: somebody else changed it.</exception>
    /// <exception cref="RolloutInProgress">It is at another revision, and another rollout holds it.</exception>
    /// <exception cref="StaleAlias">It is at another revision, which cannot be read yet.</exception>
    public async Task<Alias> WriteAsync(Rollout rollout, AliasWrite write, string revisionId)
    {
        if (await aliases.UpdateAsync(rollout.Function, rollout.Alias, write, revisionId) is { } updated) return updated;
        var found = await aliases.FindAsync(rollout.Function, rollout.Alias);
        if (found?.RevisionId == revisionId) throw new StaleAlias(rollout.Alias, revisionId);
        return Own(rollout, write, found);
    }

    /// <summary>Creates the alias.</summary>
    /// <exception cref="AliasChanged">Somebody else created it.</exception>
    /// <exception cref="RolloutInProgress">Another rollout created it, and holds it.</exception>
    /// <exception cref="StaleAlias">It exists but cannot be read yet, or its version is not ready to take traffic.</exception>
    public async Task<Alias> CreateAsync(Rollout rollout, AliasWrite write)
    {
        if (await aliases.CreateAsync(rollout.Function, rollout.Alias, write) is { } created) return created;
        var found = await aliases.FindAsync(rollout.Function, rollout.Alias);
        return found is null ? throw new StaleAlias(rollout.Alias, null) : Own(rollout, write, found);
    }

    // An earlier try of this very call may have succeeded and its answer been lost: then the alias is as wanted already.
    private static Alias Own(Rollout rollout, AliasWrite write, Alias? found) =>
        found is not null && write.IsDoneIn(found) ? found : throw Holding.Conflict(rollout, write.State, found);
}
