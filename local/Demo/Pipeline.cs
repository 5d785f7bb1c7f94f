using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace Canary.Local.Demo;

/// <summary>Releases the sample function as a pipeline would, and shows each rollout until it is over.</summary>
internal sealed class Pipeline(Stage stage, IRolloutDisplay display, TimeProvider real, double speed)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private readonly RolloutWatch _watch = new(stage.Clients, stage.Tally, stage.Aws.Clock, real, speed);

    public Stage Stage => stage;

    /// <summary>Says something that is no rollout's.</summary>
    public void Say(string line) => display.Say(line);

    /// <summary>Changes $LATEST, starts a rollout of it, and shows it.</summary>
    public async Task<RolloutResult> ReleaseAsync(Release release, Dictionary<string, string> variables, CancellationToken cancellationToken)
    {
        await stage.ChangeAsync(variables, cancellationToken);
        return await FollowAsync(await StartAsync(release, cancellationToken), cancellationToken);
    }

    /// <summary>Starts a rollout of $LATEST as it is.</summary>
    public async Task<StartedRelease> StartAsync(Release release, CancellationToken cancellationToken)
    {
        var began = real.GetTimestamp();
        var before = await _watch.ReadAliasAsync(cancellationToken);
        var view = new RolloutView(Sample.Function, Sample.Alias, stage.Tally.Snapshot());
        var execution = await stage.Clients.StepFunctions.StartExecutionAsync(
            new StartExecutionRequest { StateMachineArn = stage.StateMachineArn, Name = release.Name, Input = Sample.Rollout(release.Plan, release.WatchesAlarm) },
            cancellationToken);
        return new(release, execution.ExecutionArn, view, before, began);
    }

    /// <summary>Shows a rollout from its start until it is over.</summary>
    public async Task<RolloutResult> FollowAsync(StartedRelease started, CancellationToken cancellationToken)
    {
        var last = await display.FollowAsync(_watch.FollowAsync(started, cancellationToken));
        return new(started.Release.Title, last.View, started.AliasBefore, last.View.Alias!, real.GetElapsedTime(started.Began));
    }

    /// <summary>Waits until one of them has ended, and gives them with that one first.</summary>
    public async Task<IReadOnlyList<StartedRelease>> UntilOneEndsAsync(IReadOnlyList<StartedRelease> started, CancellationToken cancellationToken)
    {
        while (true)
        {
            foreach (var one in started)
            {
                var now = await stage.Clients.StepFunctions.DescribeExecutionAsync(
                    new DescribeExecutionRequest { ExecutionArn = one.Execution }, cancellationToken);
                if (now.Status != ExecutionStatus.RUNNING) return [one, .. started.Where(other => other != one)];
            }
            await Task.Delay(Pause, real, cancellationToken);
        }
    }

    /// <summary>Waits until a version has failed a request.</summary>
    public async Task UntilFailedAsync(string version, CancellationToken cancellationToken)
    {
        while (stage.Tally.Snapshot().Of(version).Failures == 0) await Task.Delay(Pause, real, cancellationToken);
    }

    /// <summary>Waits until the alarm fires.</summary>
    public async Task UntilAlarmAsync(CancellationToken cancellationToken)
    {
        while ((await _watch.ReadAlarmsAsync(cancellationToken)).All(alarm => alarm.State != "ALARM")) await Task.Delay(Pause, real, cancellationToken);
    }
}
