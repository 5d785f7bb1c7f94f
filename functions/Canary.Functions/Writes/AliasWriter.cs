using Canary.Aliases;
using Canary.Errors;
using Canary.Functions.Waits;
using Canary.Ports;
using Canary.Rollouts;
using Canary.States;

namespace Canary.Functions.Writes;

/// <summary>Changes the alias, and tells its own lost answer from somebody else's change.</summary>
public sealed class AliasWriter(IAliases aliases)
{
    /// <summary>Changes the alias, if it still is as the rollout left it.</summary>
    /// <exception cref="AliasChanged">It is not, nor as wanted: somebody else changed it.</exception>
    /// <exception cref="RolloutInProgress">It is not, and another rollout holds it.</exception>
    /// <exception cref="StaleAlias">It is at another revision, which cannot be read yet.</exception>
    /// <exception cref="VersionGone">A version that the change names does not exist.</exception>
    public Task<AliasChange> WriteAsync(Rollout rollout, Func<Rollout, AliasWrite> wanted) =>
        WriteAsync(rollout, wanted, _ => false, unbroken: true);

    /// <summary>The same, unless a person's word has to be looked at first.</summary>
    /// <param name="rollout">The rollout.</param>
    /// <param name="wanted">The change, of the rollout as it stands then.</param>
    /// <param name="givesWay">Whether nothing is to be changed, since the rollout has met a word.</param>
    /// <param name="unbroken">
    /// Whether the execution still is in its first run. Otherwise another rollout may have made the very same change since,
    /// if it is the last one, which leaves no mark.
    /// </param>
    public async Task<AliasChange> WriteAsync(
        Rollout rollout, Func<Rollout, AliasWrite> wanted, Func<Rollout, bool> givesWay, bool unbroken)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(givesWay);
        if (givesWay(rollout)) return new(rollout, null);
        var write = wanted(rollout);
        if (await UpdateAsync(rollout, write, rollout.Internal.Alias.Revision!) is { } updated) return new(rollout, updated);
        var found = await ReadAsync(rollout, rollout.Internal.Alias.Revision!);
        if (found is not null && write.IsDoneIn(found) && !unbroken && !Ownership.IsHeld(rollout, found))
            throw Ownership.Conflict(rollout, write.State, found);
        if (found is null || write.IsDoneIn(found) || !Ownership.IsAsLeft(rollout, found))
            return new(rollout, Own(rollout, write, found));
        // Nothing has changed but the revision, or somebody has said a word.
        var seen = Ownership.Seen(rollout, found);
        if (givesWay(seen)) return new(seen, null);
        return await UpdateAsync(seen, wanted(seen), found.RevisionId) is { } again
            ? new(seen, again)
            : throw new StaleAlias(rollout.Alias, found.RevisionId);
    }

    /// <summary>Changes the alias, if it still is at the revision given.</summary>
    /// <exception cref="AliasChanged">It is at another revision, and not as wanted: somebody else changed it.</exception>
    /// <exception cref="RolloutInProgress">It is at another revision, and another rollout holds it.</exception>
    /// <exception cref="StaleAlias">It is at another revision, which cannot be read yet.</exception>
    /// <exception cref="VersionGone">A version that the change names does not exist.</exception>
    public async Task<Alias> WriteAsync(Rollout rollout, AliasWrite write, string revisionId, Patience patience)
    {
        ArgumentNullException.ThrowIfNull(patience);
        if (await patience.TryAsync(() => UpdateAsync(rollout, write, revisionId)) is { } updated) return updated;
        var found = await patience.TryAsync(() => ReadAsync(rollout, revisionId));
        // A word may have come in between.
        return found is not null && !write.IsDoneIn(found) && Ownership.MayGiveBack(rollout, write, found)
            && await patience.TryAsync(() => UpdateAsync(rollout, write, found.RevisionId)) is { } again
            ? again
            : Own(rollout, write, found);
    }

    /// <summary>Creates the alias.</summary>
    /// <exception cref="AliasChanged">Somebody else created it.</exception>
    /// <exception cref="RolloutInProgress">Another rollout created it, and holds it.</exception>
    /// <exception cref="StaleAlias">It exists but cannot be read yet, or its version is not ready to take traffic.</exception>
    /// <exception cref="VersionGone">Its version does not exist.</exception>
    public async Task<Alias> CreateAsync(Rollout rollout, AliasWrite write)
    {
        if (await aliases.CreateAsync(rollout.Function, rollout.Alias, write) is { } created) return created;
        var found = await aliases.FindAsync(rollout.Function, rollout.Alias);
        return found is null ? throw new StaleAlias(rollout.Alias, null) : Own(rollout, write, found);
    }

    private async Task<Alias?> UpdateAsync(Rollout rollout, AliasWrite write, string revisionId)
    {
        try
        {
            return await aliases.UpdateAsync(rollout.Function, rollout.Alias, write, revisionId);
        }
        catch (VersionGone)
        {
            // Lambda's answer is the same where the alias itself is gone.
            if (await aliases.FindAsync(rollout.Function, rollout.Alias) is null)
                throw Ownership.Conflict(rollout, write.State, null);
            throw;
        }
    }

    private async Task<Alias?> ReadAsync(Rollout rollout, string revisionId)
    {
        var found = await aliases.FindAsync(rollout.Function, rollout.Alias);
        return found?.RevisionId == revisionId ? throw new StaleAlias(rollout.Alias, revisionId) : found;
    }

    // An earlier try of this very call may have succeeded and its answer been lost: then the alias is as wanted already.
    private static Alias Own(Rollout rollout, AliasWrite write, Alias? found) =>
        found is not null && write.IsDoneIn(found) ? found : throw Ownership.Conflict(rollout, write.State, found);
}
