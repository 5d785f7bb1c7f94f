using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Canary.Functions.Hosting;
using Canary.Functions.Writes;
using Canary.Rollouts;
using Canary.States;

namespace Canary.Functions;

/// <summary>Creates the alias at the candidate, where the input allows it and there was none.</summary>
public sealed class CreateAliasFunction(AliasWriter aliases)
{
    /// <summary>The state <c>CreateAlias</c>.</summary>
    [LambdaFunction]
    public async Task<Rollout> CreateAlias(StateInput input, ILambdaContext context)
    {
        var rollout = input.Rollout;
        return context.Log(States.CreateAlias.Created(
            rollout, await aliases.CreateAsync(rollout, States.CreateAlias.Wanted(rollout)), input.At));
    }
}
