using Canary.Local.CloudWatch.Alarms;
using Canary.Local.CloudWatch.Model;
using Canary.Local.Wire.Protocols;

namespace Canary.Local.CloudWatch.Api;

internal static class DescribeAlarms
{
    public static WireMap Answer(CloudWatchService service, WireMap input)
    {
        input.Refuse("DescribeAlarms", "ChildrenOfAlarmName", "ParentsOfAlarmName");
        var page = service.DescribeAlarms(new AlarmFilter
        {
            Names = input.Texts("AlarmNames"),
            NamePrefix = input.Text("AlarmNamePrefix"),
            Types = input.Texts("AlarmTypes"),
            State = input.Text("StateValue"),
            ActionPrefix = input.Text("ActionPrefix"),
            MaxRecords = input.Integer("MaxRecords"),
            NextToken = input.Text("NextToken"),
        });
        return new()
        {
            { "CompositeAlarms", page.Alarms.OfType<CompositeAlarm>().Select(AlarmDocument.Of).ToList() },
            { "MetricAlarms", page.Alarms.OfType<MetricAlarm>().Select(AlarmDocument.Of).ToList() },
            { "NextToken", page.NextToken },
        };
    }
}
