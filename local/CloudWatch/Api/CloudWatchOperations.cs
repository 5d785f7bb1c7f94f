using Canary.Local.Wire.Protocols;

namespace Canary.Local.CloudWatch.Api;

/// <summary>The operations by name. An answer of null is an operation without output.</summary>
internal static class CloudWatchOperations
{
    private static readonly Dictionary<string, Func<CloudWatchService, WireMap, WireMap?>> All = new()
    {
        ["DeleteAlarms"] = DeleteAlarms.Answer,
        ["DescribeAlarmHistory"] = DescribeAlarmHistory.Answer,
        ["DescribeAlarms"] = DescribeAlarms.Answer,
        ["GetMetricData"] = GetMetricData.Answer,
        ["GetMetricStatistics"] = GetMetricStatistics.Answer,
        ["ListMetrics"] = ListMetrics.Answer,
        ["PutCompositeAlarm"] = PutCompositeAlarm.Answer,
        ["PutMetricAlarm"] = PutMetricAlarm.Answer,
        ["PutMetricData"] = PutMetricData.Answer,
        ["SetAlarmState"] = SetAlarmState.Answer,
    };

    public static IReadOnlyList<string> Names { get; } = [.. All.Keys];

    public static Func<CloudWatchService, WireMap, WireMap?>? Find(string name) => All.GetValueOrDefault(name);
}
