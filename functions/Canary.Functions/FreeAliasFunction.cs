using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Canary.Errors;
using Canary.Functions.Hosting;
using Canary.Functions.Writes;
using Canary.Ports;
using Canary.Rollouts;
using Canary.States;
using Canary.Wording;

namespace Canary.Functions;

/// <summary>Lets go of the alias: its description is what it was before.</summary>
public sealed class FreeAliasFunction(IAliases aliases, AliasWriter writer, IConcurrency concurrency, Teller teller)
{
    /// <summary>The state <c>FreeAlias</c>.</summary>
    [LambdaFunction]
    public async Task<Rollout> FreeAlias(StateInput input, ILambdaContext context)
    {
        var rollout = input.Rollout;
        var warning = await LowerAsync(rollout);
        // Until the alias is free there is a way back.
        var change = await writer.WriteAsync(rollout, States.FreeAlias.Wanted, Words.End, input.Redrives == 0);
        return await teller.TellAsync(input, States.FreeAlias.Freed(change.Rollout, change.Alias!, input.At, warning), context);
    }

    /// <summary>
    /// Puts the provisioned concurrency back while the alias is still held; a promoted version is not worth rolling back for it.
    /// </summary>
    private async Task<string?> LowerAsync(Rollout rollout)
    {
        if (rollout.Internal.Concurrency?.RaisedAt is null) return null;
        // Another rollout may have raised it to the very same since.
        if (await aliases.FindAsync(rollout.Function, rollout.Alias) is not { } alias || !Ownership.IsHeld(rollout, alias))
            return null;
        if (await concurrency.FindAsync(rollout.Function, rollout.Alias) is not { } found) return null;
        if (States.RaiseConcurrency.Back(rollout, found) is not { } before) return null;
        try
        {
            await concurrency.PutAsync(rollout.Function, rollout.Alias, before);
            return null;
        }
        catch (ConcurrencyFailed fault)
        {
            return $"The provisioned concurrency of {rollout.Alias} could not be put back from {found.Requested} "
                + $"to {before}: {Quoted.Clip(fault.Message)}";
        }
    }
}
