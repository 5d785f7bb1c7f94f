using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Canary.Functions.Hosting;
using Canary.Ports;
using Canary.Rollouts;
using Canary.States;

namespace Canary.Functions;

/// <summary>Gives the alias more provisioned concurrency, before two versions share it.</summary>
public sealed class RaiseConcurrencyFunction(IAliases aliases, IConcurrency concurrency)
{
    /// <summary>The state <c>RaiseConcurrency</c>.</summary>
    [LambdaFunction]
    public async Task<Rollout> RaiseConcurrency(StateInput input, ILambdaContext context)
    {
        // A redriven execution may hold the alias no more: then its provisioned concurrency is none of this rollout's business.
        var rollout = Ownership.Seen(input.Rollout, await aliases.FindAsync(input.Rollout.Function, input.Rollout.Alias));
        await concurrency.PutAsync(rollout.Function, rollout.Alias, rollout.Plan.ProvisionedConcurrency!.During!.Value);
        return context.Log(States.RaiseConcurrency.Raised(rollout, input.At));
    }
}
