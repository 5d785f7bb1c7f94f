using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Canary.Rollouts;

namespace Canary.Functions;

/// <summary>Lets go of the alias: its description is what it was before.</summary>
public sealed class ReleaseFunction(AliasWriter aliases)
{
    /// <summary>The state <c>Release</c>.</summary>
    [LambdaFunction]
    public async Task<Rollout> Release(StateInput input, ILambdaContext context)
    {
        var rollout = input.Rollout;
        var alias = await aliases.WriteAsync(rollout, Releasing.Wanted(rollout), rollout.AliasRevision!);
        return context.Log(Releasing.Released(rollout, alias, input.At));
    }
}
