using System.Runtime.CompilerServices;
using Amazon.CloudWatch.Model;
using Amazon.Lambda.Model;
using Canary.Local.Clocks;
using Canary.Rollouts;

namespace Canary.Local.Demo;

/// <summary>Looks at a rollout from outside, again and again, until its execution has ended: its history, the alias, the alarm and the traffic.</summary>
internal sealed class RolloutWatch(AwsClients aws, TrafficTally tally, Clock clock, TimeProvider real, double speed)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>How long after the end something may still happen, on the embedded AWS's clock.</summary>
    private static readonly TimeSpan Aftermath = TimeSpan.FromMinutes(1);

    private readonly long _began = real.GetTimestamp();

    /// <param name="started">The rollout.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    public async IAsyncEnumerable<Frame> FollowAsync(StartedRelease started, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (release, view) = (started.Release, started.View);
        var history = new History(aws.StepFunctions.GetExecutionHistoryAsync, started.Execution);
        while (true)
        {
            // The history first: what is read after its end is final.
            var lines = await history.ReadNewAsync(cancellationToken);
            view = lines.Aggregate(view, (now, line) => now.With(line))
                .With(await ReadAliasAsync(cancellationToken))
                .With(await ReadAlarmsAsync(cancellationToken))
                .With(tally.Snapshot());
            foreach (var due in release.Meanwhile.Where(happening => happening.IsDue(view))) view = await HappenAsync(due, view, cancellationToken);
            yield return new Frame(release.Title, view, clock.GetUtcNow(), real.GetElapsedTime(_began), speed);
            if (view.HasEnded && (release.Meanwhile.All(happening => happening.At is not null) || clock.GetUtcNow() > view.Ended + Aftermath)) yield break;
            await Task.Delay(Pause, real, cancellationToken);
        }
    }

    /// <summary>The alias as it is now.</summary>
    public async Task<AliasState> ReadAliasAsync(CancellationToken cancellationToken)
    {
        var alias = await aws.Lambda.GetAliasAsync(new GetAliasRequest { FunctionName = Sample.Function, Name = Sample.Alias }, cancellationToken);
        var weights = alias.RoutingConfig?.AdditionalVersionWeights;
        return weights is not { Count: > 0 } ? new(alias.FunctionVersion) : new(alias.FunctionVersion, weights.First().Key, weights.First().Value);
    }

    /// <summary>The alarm as it is now.</summary>
    public async Task<IEnumerable<AlarmLight>> ReadAlarmsAsync(CancellationToken cancellationToken)
    {
        var alarms = await aws.CloudWatch.DescribeAlarmsAsync(new DescribeAlarmsRequest { AlarmNames = [Sample.Alarm] }, cancellationToken);
        return (alarms.MetricAlarms ?? []).Select(alarm => new AlarmLight(alarm.AlarmName, alarm.StateValue.Value));
    }

    private async Task<RolloutView> HappenAsync(Happening happening, RolloutView view, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var text = await happening.ActAsync(view, now, cancellationToken);
        return view.With(await ReadAliasAsync(cancellationToken)).Tell(now, happening.Who, text);
    }
}
