using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Canary.Health;
using Canary.Rollouts;

namespace Canary.Functions;

/// <summary>Reads the alarms and decides what comes next.</summary>
public sealed class CheckHealthFunction(IAlarms alarms)
{
    /// <summary>The state <c>CheckHealth</c>.</summary>
    [LambdaFunction]
    public async Task<Rollout> CheckHealth(StateInput input, ILambdaContext context)
    {
        var rollout = input.Rollout;
        var readings = await alarms.ReadAsync(rollout.Alarms);
        return context.Log(Baking.Checked(rollout, AlarmCheck.Judge(rollout.Alarms, readings), input.At));
    }
}
