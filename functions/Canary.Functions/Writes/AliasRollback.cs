using Canary.Aliases;
using Canary.Errors;
using Canary.Functions.Reads;
using Canary.Functions.Waits;
using Canary.Ports;
using Canary.Rollouts;
using Canary.States;

namespace Canary.Functions.Writes;

/// <summary>
/// Sends all traffic back to the stable version, in one call; touches nothing that the rollout did not write.
/// </summary>
public sealed class AliasRollback(IAliases aliases, HoldReader holds, AliasWriter writer, ProvisionedRollback provisioned)
{
    /// <summary>
    /// Writes without a look where the document is enough for that. Otherwise reads the alias, decides, and writes where there is
    /// something to write.
    /// </summary>
    /// <param name="rollout">The rollout.</param>
    /// <param name="choose">Decides what to do with the alias as it was found.</param>
    /// <param name="at">The execution's time.</param>
    /// <param name="patience">How long each call may be tried again while AWS takes no more.</param>
    /// <returns>Null where <paramref name="choose"/> sees nothing to do or to tell.</returns>
    public async Task<RollbackChange?> RunAsync(
        Rollout rollout, Func<Rollout, Alias?, RollbackMove?> choose, DateTimeOffset at, Patience patience)
    {
        if (States.Rollback.Unread(rollout) is { } write
            && await patience.TryAsync(() => WriteUnreadAsync(rollout, write)) is { } back)
            return new(
                States.Rollback.RolledBack(Words.ToldLate(rollout, null, "Rollback", at), RollbackMove.Restore, back, at),
                IsWritten: true);
        var found = await FindAsync(rollout, at, patience);
        if (choose(rollout, found) is not { } move) return null;
        try
        {
            return await MakeAsync(rollout, move, found, at, patience);
        }
        catch (VersionGone) when (move == RollbackMove.Restore)
        {
            // Somebody deleted the stable version after the promotion. What cannot be given back is let go where it is.
            return await MakeAsync(rollout, RollbackMove.Keep, await FindAsync(rollout, at, patience), at, patience);
        }
    }

    private async Task<Alias?> WriteUnreadAsync(Rollout rollout, AliasWrite write)
    {
        try
        {
            return await aliases.UpdateAsync(rollout.Function, rollout.Alias, write, rollout.Internal.Alias.Revision!);
        }
        catch (Exception fault) when (fault is VersionGone or AliasShifting)
        {
            // The alias, or its stable version, was deleted, or Lambda moves it: a look tells which.
            return null;
        }
    }

    private async Task<Alias?> FindAsync(Rollout rollout, DateTimeOffset at, Patience patience)
    {
        var found = await patience.TryAsync(() => aliases.FindAsync(rollout.Function, rollout.Alias));
        // Whoever wrote a mark over this rollout's weight need not be a rollout that runs.
        return found is not null
            && Ownership.IsOwnWeightUnderAnotherMark(rollout, found)
            && await patience.TryAsync(() => holds.ReadAsync(rollout.Function, rollout.Alias, found, at)) is { MayRun: false }
            ? found with { HoldCounts = false }
            : found;
    }

    private async Task<RollbackChange> MakeAsync(
        Rollout rollout, RollbackMove move, Alias? found, DateTimeOffset at, Patience patience)
    {
        var wanted = States.Rollback.Wanted(rollout, move, found);
        var isProvisioned = move is RollbackMove.Restore or RollbackMove.Keep && States.RaiseConcurrency.MayHaveChanged(rollout);
        var now = wanted is null ? found
            : isProvisioned ? await provisioned.WriteAsync(rollout, wanted, found!, patience)
            : await writer.WriteAsync(rollout, wanted, found!.RevisionId, patience);
        var told = Words.ToldLate(rollout, found, "Rollback", at);
        return new(States.Rollback.RolledBack(told, move, now, at), wanted is not null);
    }
}
