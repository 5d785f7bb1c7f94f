using Canary.Local.CloudWatch.Alarms;
using Canary.Local.CloudWatch.Model;
using Canary.Local.Wire.Protocols;

namespace Canary.Local.CloudWatch.Api;

/// <summary>The operations on alarms.</summary>
internal static class AlarmOperations
{
    public static WireMap DescribeAlarms(CloudWatchService service, WireMap input)
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

    public static WireMap DescribeAlarmHistory(CloudWatchService service, WireMap input)
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
        return new() { { "AlarmHistoryItems", page.Items.Select(Item).ToList() }, { "NextToken", page.NextToken } };
    }

    public static WireMap? PutMetricAlarm(CloudWatchService service, WireMap input)
    {
        input.Refuse("PutMetricAlarm", "ThresholdMetricId", "EvaluationCriteria", "EvaluationInterval", "Tags");
        service.PutMetricAlarm(new MetricAlarmConfiguration
        {
            Name = input.Text("AlarmName")!,
            Description = input.Text("AlarmDescription"),
            ActionsEnabled = input.Flag("ActionsEnabled") ?? true,
            OkActions = input.Texts("OKActions") ?? [],
            AlarmActions = input.Texts("AlarmActions") ?? [],
            InsufficientDataActions = input.Texts("InsufficientDataActions") ?? [],
            Namespace = input.Text("Namespace"),
            MetricName = input.Text("MetricName"),
            Metrics = input.Maps("Metrics")?.Select(query => MetricDataQueryDocument.Read(query, "PutMetricAlarm", "metrics"))
                .ToList()
                ?? [],
            Dimensions = input.Dimensions(),
            Statistic = input.Text("Statistic"),
            ExtendedStatistic = input.Text("ExtendedStatistic"),
            Period = input.Integer("Period"),
            Unit = input.Text("Unit"),
            EvaluationPeriods = input.Integer("EvaluationPeriods"),
            DatapointsToAlarm = input.Integer("DatapointsToAlarm"),
            Threshold = input.Number("Threshold"),
            ComparisonOperator = input.Text("ComparisonOperator"),
            TreatMissingData = input.Text("TreatMissingData"),
            EvaluateLowSampleCountPercentile = input.Text("EvaluateLowSampleCountPercentile"),
        });
        return null;
    }

    public static WireMap? PutCompositeAlarm(CloudWatchService service, WireMap input)
    {
        input.Refuse(
            "PutCompositeAlarm", "ActionsSuppressor", "ActionsSuppressorWaitPeriod", "ActionsSuppressorExtensionPeriod", "Tags");
        service.PutCompositeAlarm(new CompositeAlarmConfiguration
        {
            Name = input.Text("AlarmName")!,
            Description = input.Text("AlarmDescription"),
            ActionsEnabled = input.Flag("ActionsEnabled") ?? true,
            OkActions = input.Texts("OKActions") ?? [],
            AlarmActions = input.Texts("AlarmActions") ?? [],
            InsufficientDataActions = input.Texts("InsufficientDataActions") ?? [],
            AlarmRule = input.Text("AlarmRule")!,
        });
        return null;
    }

    public static WireMap? SetAlarmState(CloudWatchService service, WireMap input)
    {
        service.SetAlarmState(
            input.Text("AlarmName")!, input.Text("StateValue")!, input.Text("StateReason")!, input.Text("StateReasonData"));
        return null;
    }

    public static WireMap? DeleteAlarms(CloudWatchService service, WireMap input)
    {
        service.DeleteAlarms(input.Texts("AlarmNames")!);
        return null;
    }

    private static WireMap Item(AlarmHistoryItem item) => new()
    {
        { "AlarmName", item.Alarm },
        { "AlarmType", item.Type },
        { "Timestamp", item.Timestamp },
        { "HistoryItemType", item.Kind },
        { "HistorySummary", item.Summary },
        { "HistoryData", item.Data },
    };
}
