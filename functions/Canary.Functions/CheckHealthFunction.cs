using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Canary.Health;
using Canary.Rollouts;

namespace Canary.Functions;

/// <summary>Looks whether the alias is as the rollout left it, reads the alarms, and decides what comes next.</summary>
public sealed class CheckHealthFunction(IAliases aliases, IAlarms alarms)
{
    /// <summary>The state <c>CheckHealth</c>.</summary>
    [LambdaFunction]
    public async Task<Rollout> CheckHealth(StateInput input, ILambdaContext context)
    {
        var rollout = input.Rollout;
        var found = aliases.FindAsync(rollout.Function, rollout.Alias);
        var readings = alarms.ReadAsync(rollout.WatchedAlarms);
        Holding.EnsureUnchanged(rollout, await found);
        var verdict = AlarmCheck.Judge(rollout.WatchedAlarms, await readings, rollout.Alarms.Count - rollout.WatchedAlarms.Count);
        return context.Log(Baking.Checked(rollout, verdict, input.At));
    }
}
