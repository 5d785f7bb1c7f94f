using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Canary.Errors;
using Canary.Executions;
using Canary.Functions.Hosting;
using Canary.Functions.Writes;
using Canary.Rollouts;

namespace Canary.Functions;

/// <summary>
/// Gives the alias back after an execution that was stopped: on EventBridge's event of its end, and on a schedule for what that
/// event, which is best-effort, missed.
/// </summary>
public sealed class RestoreAliasFunction(IExecutions executions, AliasRollback rollback, SweepMemory memory)
{
    /// <summary>What it did: the document of each rollout whose alias it looked at.</summary>
    [LambdaFunction]
    public async Task<IReadOnlyList<Rollout>> RestoreAlias(RestoreAliasInput input, ILambdaContext context)
    {
        if (input.Detail is not { ExecutionArn: { } one } ended) return await SweepAsync(input.Time, context);
        if (States.RestoreAlias.IsRefusal(ended))
        {
            if (States.RestoreAlias.EndOf(ended) is { } stop) memory.Settle(one, stop);
            return [];
        }
        var stopped = await executions.FindStoppedAsync(one);
        return stopped is not null && (await RestoreAsync(one, stopped, input.Time, context)).Restored is { } restored
            ? [restored]
            : [];
    }

    private async Task<IReadOnlyList<Rollout>> SweepAsync(DateTimeOffset at, ILambdaContext context)
    {
        memory.Forget(at - Sweep.Window);
        var open = Sweep.Order(await executions.ListStoppedAsync(at - Sweep.Window), memory);
        var (done, faults, read) = (new List<Rollout>(), new List<Exception>(), 0);
        foreach (var ended in open)
        {
            if (read == Sweep.MostReadings || context.RemainingTime < Sweep.LongestReading) break;
            read++;
            try
            {
                if (await LookAsync(ended, at, context) is { } rollout) done.Add(rollout);
            }
            // One alias that cannot be given back must not keep the others from it. All faults are thrown in the end.
#pragma warning disable CA1031
            catch (Exception fault)
#pragma warning restore CA1031
            {
                memory.Try(ended);
                faults.Add(fault);
            }
        }
        if (read < open.Count)
            context.Logger.LogInformation($"{open.Count - read} executions that ended are left to the next sweep.");
        return faults.Count == 0 ? done : throw new AggregateException(faults);
    }

    private async Task<Rollout?> LookAsync(EndedExecution ended, DateTimeOffset at, ILambdaContext context)
    {
        // One that runs again is in no later list, until it ends anew.
        if (await executions.FindStoppedAsync(ended.Execution) is not { } stopped) return null;
        var (restored, isOver) = await RestoreAsync(ended.Execution, stopped, at, context);
        if (isOver && Sweep.IsSettled(stopped, ended.EndedAt, at)) memory.Settle(ended.Execution, ended.EndedAt);
        else memory.Try(ended);
        return restored;
    }

    private async Task<(Rollout? Restored, bool IsOver)> RestoreAsync(
        string execution, StoppedExecution stopped, DateTimeOffset at, ILambdaContext context)
    {
        if (!stopped.IsDue) return (null, true);
        try
        {
            var restored = await rollback.RunAsync(States.RestoreAlias.Caught(stopped), States.RestoreAlias.Choose, at);
            return (restored is null ? null : context.Log(restored), true);
        }
        catch (RollbackNotFinished fault)
        {
            // Lambda is at it, and takes minutes: the next sweep does the rest.
            context.Logger.LogInformation($"{fault.Message} [{execution}]");
            return (null, false);
        }
    }
}
