using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Canary.Functions.Hosting;
using Canary.Ports;
using Canary.Rollouts;
using Canary.States;

namespace Canary.Functions;

/// <summary>Looks whether the candidate is Active. The state machine's Retry is the loop.</summary>
public sealed class AwaitVersionFunction(IVersions versions, Teller teller)
{
    /// <summary>The state <c>AwaitVersion</c>.</summary>
    [LambdaFunction]
    public async Task<Rollout> AwaitVersion(StateInput input, ILambdaContext context) =>
        await teller.TellAsync(
            input,
            States.AwaitVersion.Awaited(
                input.Rollout, await versions.FindAsync(input.Rollout.Function, input.Rollout.CandidateVersion), input.At),
            context);
}
