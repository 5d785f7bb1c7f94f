using Canary.Local.CloudWatch.Model;
using Canary.Local.Wire;

namespace Canary.Local.Tests.CloudWatch.Alarms;

public sealed class DeleteAlarmsTests : IDisposable
{
    private readonly CloudWatchUnderTest _cloud = new();

    public DeleteAlarmsTests()
    {
        foreach (var name in new[] { "a", "b" }) _cloud.Service.PutMetricAlarm(CloudWatchUnderTest.Errors with { Name = name });
        foreach (var name in new[] { "x", "y" })
            _cloud.Service.PutCompositeAlarm(new CompositeAlarmConfiguration { Name = name, AlarmRule = "ALARM(a)" });
    }

    private string Names => string.Join(' ', _cloud.Service.Alarms.Select(alarm => alarm.Name));

    public void Dispose() => _cloud.Dispose();

    [Fact]
    public void DeleteAlarms_SomeUnknown_DeletesTheRestAndSaysNotFound()
    {
        var refusal = Assert.Throws<AwsException>(() => _cloud.Service.DeleteAlarms(["b", "gone"]));

        Assert.Equal((404, "ResourceNotFound", "a x y"), (refusal.StatusCode, refusal.Code, Names));
    }

    [Theory]
    [InlineData("a b", "Cannot delete a as there are composite alarm(s) depending on it.")]
    [InlineData("x y", "No more than one composite alarm can be deleted in one request.")]
    public void DeleteAlarms_Refused_DeletesNone(string names, string message)
    {
        var refusal = Assert.Throws<AwsException>(() => _cloud.Service.DeleteAlarms(names.Split(' ')));

        Assert.Equal(("ValidationException", message, "a b x y"), (refusal.Code, refusal.Message, Names));
    }

    [Fact]
    public void DeleteAlarms_CompositeThenItsChild_Works()
    {
        _cloud.Service.DeleteAlarms(["x"]);
        _cloud.Service.DeleteAlarms(["y", "a"]);

        Assert.Equal("b", Names);
    }

    [Fact]
    public async Task DescribeAlarmHistory_AfterALife_TellsItNewestFirst()
    {
        await _cloud.Clock.RunUntilAsync(CloudWatchUnderTest.Start.AddSeconds(1));
        _cloud.Service.SetAlarmState("b", "ALARM", "by hand", """{"why":1}""");
        _cloud.Service.PutMetricAlarm(CloudWatchUnderTest.Errors with { Name = "b" });
        _cloud.Service.DeleteAlarms(["b"]);

        var history = _cloud.Service.DescribeAlarmHistory(new() { Name = "b" });

        Assert.Equal(
            [
                "Alarm \"b\" deleted",
                "Alarm \"b\" updated",
                "Alarm updated from INSUFFICIENT_DATA to ALARM",
                "Alarm \"b\" created",
            ],
            history.Items.Select(item => item.Summary));
        Assert.Equal(
            """
            {"version":"1.0","oldState":{"stateValue":"INSUFFICIENT_DATA","stateReason":"Unchecked: Initial alarm creation"},
            "newState":{"stateValue":"ALARM","stateReason":"by hand","stateReasonData":{"why":1}}}
            """.ReplaceLineEndings(""),
            history.Items[2].Data);
        Assert.Null(history.NextToken);
    }

    [Fact]
    public void DescribeAlarmHistory_FilteredAndPaged_GivesWhatFits()
    {
        var first = _cloud.Service.DescribeAlarmHistory(
            new() { Types = ["CompositeAlarm"], MaxRecords = 3, ScanBy = "TimestampAscending" });
        var second = _cloud.Service.DescribeAlarmHistory(
            new() { Types = ["CompositeAlarm"], MaxRecords = 3, ScanBy = "TimestampAscending", NextToken = first.NextToken });

        Assert.Equal(
            ["x StateUpdate", "x ConfigurationUpdate", "y StateUpdate", "y ConfigurationUpdate"],
            first.Items.Concat(second.Items).Select(item => $"{item.Alarm} {item.Kind}"));
        Assert.Null(second.NextToken);
        Assert.Empty(_cloud.Service.DescribeAlarmHistory(new() { End = CloudWatchUnderTest.Start.AddSeconds(-1) }).Items);
    }
}
