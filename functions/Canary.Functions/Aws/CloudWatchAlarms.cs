using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Canary.Ports;

namespace Canary.Functions.Aws;

/// <summary>Alarms, at Amazon CloudWatch.</summary>
internal sealed class CloudWatchAlarms(IAmazonCloudWatch cloudWatch) : IAlarms
{
    public async Task<IReadOnlyList<AlarmReading>> ReadAsync(IReadOnlyCollection<string> names)
    {
        if (names.Count == 0) return [];
        var alarms = await AwsCall.MakeAsync(() => cloudWatch.DescribeAlarmsAsync(new DescribeAlarmsRequest
        {
            AlarmNames = [.. names],
            // Composite alarms are left out of the answer unless they are asked for.
            AlarmTypes = [AlarmType.MetricAlarm, AlarmType.CompositeAlarm],
            MaxRecords = 100,
        }));
        return
        [
            .. (alarms.MetricAlarms ?? []).Select(alarm => Read(alarm.AlarmName, alarm.StateValue, alarm.StateReason)),
            .. (alarms.CompositeAlarms ?? []).Select(alarm => Read(alarm.AlarmName, alarm.StateValue, alarm.StateReason)),
        ];
    }

    private static AlarmReading Read(string name, StateValue state, string? reason) => new(name, StateOf(state), reason);

    private static AlarmState StateOf(StateValue state) =>
        state == StateValue.ALARM ? AlarmState.Alarm : state == StateValue.OK ? AlarmState.Ok : AlarmState.InsufficientData;
}
