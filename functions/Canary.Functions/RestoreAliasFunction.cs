using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Canary.Rollouts;

namespace Canary.Functions;

/// <summary>
/// Gives the alias back after an execution that was stopped: on EventBridge's event of its end, and on a schedule for what that event,
/// which is best-effort, missed.
/// </summary>
public sealed class RestoreAliasFunction(IExecutions executions, AliasRollback rollback)
{
    /// <summary>What it did: the document of each rollout whose alias it looked at.</summary>
    [LambdaFunction]
    public async Task<IReadOnlyList<Rollout>> RestoreAlias(RestoreAliasInput input, ILambdaContext context)
    {
        if (input.Detail?.ExecutionArn is { } one) return await RestoreAsync(one, false, input.Time, context) is { } restored ? [restored] : [];
        var done = new List<Rollout>();
        var faults = new List<Exception>();
        foreach (var execution in await executions.ListStoppedAsync(input.Time - Restoring.Window))
        {
            try
            {
                if (await RestoreAsync(execution, true, input.Time, context) is { } rollout) done.Add(rollout);
            }
#pragma warning disable CA1031 // One alias that cannot be given back must not keep the others from it. All faults are thrown in the end.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                faults.Add(fault);
            }
        }
        return faults.Count == 0 ? done : throw new AggregateException(faults);
    }

    private async Task<Rollout?> RestoreAsync(string execution, bool late, DateTimeOffset at, ILambdaContext context)
    {
        var stopped = await executions.FindStoppedAsync(execution);
        if (stopped is null || !Restoring.IsDue(stopped)) return null;
        try
        {
            var restored = await rollback.RunAsync(Restoring.Caught(stopped), (rollout, found) => Restoring.Choose(rollout, found, late), at);
            return restored is null ? null : context.Log(restored);
        }
        catch (RollbackNotFinished fault)
        {
            // Lambda is at it, and takes minutes: the next sweep does the rest.
            context.Logger.LogInformation($"{fault.Message} [{execution}]");
            return null;
        }
    }
}
