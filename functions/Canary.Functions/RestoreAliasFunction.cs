using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Canary.Errors;
using Canary.Executions;
using Canary.Functions.Hosting;
using Canary.Functions.Reads;
using Canary.Functions.Waits;
using Canary.Functions.Writes;
using Canary.News;
using Canary.Rollouts;

namespace Canary.Functions;

/// <summary>
/// Gives the alias back after an execution that was stopped: on EventBridge's event of its end, and on a schedule for what that
/// event, which is best-effort, missed.
/// </summary>
public sealed class RestoreAliasFunction(
    IExecutions executions,
    EndedReader ended,
    AliasRollback rollback,
    Teller teller,
    SweepMemory memory,
    TimeProvider time)
{
    /// <summary>
    /// What it did: the document of each rollout whose alias it looked at. An event tells of each alias that it changed.
    /// </summary>
    [LambdaFunction]
    public async Task<IReadOnlyList<Rollout>> RestoreAlias(RestoreAliasInput input, ILambdaContext context)
    {
        memory.Forget(input.Time - Sweep.Window);
        if (input.Detail is not { ExecutionArn: { } one } told) return await SweepAsync(input.Time, context);
        if (States.RestoreAlias.IsRefusal(told) && States.RestoreAlias.EndOf(told) is { } stop) memory.Settle(one, stop);
        if (States.RestoreAlias.IsGivenBack(told)) return [];
        var patience = new Patience(context, time, one);
        var stopped = await patience.TryAsync(() => executions.FindStoppedAsync(one));
        return stopped is not null && (await RestoreAsync(one, stopped, input.Time, context, patience)).Restored is { } restored
            ? await TellAsync([restored], context)
            : [];
    }

    private async Task<IReadOnlyList<Rollout>> SweepAsync(DateTimeOffset at, ILambdaContext context)
    {
        var patience = new Patience(context, time, $"{at:O}");
        var (done, faults) = (new List<Restored>(), new List<Exception>());
        var listed = Sweep.Order(await ended.ReadAsync(at - Sweep.Window, memory, patience, faults), memory);
        var (open, throttles) = (new Queue<Look>(listed.Take(Sweep.MostReadings).Select(one => new Look(one))), 0);
        var later = listed.Count - open.Count;
        while (open.Count > 0 && context.RemainingTime >= Sweep.LongestReading)
        {
            var look = open.Dequeue();
            try
            {
                if (await LookAsync(look, at, context) is { } restored) done.Add(restored);
            }
            catch (Throttled fault)
            {
                // It comes again after all others, which must not wait for it.
                open.Enqueue(look);
                if (++throttles < open.Count) continue;
                throttles = 0;
                if (await patience.WaitAsync()) continue;
                faults.Add(fault);
                break;
            }
            // One alias that cannot be given back must not keep the others from it. All faults are thrown in the end.
#pragma warning disable CA1031
            catch (Exception fault)
#pragma warning restore CA1031
            {
                memory.Try(look.Ended);
                faults.Add(fault);
            }
        }
        later += open.Count;
        if (later > 0) context.Logger.LogInformation($"{later} executions that ended are left to the next sweep.");
        var told = await TellAsync(done, context);
        return faults.Count == 0 ? told : throw new AggregateException(faults);
    }

    private async Task<Restored?> LookAsync(Look look, DateTimeOffset at, ILambdaContext context)
    {
        // One that runs again is in no later list, until it ends anew.
        look.Stopped ??= await executions.FindStoppedAsync(look.Ended.Execution);
        if (look.Stopped is not { } stopped) return null;
        var patience = new Patience(context, time, look.Ended.Execution, Sweep.LongestWait) { OnlyOnceBegun = true };
        var (restored, isOver) = await RestoreAsync(look.Ended.Execution, stopped, at, context, patience);
        if (isOver && Sweep.IsSettled(stopped, look.Ended.EndedAt, at)) memory.Settle(look.Ended.Execution, look.Ended.EndedAt);
        else memory.Try(look.Ended);
        return restored;
    }

    private async Task<(Restored? Restored, bool IsOver)> RestoreAsync(
        string execution, StoppedExecution stopped, DateTimeOffset at, ILambdaContext context, Patience patience)
    {
        if (!stopped.IsDue) return (null, true);
        try
        {
            var change = await rollback.RunAsync(
                States.RestoreAlias.Caught(stopped), States.RestoreAlias.Choose, at, patience);
            if (change is null) return (null, true);
            var rollout = context.Log(States.RestoreAlias.Restored(change.Rollout));
            if (!change.IsWritten) return (new(rollout, null), true);
            context.LogDocument(rollout);
            teller.Count(stopped.Rollout, rollout, context);
            return (new(rollout, Reporter.OfRestored(stopped, rollout, at)), true);
        }
        catch (RollbackNotFinished fault)
        {
            // Lambda is at it, and takes minutes: the next sweep does the rest.
            context.Logger.LogInformation($"{fault.Message} [{execution}]");
            return (null, false);
        }
    }

    // All aliases come first: nothing that is told may keep one from being given back. The log has the same.
    private async Task<IReadOnlyList<Rollout>> TellAsync(IReadOnlyList<Restored> done, ILambdaContext context)
    {
        await teller.SendAsync([.. done.Select(one => one.News).OfType<NewsItem>()], context);
        return [.. done.Select(one => one.Rollout)];
    }

    /// <summary>What was done about one alias, and what there is to tell of it, where the alias was changed.</summary>
    private sealed record Restored(Rollout Rollout, NewsItem? News);

    /// <summary>One that ended, with its history once that has been read.</summary>
    private sealed class Look(EndedExecution ended)
    {
        public EndedExecution Ended => ended;

        public StoppedExecution? Stopped { get; set; }
    }
}
