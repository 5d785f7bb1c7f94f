using Canary.Cli.CommandLine;
using Canary.Cli.Verbs;

namespace Canary.Cli.Starting;

/// <summary>Starts a rollout and stays with it as asked, within one time for both.</summary>
/// <param name="context">The verb's.</param>
/// <param name="mode">How much is to be seen of it.</param>
/// <param name="timeout">How long all of it may take, waiting for another rollout too; null for no end.</param>
internal sealed class Release(CommandContext context, FollowMode mode, TimeSpan? timeout)
{
    /// <returns>See <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(StartOrder order, CancellationToken interrupted)
    {
        var began = context.Time.GetTimestamp();
        while (true)
        {
            var rollout = await StartAsync(order, began, interrupted);
            var code = await Follow.RunAsync(context, rollout, mode, Left(began), interrupted);
            // Two that started at once both found the alias free. The one that came second waits after all.
            var mayWait = order.IfBusy is IfBusy.Wait or IfBusy.Supersede && order.Name is null;
            if (code != ExitCode.Busy || mode == FollowMode.None || !mayWait) return code;
            context.Output.Say($"Another rollout of {order.Title} was quicker. Starting again once it is over …");
        }
    }

    private async Task<Finding.FoundRollout> StartAsync(StartOrder order, long began, CancellationToken interrupted)
    {
        using var patience = new CancellationTokenSource(Left(began) ?? Timeout.InfiniteTimeSpan, context.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(interrupted, patience.Token);
        try
        {
            return await new Starter(context).StartAsync(order, either.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !interrupted.IsCancellationRequested)
        {
            throw new CommandFault(
                ExitCode.Busy,
                    $"{order.Title} is still held by another rollout when the time given is over. Nothing was started.");
        }
    }

    private TimeSpan? Left(long began) => timeout is not { } whole ? null
        : whole - context.Time.GetElapsedTime(began) is var left && left > TimeSpan.Zero ? left : TimeSpan.FromMilliseconds(1);
}
