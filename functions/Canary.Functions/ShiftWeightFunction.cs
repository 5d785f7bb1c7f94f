using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Canary.Rollouts;

namespace Canary.Functions;

/// <summary>Gives the candidate the next step's weight.</summary>
public sealed class ShiftWeightFunction(AliasWriter aliases)
{
    /// <summary>The state <c>ShiftWeight</c>.</summary>
    [LambdaFunction]
    public async Task<Rollout> ShiftWeight(StateInput input, ILambdaContext context)
    {
        var rollout = input.Rollout;
        var change = await aliases.WriteAsync(rollout, Shifting.Wanted(rollout));
        return context.Log(Shifting.Shifted(change.Rollout, change.Alias, input.At));
    }
}
