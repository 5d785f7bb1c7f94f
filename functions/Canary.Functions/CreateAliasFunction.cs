using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Canary.Rollouts;

namespace Canary.Functions;

/// <summary>Creates the alias at the candidate, where the input allows it and there was none.</summary>
public sealed class CreateAliasFunction(AliasWriter aliases)
{
    /// <summary>The state <c>CreateAlias</c>.</summary>
    [LambdaFunction]
    public async Task<Rollout> CreateAlias(StateInput input, ILambdaContext context)
    {
        var rollout = input.Rollout;
        return context.Log(Creating.Created(rollout, await aliases.CreateAsync(rollout, Creating.Wanted(rollout)), input.At));
    }
}
