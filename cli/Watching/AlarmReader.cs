using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Canary.Cli.Aws;

namespace Canary.Cli.Watching;

/// <summary>Reads alarms at CloudWatch.</summary>
internal sealed class AlarmReader(AwsAccess aws)
{
    /// <summary>Those of them that there are, as they are now.</summary>
    public async Task<IReadOnlyList<AlarmLight>> ReadAsync(IEnumerable<string> names, CancellationToken cancellationToken)
    {
        List<string> asked = [.. names];
        // No names would mean all alarms.
        if (asked.Count == 0) return [];
        var alarms = await aws.CloudWatch.DescribeAlarmsAsync(
            new DescribeAlarmsRequest
            {
                AlarmNames = asked,
                // Composite alarms are left out of the answer unless they are asked for.
                AlarmTypes = [AlarmType.MetricAlarm, AlarmType.CompositeAlarm],
                MaxRecords = 100,
            },
            cancellationToken);
        return
        [
            .. (alarms.MetricAlarms ?? []).Select(alarm => new AlarmLight(alarm.AlarmName, alarm.StateValue.Value)
            {
                Made = alarm.AlarmConfigurationUpdatedTimestamp,
            }),
            .. (alarms.CompositeAlarms ?? []).Select(alarm => new AlarmLight(alarm.AlarmName, alarm.StateValue.Value)),
        ];
    }
}
