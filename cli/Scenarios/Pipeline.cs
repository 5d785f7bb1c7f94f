using System.Runtime.CompilerServices;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Canary.Cli.Screens;
using Canary.Cli.Setup;
using Canary.Cli.Watching;

namespace Canary.Cli.Scenarios;

/// <summary>Releases the sample function as a pipeline would, and shows each rollout until it is over.</summary>
internal sealed class Pipeline(DemoStack stack, IRolloutDisplay display, TimeProvider real, double speed)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>How long after the end something may still happen, on the embedded AWS's clock.</summary>
    private static readonly TimeSpan Aftermath = TimeSpan.FromMinutes(1);

    private readonly AliasReader _aliases = new(stack.Clients.Lambda);
    private readonly AlarmReader _alarms = new(stack.Clients.CloudWatch);
    private readonly long _began = real.GetTimestamp();

    public DemoStack Stack => stack;

    /// <summary>Says something that is no rollout's.</summary>
    public void Say(string line) => display.Say(line);

    /// <summary>Changes $LATEST, starts a rollout of it, and shows it.</summary>
    public async Task<RolloutResult> ReleaseAsync(
        ReleasePlan plan, Dictionary<string, string> variables, CancellationToken cancellationToken)
    {
        await stack.ChangeAsync(variables, cancellationToken);
        return await FollowAsync(await StartAsync(plan, cancellationToken), cancellationToken);
    }

    /// <summary>Starts a rollout of $LATEST as it is.</summary>
    public async Task<StartedRelease> StartAsync(ReleasePlan plan, CancellationToken cancellationToken)
    {
        var began = real.GetTimestamp();
        var before = (await _aliases.ReadAsync(Sample.Function, Sample.Alias, cancellationToken))!;
        var view = new RolloutView(Sample.Function, Sample.Alias, stack.Tally.Snapshot());
        var execution = await stack.Clients.StepFunctions.StartExecutionAsync(
            new StartExecutionRequest
            {
                StateMachineArn = stack.StateMachineArn,
                Name = plan.Name,
                Input = Sample.Rollout(plan.Members, plan.WatchesAlarm),
            },
            cancellationToken);
        return new(plan, execution.ExecutionArn, view, before, began);
    }

    /// <summary>Shows a rollout from its start until it is over.</summary>
    public async Task<RolloutResult> FollowAsync(StartedRelease started, CancellationToken cancellationToken)
    {
        var last = await display.FollowAsync(FramesAsync(started, cancellationToken));
        return new(started.Plan.Title, last.View, started.AliasBefore, last.View.Alias!, real.GetElapsedTime(started.Began));
    }

    /// <summary>Waits until one of them has ended, and gives them with that one first.</summary>
    public async Task<IReadOnlyList<StartedRelease>> UntilOneEndsAsync(
        IReadOnlyList<StartedRelease> started, CancellationToken cancellationToken)
    {
        while (true)
        {
            foreach (var one in started)
            {
                var now = await stack.Clients.StepFunctions.DescribeExecutionAsync(
                    new DescribeExecutionRequest { ExecutionArn = one.Execution }, cancellationToken);
                if (now.Status != ExecutionStatus.RUNNING) return [one, .. started.Where(other => other != one)];
            }
            await Task.Delay(Pause, real, cancellationToken);
        }
    }

    /// <summary>Waits until a version has failed a request.</summary>
    public async Task UntilFailedAsync(string version, CancellationToken cancellationToken)
    {
        while (stack.Tally.Snapshot().Of(version).Failures == 0) await Task.Delay(Pause, real, cancellationToken);
    }

    /// <summary>Waits until the alarm fires.</summary>
    public async Task UntilAlarmAsync(CancellationToken cancellationToken)
    {
        while ((await _alarms.ReadAsync([Sample.Alarm], cancellationToken)).All(alarm => alarm.State != "ALARM"))
            await Task.Delay(Pause, real, cancellationToken);
    }

    private async IAsyncEnumerable<ScreenFrame> FramesAsync(
        StartedRelease started, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var plan = started.Plan;
        var clock = stack.Aws.Clock;
        var history = new History(stack.Clients.StepFunctions.GetExecutionHistoryAsync, started.Execution);
        var watch = new RolloutWatch(started.View, history, _aliases, _alarms, [Sample.Alarm], stack.Tally.Snapshot, real);
        await foreach (var _ in watch.FollowAsync(IsOver, cancellationToken))
        {
            foreach (var due in plan.Meanwhile.Where(interference => interference.IsDue(watch.View)))
            {
                var now = clock.GetUtcNow();
                await watch.TellAsync(now, due.Who, await due.ActAsync(watch.View, now, cancellationToken), cancellationToken);
            }
            yield return new ScreenFrame(plan.Title, watch.View, clock.GetUtcNow(), real.GetElapsedTime(_began), speed);
        }

        bool IsOver(RolloutView view) =>
            view.HasEnded
            && (plan.Meanwhile.All(interference => interference.At is not null) || clock.GetUtcNow() > view.Ended + Aftermath);
    }
}
