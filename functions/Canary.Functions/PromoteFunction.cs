using Amazon.Lambda.Annotations;
using Canary.Rollouts;

namespace Canary.Functions;

/// <summary>Makes the candidate the alias's version and clears the weights, in one call.</summary>
public sealed class PromoteFunction(AliasWriter aliases)
{
    /// <summary>The state <c>Promote</c>.</summary>
    [LambdaFunction]
    public async Task<Rollout> Promote(StateInput input) =>
        Promoting.Promoted(input.Rollout, await aliases.WriteAsync(input.Rollout, Promoting.Wanted(input.Rollout), input.Rollout.AliasRevision!), input.At);
}
