using Canary.Local.Wire.Protocols;

namespace Canary.Local.CloudWatch.Api;

/// <summary>The operations by name. An answer of null is an operation without output.</summary>
internal static class CloudWatchOperations
{
    private static readonly Dictionary<string, Func<CloudWatchService, WireMap, WireMap?>> All = new()
    {
        ["DeleteAlarms"] = AlarmOperations.DeleteAlarms,
        ["DescribeAlarmHistory"] = AlarmOperations.DescribeAlarmHistory,
        ["DescribeAlarms"] = AlarmOperations.DescribeAlarms,
        ["GetMetricData"] = MetricDataOperations.GetMetricData,
        ["GetMetricStatistics"] = MetricStatisticsOperations.GetMetricStatistics,
        ["ListMetrics"] = MetricOperations.ListMetrics,
        ["PutCompositeAlarm"] = AlarmOperations.PutCompositeAlarm,
        ["PutMetricAlarm"] = AlarmOperations.PutMetricAlarm,
        ["PutMetricData"] = MetricOperations.PutMetricData,
        ["SetAlarmState"] = AlarmOperations.SetAlarmState,
    };

    public static IReadOnlyList<string> Names { get; } = [.. All.Keys];

    public static Func<CloudWatchService, WireMap, WireMap?>? Find(string name) => All.GetValueOrDefault(name);
}
