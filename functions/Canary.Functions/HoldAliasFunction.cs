using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Canary.Rollouts;

namespace Canary.Functions;

/// <summary>Takes the alias for this rollout: of two that start at the same moment, one gets it.</summary>
public sealed class HoldAliasFunction(AliasWriter aliases)
{
    /// <summary>The state <c>HoldAlias</c>.</summary>
    [LambdaFunction]
    public async Task<Rollout> HoldAlias(StateInput input, ILambdaContext context)
    {
        var rollout = input.Rollout;
        var change = await aliases.WriteAsync(rollout, Holding.Wanted(rollout));
        return context.Log(Holding.Held(change.Rollout, change.Alias, input.At));
    }
}
