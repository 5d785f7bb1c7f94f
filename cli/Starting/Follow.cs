using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Canary.Cli.CommandLine;
using Canary.Cli.Finding;
using Canary.Cli.Screens;
using Canary.Cli.Verbs;
using Canary.Cli.Watching;

namespace Canary.Cli.Starting;

/// <summary>Stays with a rollout until it is over, and ends as it did.</summary>
internal sealed class Follow(CommandContext context, FollowMode mode)
{
    /// <summary>An alias is given back within seconds of a stop; the sweep is not waited for.</summary>
    private static readonly TimeSpan Aftermath = TimeSpan.FromMinutes(1);

    private readonly ServiceClock _clock = new(context.Time);
    private RolloutView? _last;

    /// <param name="context">The verb's.</param>
    /// <param name="rollout">Which one.</param>
    /// <param name="mode">How much is to be seen of it.</param>
    /// <param name="timeout">How long it is stayed with at most; null until the end.</param>
    /// <param name="interrupted">Ctrl-C.</param>
    /// <returns>See <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(
        CommandContext context, FoundRollout rollout, FollowMode mode, TimeSpan? timeout, CancellationToken interrupted)
    {
        if (mode == FollowMode.None)
        {
            context.Output.Answer(
                $"Started {rollout.Title} as {rollout.Name}. canary watch {rollout.Title} shows it.", rollout.ToJson());
            return ExitCode.Done;
        }
        return await new Follow(context, mode).StayAsync(rollout, timeout, interrupted);
    }

    private async Task<int> StayAsync(FoundRollout rollout, TimeSpan? timeout, CancellationToken interrupted)
    {
        using var patience = new CancellationTokenSource(timeout ?? Timeout.InfiniteTimeSpan, context.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(interrupted, patience.Token);
        try
        {
            var last = await Display().FollowAsync(FramesAsync(rollout, either.Token));
            return End(rollout, last.View);
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            context.Output.Warn($"You watch no more, and the rollout goes on. {ToGoOn(rollout)}");
            return ExitCode.Interrupted;
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return GiveUp(rollout, timeout!.Value);
        }
    }

    private IRolloutDisplay Display() => context.Output switch
    {
        { IsJson: true } json => new JsonDisplay(json),
        { IsTerminal: true } screen when mode == FollowMode.Watch => new ScreenDisplay(screen.Console),
        var lines => new PlainDisplay(lines.Text, withRoutine: mode == FollowMode.Watch),
    };

    private async IAsyncEnumerable<ScreenFrame> FramesAsync(
        FoundRollout rollout, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var began = context.Time.GetTimestamp();
        var pace = context.Aws.IsRemote ? WatchPace.Sparing : WatchPace.Quick;
        var traffic = new CloudWatchTraffic(context.Aws, context.Time);
        var view = new RolloutView(rollout.Function ?? "", rollout.Alias ?? "", TrafficSnapshot.Unknown);
        var watch = new RolloutWatch(view, rollout.Arn, context.Aws, pace, traffic.ReadAsync, context.Time);
        await foreach (var now in watch.FollowAsync(IsOver, cancellationToken))
        {
            _last = now;
            yield return new ScreenFrame(rollout.Name, now, _clock.Now(now), context.Time.GetElapsedTime(began), 1);
        }
    }

    // A rollout that ends by itself leaves nothing behind. After any other end the alias is given back from outside.
    private bool IsOver(RolloutView view) => view.HasEnded
        && (view.HasItsOwnEnd || view.Alias is null or { IsSettled: true } || _clock.Now(view) > view.Ended + Aftermath);

    private int End(FoundRollout rollout, RolloutView view)
    {
        var code = RolloutEnd.Code(view.Status, view.Document?.Outcome);
        var output = context.Output;
        if (output.IsTerminal && mode == FollowMode.Watch && RolloutResult.Of(rollout.Name, view) is { } result)
            RolloutReport.Print(output.Console, [result]);
        var alias = view is { HasItsOwnEnd: false, Alias: { } left } ? $" {view.AliasName} is at {left}." : "";
        var json = rollout.ToJson();
        (json["status"], json["outcome"]) = (view.Status, view.HasItsOwnEnd ? view.Document?.Outcome.ToString() : null);
        (json["reason"], json["exitCode"]) = (view.Reason, code);
        json["endedAt"] = view.Ended is { } ended ? FoundRollout.Time(ended) : null;
        if (view.Document is { } document)
            json["document"] = JsonNode.Parse(JsonSerializer.Serialize(document, CanaryJson.Relaxed.Rollout));
        output.Answer($"{(view.Reason ?? StatusStyle.Told(view)).TrimEnd('.')}.{alias}", json);
        return code;
    }

    private int GiveUp(FoundRollout rollout, TimeSpan timeout)
    {
        var after = $"After {Format.Seconds(timeout)}";
        var (code, sentence) = _last switch
        {
            { Trouble: { } trouble } => (ExitCode.Unreachable, $"{after} AWS still cannot be asked. {trouble.Text}"),
            { Reason: { } reason } => (ExitCode.StillRunning, $"{after} the rollout goes on: {reason} {ToGoOn(rollout)}"),
            _ => (ExitCode.StillRunning, $"{after} the rollout goes on. {ToGoOn(rollout)}"),
        };
        context.Output.Fail(new CommandFault(code, sentence));
        return code;
    }

    private static string ToGoOn(FoundRollout rollout) =>
        $"canary watch {rollout.Title} shows it again; canary abort {rollout.Title} gives the alias back.";
}
