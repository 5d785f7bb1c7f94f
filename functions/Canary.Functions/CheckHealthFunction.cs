using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Canary.Analyzing;
using Canary.Health;
using Canary.Rollouts;

namespace Canary.Functions;

/// <summary>Looks whether the alias is as the rollout left it, reads the alarms and both versions' metrics, and decides what comes next.</summary>
public sealed class CheckHealthFunction(IAliases aliases, IAlarms alarms, IMetrics metrics)
{
    /// <summary>The state <c>CheckHealth</c>.</summary>
    [LambdaFunction]
    public async Task<Rollout> CheckHealth(StateInput input, ILambdaContext context)
    {
        var rollout = input.Rollout;
        var found = aliases.FindAsync(rollout.Function, rollout.Alias);
        var readings = alarms.ReadAsync(rollout.Alarms);
        var traffic = Comparing.Asked(rollout, input.At) is { } asked ? metrics.ReadAsync(asked) : Task.FromResult<MetricReading?>(null)!;
        rollout = Watching.Seen(Holding.Seen(rollout, await found), await readings, input.At);
        var verdict = AlarmCheck.Judge(rollout.WatchedAlarms, await readings, rollout.Alarms.Count - rollout.WatchedAlarms.Count);
        var judgement = Comparing.Judge(rollout, await traffic, input.At);
        return context.Log(Baking.Checked(rollout, verdict, judgement, input.At));
    }
}
