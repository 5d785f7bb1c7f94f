using Amazon.StepFunctions.Model;
using Canary.Aliases;
using Canary.Cli.Aws;
using Canary.Cli.CommandLine;
using Canary.Cli.Finding;
using Canary.Cli.Speaking;
using Canary.Cli.Verbs;
using Canary.Cli.Watching;

namespace Canary.Cli.Starting;

/// <summary>Deals with another rollout at the alias.</summary>
internal sealed class Busy(CommandContext context)
{
    /// <summary>Mostly a word is seen within a minute, and what it asks for is done at once.</summary>
    private static readonly TimeSpan WordTime = TimeSpan.FromSeconds(75);

    /// <summary>Comes back when the alias is free.</summary>
    /// <exception cref="CommandFault">It is held, and that is not to be changed.</exception>
    public async Task SettleAsync(StartOrder order, CancellationToken cancellationToken)
    {
        if (order.IfBusy == IfBusy.Start || order.Function.Length == 0 || order.Alias.Length == 0) return;
        string? told = null;
        DateTimeOffset? asked = null;
        var pause = context.Aws.IsRemote ? TimeSpan.FromSeconds(10) : TimeSpan.FromSeconds(1);
        var persistence = new Persistence(context.Aws.Renew, context.Time);
        var holder = await RunningAsync(order, cancellationToken);
        while (holder is not null)
        {
            if (order.IfBusy == IfBusy.Fail) throw new CommandFault(ExitCode.Busy, Held(order, holder));
            var known = holder;
            if (told != known.Arn)
            {
                (told, asked) = (known.Arn, null);
                context.Output.Say(order.IfBusy == IfBusy.Wait
                    ? $"{order.Title} is held by {known.Name}. Waiting until it is over …"
                    : $"{order.Title} is held by {known.Name}. Asking it to give the alias back …");
            }
            // Whoever waits for an hour outlives a network that is cut, and credentials that expire.
            await persistence.TryAsync(async () =>
            {
                if (order.IfBusy == IfBusy.Supersede) asked = await EndAsync(known, asked, cancellationToken);
                await Task.Delay(pause, context.Time, cancellationToken);
                holder = await RunningAsync(order, cancellationToken);
            }, cancellationToken);
            if (persistence.Trouble is not null)
                await Task.Delay(persistence.Pause(pause), context.Time, cancellationToken);
        }
    }

    private static string Held(StartOrder order, FoundRollout holder) =>
        $"{order.Title} is held by the rollout {holder.Name}, which is under way. Nothing was started. Wait for it with "
        + $"--if-busy wait, or have it give the alias back with --if-busy supersede. canary watch {order.Title} shows it.";

    /// <summary>
    /// The rollout that holds the alias and is under way, or has yet to be tidied up after; null where it is free.
    /// </summary>
    private async Task<FoundRollout?> RunningAsync(StartOrder order, CancellationToken cancellationToken)
    {
        if (await context.Rollouts.HoldingAsync(order.Function, order.Alias, cancellationToken) is not { } found) return null;
        // A stopped one's alias is given back within seconds, or within the five minutes of the sweep.
        var isFresh = found.Ended is { } ended && context.Time.GetUtcNow() - ended < TimeSpan.FromMinutes(6);
        return found.IsRunning || (found.Status is "ABORTED" or "TIMED_OUT" && isFresh) ? found : null;
    }

    /// <summary>Asks by a word first, which leaves a document, and stops it where that does not help.</summary>
    private async Task<DateTimeOffset?> EndAsync(FoundRollout holder, DateTimeOffset? asked, CancellationToken cancellationToken)
    {
        if (!holder.IsRunning) return asked;
        var now = context.Time.GetUtcNow();
        var by = (await context.CallerAsync(cancellationToken)).Name;
        if (asked is null && await AbortAsync(holder, by, cancellationToken)) return now;
        if (asked is { } at && now - at < WordTime) return asked;
        await context.Aws.StepFunctions.StopExecutionAsync(
            new StopExecutionRequest { ExecutionArn = holder.Arn, Error = "Superseded", Cause = $"{by} starts another rollout." },
            cancellationToken);
        return now;
    }

    private async Task<bool> AbortAsync(FoundRollout holder, string by, CancellationToken cancellationToken)
    {
        var abort = new SpokenWord(WordKind.Abort, RolloutName.Parse(holder.Arn), by, "superseded by another rollout");
        try
        {
            var messenger = new Messenger(
                await context.FunctionsAsync(cancellationToken), await context.StackAsync(cancellationToken));
            return (await messenger.SayAsync(abort, cancellationToken)).Accepted;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested
            && (fault is CommandFault || AwsFaults.IsAws(fault)))
        {
            // Whatever keeps the word away: to stop it takes another permission and another quota.
            return false;
        }
    }
}
