using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Canary.Functions.Hosting;
using Canary.Functions.Writes;
using Canary.Ports;
using Canary.Rollouts;
using Canary.States;

namespace Canary.Functions;

/// <summary>Gives the candidate the next step's weight.</summary>
public sealed class ShiftWeightFunction(AliasWriter aliases, IAlarms alarms, Teller teller)
{
    /// <summary>The state <c>ShiftWeight</c>.</summary>
    [LambdaFunction]
    public async Task<Rollout> ShiftWeight(StateInput input, ILambdaContext context)
    {
        var rollout = input.Rollout;
        if (SecondLook.IsDue(input)) SecondLook.Judge(rollout, await alarms.ReadAsync(rollout.Plan.Alarms));
        var change = await aliases.WriteAsync(rollout, States.ShiftWeight.Wanted, Words.ComeFirst, unbroken: true);
        var shifted = change.Alias is { } alias
            ? States.ShiftWeight.Shifted(change.Rollout, alias, input.At)
            : Words.CheckFirst(change.Rollout);
        return await teller.TellAsync(input, shifted, context);
    }
}
