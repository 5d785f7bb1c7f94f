using Canary.Local.CloudWatch.Alarms;
using Canary.Local.CloudWatch.Model;
using Canary.Local.Wire.Protocols;

namespace Canary.Local.CloudWatch.Api;

internal static class DescribeAlarmHistory
{
    public static WireMap Answer(CloudWatchService service, WireMap input)
    {
        input.Refuse("DescribeAlarmHistory", "AlarmContributorId");
        var page = service.DescribeAlarmHistory(new AlarmHistoryFilter
        {
            Name = input.Text("AlarmName"),
            Types = input.Texts("AlarmTypes"),
            Kind = input.Text("HistoryItemType"),
            Start = input.Moment("StartDate"),
            End = input.Moment("EndDate"),
            MaxRecords = input.Integer("MaxRecords"),
            ScanBy = input.Text("ScanBy"),
            NextToken = input.Text("NextToken"),
        });
        return new() { { "AlarmHistoryItems", page.Items.Select(Document).ToList() }, { "NextToken", page.NextToken } };
    }

    private static WireMap Document(AlarmHistoryItem item) => new()
    {
        { "AlarmName", item.Alarm },
        { "AlarmType", item.Type },
        { "Timestamp", item.Timestamp },
        { "HistoryItemType", item.Kind },
        { "HistorySummary", item.Summary },
        { "HistoryData", item.Data },
    };
}
