using Canary.Concurrency;
using Canary.Rollouts;

namespace Canary.Functions;

/// <summary>Gives the stable version everything back and clears the weights, in one call; touches nothing that the rollout did not write.</summary>
public sealed class AliasRollback(IAliases aliases, AliasWriter writer, ProvisionedRollback provisioned)
{
    /// <summary>Reads the alias, decides, and writes where there is something to write.</summary>
    /// <returns>Null where <paramref name="choose"/> sees nothing to do or to tell.</returns>
    public async Task<Rollout?> RunAsync(Rollout rollout, Func<Rollout, Alias?, RollbackMove?> choose, DateTimeOffset at)
    {
        var found = await aliases.FindAsync(rollout.Function, rollout.Alias);
        if (choose(rollout, found) is not { } move) return null;
        var wanted = RollingBack.Wanted(rollout, move, found);
        var now = wanted is null ? found
            : move == RollbackMove.Restore && Raising.MayHaveChanged(rollout) ? await provisioned.WriteAsync(rollout, wanted, found!)
            : await writer.WriteAsync(rollout, wanted, found!.RevisionId);
        return RollingBack.RolledBack(rollout, move, now, at);
    }
}
