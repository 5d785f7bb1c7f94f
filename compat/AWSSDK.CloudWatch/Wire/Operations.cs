using Amazon.CloudWatch.Model;
using Amazon.Compat;

namespace Amazon.CloudWatch.Wire;

internal static class Operations
{
    private static readonly CloudWatchProtocol s_cloudWatch = new();

    public static readonly Operation<DeleteAlarmsResponse> DeleteAlarms = new(s_cloudWatch, "DeleteAlarms");
    public static readonly Operation<DescribeAlarmsResponse> DescribeAlarms = new(s_cloudWatch, "DescribeAlarms");
    public static readonly Operation<GetMetricDataResponse> GetMetricData = new(s_cloudWatch, "GetMetricData");
    public static readonly Operation<PutCompositeAlarmResponse> PutCompositeAlarm = new(s_cloudWatch, "PutCompositeAlarm");
    public static readonly Operation<PutMetricAlarmResponse> PutMetricAlarm = new(s_cloudWatch, "PutMetricAlarm");
    public static readonly Operation<PutMetricDataResponse> PutMetricData = new(s_cloudWatch, "PutMetricData");
    public static readonly Operation<SetAlarmStateResponse> SetAlarmState = new(s_cloudWatch, "SetAlarmState");
}
