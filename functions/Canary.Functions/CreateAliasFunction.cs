using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Canary.Functions.Hosting;
using Canary.Functions.Writes;
using Canary.Rollouts;
using Canary.States;

namespace Canary.Functions;

/// <summary>Creates the alias at the candidate, where the input allows it and there was none.</summary>
public sealed class CreateAliasFunction(AliasWriter aliases, Teller teller)
{
    /// <summary>The state <c>CreateAlias</c>.</summary>
    [LambdaFunction]
    public async Task<Rollout> CreateAlias(StateInput input, ILambdaContext context)
    {
        var rollout = input.Rollout;
        var alias = await aliases.CreateAsync(rollout, States.CreateAlias.Wanted(rollout));
        return await teller.TellAsync(input, States.CreateAlias.Created(rollout, alias, input.At), context);
    }
}
