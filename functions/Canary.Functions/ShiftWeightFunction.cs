using Amazon.Lambda.Annotations;
using Canary.Rollouts;

namespace Canary.Functions;

/// <summary>Gives the candidate the next step's weight.</summary>
public sealed class ShiftWeightFunction(AliasWriter aliases)
{
    /// <summary>The state <c>ShiftWeight</c>.</summary>
    [LambdaFunction]
    public async Task<Rollout> ShiftWeight(StateInput input) =>
        Shifting.Shifted(input.Rollout, await aliases.WriteAsync(input.Rollout, Shifting.Wanted(input.Rollout), input.Rollout.AliasRevision!), input.At);
}
