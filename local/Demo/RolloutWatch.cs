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
    private readonly long _began = real.GetTimestamp();

    /// <param name="title">What the rollout is about.</param>
    /// <param name="execution">Its execution's ARN.</param>
    /// <param name="view">It as it was before it began.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    public async IAsyncEnumerable<Frame> FollowAsync(
        string title, string execution, RolloutView view, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var history = new History(aws.StepFunctions.GetExecutionHistoryAsync, execution);
        while (true)
        {
            // The history first: what is read after its end is final.
            var lines = await history.ReadNewAsync(cancellationToken);
            view = lines.Aggregate(view, (now, line) => now.With(line))
                .With(await ReadAliasAsync(cancellationToken))
                .With(await ReadAlarmsAsync(cancellationToken))
                .With(tally.Snapshot());
            yield return new Frame(title, view, clock.GetUtcNow(), real.GetElapsedTime(_began), speed);
            if (view.HasEnded) yield break;
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

    private async Task<IEnumerable<AlarmLight>> ReadAlarmsAsync(CancellationToken cancellationToken)
    {
        var alarms = await aws.CloudWatch.DescribeAlarmsAsync(new DescribeAlarmsRequest { AlarmNames = [Sample.Alarm] }, cancellationToken);
        return (alarms.MetricAlarms ?? []).Select(alarm => new AlarmLight(alarm.AlarmName, alarm.StateValue.Value));
    }
}
