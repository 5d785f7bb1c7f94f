using Canary.Aliases;
using Canary.Errors;
using Canary.Functions.Waits;
using Canary.Ports;
using Canary.Rollouts;
using Canary.States;

namespace Canary.Functions.Writes;

/// <summary>
/// Gives back an alias whose provisioned concurrency the rollout may have changed, or with which Lambda shifts traffic by itself.
/// </summary>
public sealed class ProvisionedRollback(AliasWriter writer, IConcurrency concurrency)
{
    /// <summary>
    /// Writes the alias, waits for Lambda's own shift, puts the provisioned concurrency back, and takes the rollout's mark off
    /// last of all: as long as it is there, something is left to do.
    /// </summary>
    /// <exception cref="RollbackNotFinished">Lambda still shifts the traffic back: ask again later.</exception>
    public async Task<Alias> WriteAsync(Rollout rollout, AliasWrite wanted, Alias found, Patience patience)
    {
        var move = wanted with { Description = null, Meanwhile = AliasPlan.ShownBack(rollout) };
        var now = found.State == wanted.State ? found : await MoveAsync(rollout, move, found, patience);
        if (!now.State.IsSettled) throw NotFinished(now);
        var provisioned = await patience.TryAsync(() => concurrency.FindAsync(rollout.Function, rollout.Alias));
        if (States.RaiseConcurrency.Back(rollout, provisioned) is { } before)
            await patience.TryAsync(() => concurrency.PutAsync(rollout.Function, rollout.Alias, before));
        return await writer.WriteAsync(rollout, wanted, now.RevisionId, patience);
    }

    private async Task<Alias> MoveAsync(Rollout rollout, AliasWrite move, Alias found, Patience patience)
    {
        try
        {
            return await writer.WriteAsync(rollout, move, found.RevisionId, patience);
        }
        catch (AliasShifting)
        {
            var provisioned = await patience.TryAsync(() => concurrency.FindAsync(rollout.Function, rollout.Alias));
            if (found.State.Version == move.State.Version && provisioned is not { IsFailed: true }) throw NotFinished(found);
            // Caught in the promotion, or stuck there since the candidate cannot be initialized:
            // without the configuration the alias can be moved at once.
            await patience.TryAsync(() => concurrency.DeleteAsync(rollout.Function, rollout.Alias));
            return await writer.WriteAsync(rollout, move, found.RevisionId, patience);
        }
    }

    private static RollbackNotFinished NotFinished(Alias alias) =>
        new($"Lambda still shifts the alias by itself: it is at {alias.State}.");
}
