using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Canary.Functions.Hosting;
using Canary.Ports;
using Canary.Rollouts;
using Canary.States;

namespace Canary.Functions;

/// <summary>Looks whether the alias's provisioned concurrency is there. The state machine's Retry is the loop.</summary>
public sealed class AwaitConcurrencyFunction(IConcurrency concurrency)
{
    /// <summary>The state <c>AwaitConcurrency</c>.</summary>
    [LambdaFunction]
    public async Task<Rollout> AwaitConcurrency(StateInput input, ILambdaContext context) =>
        context.Log(States.AwaitConcurrency.Awaited(
            input.Rollout, await concurrency.FindAsync(input.Rollout.Function, input.Rollout.Alias), input.At));
}
