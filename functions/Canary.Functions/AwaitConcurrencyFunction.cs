using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Canary.Concurrency;
using Canary.Rollouts;

namespace Canary.Functions;

/// <summary>Looks whether the alias's provisioned concurrency is there. The state machine's Retry is the loop.</summary>
public sealed class AwaitConcurrencyFunction(IConcurrency concurrency)
{
    /// <summary>The state <c>AwaitConcurrency</c>.</summary>
    [LambdaFunction]
    public async Task<Rollout> AwaitConcurrency(StateInput input, ILambdaContext context) =>
        context.Log(Raising.Awaited(input.Rollout, await concurrency.FindAsync(input.Rollout.Function, input.Rollout.Alias), input.At));
}
