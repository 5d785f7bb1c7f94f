using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Canary.Alarms;
using Canary.Analysis;
using Canary.Functions.Hosting;
using Canary.Ports;
using Canary.Rollouts;
using Canary.States;

namespace Canary.Functions;

/// <summary>
/// Looks whether the alias is as the rollout left it, reads the alarms and both versions' metrics, and decides what comes next.
/// </summary>
public sealed class CheckHealthFunction(IAliases aliases, IAlarms alarms, IMetrics metrics)
{
    /// <summary>The state <c>CheckHealth</c>.</summary>
    [LambdaFunction]
    public async Task<Rollout> CheckHealth(StateInput input, ILambdaContext context)
    {
        var rollout = input.Rollout;
        var found = aliases.FindAsync(rollout.Function, rollout.Alias);
        var readings = alarms.ReadAsync(rollout.Plan.Alarms);
        var traffic = VersionComparison.Asked(rollout, input.At) is { } asked
            ? metrics.ReadAsync(asked)
            : Task.FromResult<MetricReading?>(null)!;
        rollout = WatchedAlarms.Seen(Ownership.Seen(rollout, await found), await readings, input.At);
        var verdict =
            AlarmCheck.Judge(rollout.WatchedAlarms, await readings, rollout.Plan.Alarms.Count - rollout.WatchedAlarms.Count);
        var judgement = VersionComparison.Judge(rollout, await traffic, input.At);
        return context.Log(States.CheckHealth.Checked(rollout, verdict, judgement, input.At));
    }
}
