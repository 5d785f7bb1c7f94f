using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Canary.Functions.Hosting;
using Canary.Functions.Writes;
using Canary.Ports;
using Canary.Rollouts;
using Canary.States;

namespace Canary.Functions;

/// <summary>Makes the candidate the alias's version and clears the weights, in one call.</summary>
public sealed class PromoteFunction(AliasWriter aliases, IAlarms alarms, Teller teller)
{
    /// <summary>The state <c>Promote</c>.</summary>
    [LambdaFunction]
    public async Task<Rollout> Promote(StateInput input, ILambdaContext context)
    {
        var rollout = input.Rollout;
        if (SecondLook.IsDue(input)) SecondLook.Judge(rollout, await alarms.ReadAsync(rollout.Plan.Alarms));
        var change = await aliases.WriteAsync(rollout, States.Promote.Wanted, Words.ComeFirst, input.Redrives == 0);
        var promoted = change.Alias is { } alias
            ? States.Promote.Promoted(change.Rollout, alias, input.At)
            : Words.CheckFirst(change.Rollout);
        return await teller.TellAsync(input, promoted, context);
    }
}
