using Canary.Local.CloudWatch.Model;
using Canary.Local.Wire.Protocols;

namespace Canary.Local.CloudWatch.Api;

internal static class PutMetricAlarm
{
    public static WireMap? Answer(CloudWatchService service, WireMap input)
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
            Space = input.Text("Namespace"),
            MetricName = input.Text("MetricName"),
            Metrics = input.Maps("Metrics")?.Select(query => MetricDataQueryDocument.Read(query, "PutMetricAlarm", "metrics")).ToList() ?? [],
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
}
