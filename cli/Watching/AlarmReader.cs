using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;

namespace Canary.Cli.Watching;

/// <summary>Reads alarms at CloudWatch.</summary>
internal sealed class AlarmReader(IAmazonCloudWatch cloudWatch)
{
    /// <summary>Those of them that there are, as they are now.</summary>
    public async Task<IEnumerable<AlarmLight>> ReadAsync(IEnumerable<string> names, CancellationToken cancellationToken)
    {
        var alarms =
            await cloudWatch.DescribeAlarmsAsync(new DescribeAlarmsRequest { AlarmNames = [.. names] }, cancellationToken);
        return (alarms.MetricAlarms ?? []).Select(alarm => new AlarmLight(alarm.AlarmName, alarm.StateValue.Value));
    }
}
