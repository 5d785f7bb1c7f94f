using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Canary.Functions.Hosting;
using Canary.Functions.Waits;
using Canary.Functions.Writes;
using Canary.Rollouts;
using Canary.States;

namespace Canary.Functions;

/// <summary>Goes back to the stable version.</summary>
public sealed class RollbackFunction(AliasRollback rollback, Teller teller, TimeProvider time)
{
    /// <summary>The state <c>Rollback</c>.</summary>
    [LambdaFunction]
    public async Task<Rollout> Rollback(StateInput input, ILambdaContext context)
    {
        var change = await rollback.RunAsync(
            input.Rollout,
            (rollout, found) => States.Rollback.Choose(rollout, found, unbroken: input.Redrives == 0),
            input.At,
            // The state's Retry waits, and costs no Lambda: a thousand that waited in here would be all that an account may run.
            new Patience(context, time, input.Rollout.Execution) { OnlyOnceBegun = true });
        return await teller.TellAsync(input, change!.Rollout, context);
    }
}
