using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Canary.Rollouts;

namespace Canary.Functions;

/// <summary>Gives the stable version everything back and clears the weights, in one call; touches nothing that the rollout did not write.</summary>
public sealed class RollbackFunction(IAliases aliases, AliasWriter writer)
{
    /// <summary>The state <c>Rollback</c>.</summary>
    [LambdaFunction]
    public async Task<Rollout> Rollback(StateInput input, ILambdaContext context)
    {
        var rollout = input.Rollout;
        var found = await aliases.FindAsync(rollout.Function, rollout.Alias);
        var move = RollingBack.Choose(rollout, found);
        var now = move == RollbackMove.Restore ? await writer.WriteAsync(rollout, RollingBack.Wanted(rollout), found!.RevisionId) : found;
        return context.Log(RollingBack.RolledBack(rollout, move, now, input.At));
    }
}
