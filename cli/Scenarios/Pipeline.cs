using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Canary.Cli.Aws;
using Canary.Cli.Screens;
using Canary.Cli.Setup;
using Canary.Cli.Speaking;
using Canary.Cli.Starting;
using Canary.Cli.Verbs;
using Canary.Cli.Watching;

namespace Canary.Cli.Scenarios;

/// <summary>Releases the sample function as a pipeline would, with what <c>canary start --watch</c> does.</summary>
/// <param name="stack">The embedded AWS.</param>
/// <param name="display">Where each rollout is shown until it is over.</param>
/// <param name="shell">What surrounds this run of the program.</param>
/// <param name="speed">How many simulated seconds pass in a real one.</param>
internal sealed class Pipeline(DemoStack stack, IRolloutDisplay display, Shell shell, double speed) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>How long after the end something may still happen, on the embedded AWS's clock.</summary>
    private static readonly TimeSpan Aftermath = TimeSpan.FromMinutes(1);

    private readonly CommandContext _context = new(
        shell with { Connect = _ => stack.Clients }, new AwsSettings(DemoStack.StackName), shell.Output(isJson: false));

    private readonly AliasReader _aliases = new(stack.Clients);
    private readonly AlarmReader _alarms = new(stack.Clients);
    private readonly TimeProvider _real = shell.Time;
    private readonly long _began = shell.Time.GetTimestamp();

    public DemoStack Stack => stack;

    public void Dispose() => _context.Dispose();

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
        var began = _real.GetTimestamp();
        var before = (await _aliases.ReadAsync(Sample.Function, Sample.Alias, cancellationToken))!;
        var view = new RolloutView(Sample.Function, Sample.Alias, stack.Tally.Snapshot());
        var input = JsonNode.Parse(Sample.Rollout(plan.Members, plan.WatchesAlarm))!.AsObject();
        // Two that start at the same moment are what one scenario shows: the rollout finds out by itself.
        var order = StartOrder.Of(input) with { Name = plan.Name, IfBusy = IfBusy.Start };
        var started = await new Starter(_context).StartAsync(order, cancellationToken);
        return new(plan, started.Arn, view, before, began);
    }

    /// <summary>Shows a rollout from its start until it is over.</summary>
    public async Task<RolloutResult> FollowAsync(StartedRelease started, CancellationToken cancellationToken)
    {
        var last = await display.FollowAsync(FramesAsync(started, cancellationToken));
        return new(started.Plan.Title, last.View, started.AliasBefore, last.View.Alias!, _real.GetElapsedTime(started.Began));
    }

    /// <summary>Says a word to a rollout, as <c>canary approve</c> does.</summary>
    public async Task<StackAnswer> SayAsync(SpokenWord spoken, CancellationToken cancellationToken) =>
        (await new WordSession(_context).SayAsync(spoken, null, cancellationToken)).Answer;

    /// <summary>Waits until one of them has ended, and gives them with that one first.</summary>
    public async Task<IReadOnlyList<StartedRelease>> UntilOneEndsAsync(
        IReadOnlyList<StartedRelease> started, CancellationToken cancellationToken)
    {
        while (true)
        {
            foreach (var one in started)
            {
                var now = await _context.Rollouts.DescribeAsync(one.Execution, cancellationToken);
                if (!now.IsRunning) return [one, .. started.Where(other => other != one)];
            }
            await Task.Delay(Pause, _real, cancellationToken);
        }
    }

    /// <summary>Waits until a version has failed a request.</summary>
    public async Task UntilFailedAsync(string version, CancellationToken cancellationToken)
    {
        while (stack.Tally.Snapshot().Of(version).Failures == 0) await Task.Delay(Pause, _real, cancellationToken);
    }

    /// <summary>Waits until the alarm fires.</summary>
    public async Task UntilAlarmAsync(CancellationToken cancellationToken)
    {
        while ((await _alarms.ReadAsync([Sample.Alarm], cancellationToken)).All(alarm => alarm.State != "ALARM"))
            await Task.Delay(Pause, _real, cancellationToken);
    }

    private async IAsyncEnumerable<ScreenFrame> FramesAsync(
        StartedRelease started, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var plan = started.Plan;
        var clock = stack.Aws.Clock;
        var watch = new RolloutWatch(
            started.View, started.Execution, stack.Clients, WatchPace.Quick, (_, _) => new(stack.Tally.Snapshot()), _real)
        {
            AlarmNames = [Sample.Alarm],
        };
        await foreach (var _ in watch.FollowAsync(IsOver, cancellationToken))
        {
            foreach (var due in plan.Meanwhile.Where(interference => interference.IsDue(watch.View)))
            {
                var now = clock.GetUtcNow();
                await watch.TellAsync(now, due.Who, await due.ActAsync(watch.View, now, cancellationToken), cancellationToken);
            }
            yield return new ScreenFrame(plan.Title, watch.View, clock.GetUtcNow(), _real.GetElapsedTime(_began), speed);
        }

        bool IsOver(RolloutView view) =>
            view.HasEnded
            && (plan.Meanwhile.All(interference => interference.At is not null) || clock.GetUtcNow() > view.Ended + Aftermath);
    }
}
