using Amazon.Lambda.Annotations;
using Canary.Health;
using Canary.Rollouts;

namespace Canary.Functions;

/// <summary>Reads the alarms and decides what comes next.</summary>
public sealed class CheckHealthFunction(IAlarms alarms)
{
    /// <summary>The state <c>CheckHealth</c>.</summary>
    [LambdaFunction]
    public async Task<Rollout> CheckHealth(StateInput input) =>
        Baking.Checked(input.Rollout, AlarmCheck.Judge(input.Rollout.Alarms, await alarms.ReadAsync(input.Rollout.Alarms)), input.At);
}
