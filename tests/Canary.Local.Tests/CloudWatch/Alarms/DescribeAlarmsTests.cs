using Canary.Local.CloudWatch.Alarms;
using Canary.Local.CloudWatch.Model;
using Canary.Local.Wire;

namespace Canary.Local.Tests.CloudWatch.Alarms;

public sealed class DescribeAlarmsTests : IDisposable
{
    private readonly CloudWatchUnderTest _cloud = new();

    public DescribeAlarmsTests()
    {
        foreach (var name in new[] { "a1", "a2", "b1" })
            _cloud.Service.PutMetricAlarm(CloudWatchUnderTest.Errors with { Name = name });
        _cloud.Service.PutMetricAlarm(
            CloudWatchUnderTest.Errors with { Name = "b2", AlarmActions = ["arn:aws:sns:us-east-1:123456789012:topic"] });
        _cloud.Service.PutCompositeAlarm(new CompositeAlarmConfiguration { Name = "a3", AlarmRule = "ALARM(a1)" });
        _cloud.Service.SetAlarmState("b1", "ALARM", "by hand");
    }

    public static TheoryData<AlarmFilter, string> Questions => new()
    {
        { new(), "a1 a2 b1 b2" },
        { new() { Names = ["b1", "a3", "gone", "a1"] }, "a1 b1" },
        { new() { Names = ["b1", "a3"], Types = ["CompositeAlarm", "MetricAlarm"] }, "a3 b1" },
        { new() { Types = ["CompositeAlarm"] }, "a3" },
        { new() { NamePrefix = "a", Types = ["CompositeAlarm", "MetricAlarm"] }, "a1 a2 a3" },
        { new() { State = "ALARM" }, "b1" },
        { new() { ActionPrefix = "arn:aws:sns" }, "b2" },
        { new() { Names = [] }, "a1 a2 b1 b2" },
    };

    public static TheoryData<AlarmFilter, string, string> Refused => new()
    {
        {
            new() { Names = ["a1"], NamePrefix = "a" }, "ValidationException",
            "AlarmNames and AlarmNamePrefix cannot both be specified."
        },
        {
            new() { MaxRecords = 101 },
            "ValidationException",
            "1 validation error detected: Value '101' at 'maxRecords' failed to satisfy constraint: Member must "
            + "have value less than or equal to 100"
        },
        {
            new() { Types = ["LogAlarm"] }, "ValidationException",
            "1 validation error detected: Value 'LogAlarm' at 'alarmTypes.1.member' failed to satisfy constraint: "
                + "Member must satisfy enum value set: [CompositeAlarm, MetricAlarm]"
        },
        {
            new() { NextToken = "bm90IG91cnM=" }, "InvalidNextToken",
            "The token bm90IG91cnM= is not one that this operation returned."
        },
    };

    public void Dispose() => _cloud.Dispose();

    [Theory]
    [MemberData(nameof(Questions))]
    public void DescribeAlarms_Filter_TakesWhatFitsByName(AlarmFilter filter, string expected)
    {
        var page = _cloud.Service.DescribeAlarms(filter);

        Assert.Equal(expected, string.Join(' ', page.Alarms.Select(alarm => alarm.Name)));
        Assert.Null(page.NextToken);
    }

    [Fact]
    public void DescribeAlarms_MaxRecords_PagesThroughAll()
    {
        var first = _cloud.Service.DescribeAlarms(new() { MaxRecords = 3 });
        var second = _cloud.Service.DescribeAlarms(new() { MaxRecords = 3, NextToken = first.NextToken });

        Assert.Equal(["a1", "a2", "b1"], first.Alarms.Select(alarm => alarm.Name));
        Assert.Equal(["b2"], second.Alarms.Select(alarm => alarm.Name));
        Assert.Null(second.NextToken);
    }

    [Fact]
    public void DescribeAlarms_MoreThan100Names_IsRefused()
    {
        var refusal = Assert.Throws<AwsException>(
            () => _cloud.Service.DescribeAlarms(new() { Names = [.. Enumerable.Range(0, 101).Select(number => $"a{number}")] }));

        Assert.EndsWith(
            "at 'alarmNames' failed to satisfy constraint: Member must have length less than or equal to 100",
            refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void DescribeAlarms_Wrong_IsRefused(AlarmFilter filter, string code, string message)
    {
        var refusal = Assert.Throws<AwsException>(() => _cloud.Service.DescribeAlarms(filter));

        Assert.Equal((code, message), (refusal.Code, refusal.Message));
    }
}
