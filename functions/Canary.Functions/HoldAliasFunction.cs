using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Canary.Functions.Hosting;
using Canary.Functions.Writes;
using Canary.Rollouts;
using Canary.States;

namespace Canary.Functions;

/// <summary>Takes the alias for this rollout: of two that start at the same moment, one gets it.</summary>
public sealed class HoldAliasFunction(AliasWriter aliases)
{
    /// <summary>The state <c>HoldAlias</c>.</summary>
    [LambdaFunction]
    public async Task<Rollout> HoldAlias(StateInput input, ILambdaContext context)
    {
        var rollout = input.Rollout;
        var change = await aliases.WriteAsync(rollout, States.HoldAlias.Wanted);
        return context.Log(States.HoldAlias.Held(change.Rollout, change.Alias!, input.At));
    }
}
