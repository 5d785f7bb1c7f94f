using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Canary.Functions.Hosting;
using Canary.Ports;
using Canary.Rollouts;
using Canary.States;

namespace Canary.Functions;

/// <summary>Looks whether Lambda's own shift after the promotion is over. The state machine's Retry is the loop.</summary>
public sealed class AwaitPromotionFunction(IAliases aliases, IConcurrency concurrency, Teller teller)
{
    /// <summary>The state <c>AwaitPromotion</c>.</summary>
    [LambdaFunction]
    public async Task<Rollout> AwaitPromotion(StateInput input, ILambdaContext context)
    {
        var rollout = input.Rollout;
        var found = aliases.FindAsync(rollout.Function, rollout.Alias);
        var provisioned = concurrency.FindAsync(rollout.Function, rollout.Alias);
        return await teller.TellAsync(
            input, States.AwaitPromotion.Settled(rollout, await found, await provisioned, input.At), context);
    }
}
