using Canary.Local.CloudWatch.Model;
using Canary.Local.Wire;

namespace Canary.Local.Tests.CloudWatch.Alarms;

public sealed class AlarmStateTests : IDisposable
{
    private readonly CloudWatchUnderTest _cloud = new();

    public void Dispose() => _cloud.Dispose();

    [Fact]
    public void PutMetricAlarm_New_StartsWithInsufficientData()
    {
        _cloud.Service.PutMetricAlarm(CloudWatchUnderTest.Errors);

        var start = CloudWatchUnderTest.Start;
        Assert.Equal(
            new AlarmStateRecord(AlarmStateValue.InsufficientData, "Unchecked: Initial alarm creation", null, start, start),
            _cloud.StateOf());
    }

    [Fact]
    public void PutMetricAlarm_Existing_KeepsItsStateAndReplacesItsConfiguration()
    {
        _cloud.Service.PutMetricAlarm(CloudWatchUnderTest.Errors with { Description = "old" });
        _cloud.Service.SetAlarmState("errors", "ALARM", "by hand");

        _cloud.Service.PutMetricAlarm(CloudWatchUnderTest.Errors with { MetricName = "Throttles" });

        var alarm = Assert.IsType<MetricAlarm>(Assert.Single(_cloud.Service.Alarms));
        Assert.Equal(
            (AlarmStateValue.Alarm, "Throttles", null),
            (alarm.State.Value, alarm.Configuration.MetricName, alarm.Configuration.Description));
    }

    [Fact]
    public async Task SetAlarmState_OnAMetricAlarm_ReturnsToItsActualStateWithinSeconds()
    {
        _cloud.Service.PutMetricAlarm(CloudWatchUnderTest.Errors with { TreatMissingData = "notBreaching" });
        _cloud.Service.SetAlarmState("errors", "ALARM", "by hand");

        await _cloud.Clock.RunUntilAsync(CloudWatchUnderTest.Start.AddSeconds(4));
        Assert.Equal(AlarmStateValue.Alarm, _cloud.StateOf().Value);

        await _cloud.Clock.RunUntilAsync(CloudWatchUnderTest.Start.AddSeconds(5));
        Assert.Equal(AlarmStateValue.Ok, _cloud.StateOf().Value);
        var summaries = _cloud.Service.DescribeAlarmHistory(new() { Name = "errors" }).Items.Select(item => item.Summary);
        Assert.Equal(["Alarm updated from ALARM to OK", "Alarm updated from INSUFFICIENT_DATA to ALARM"], summaries.Take(2));
    }

    [Fact]
    public async Task SetAlarmState_AgainstWhatItsMetricSays_IsUndoneByIt()
    {
        _cloud.Service.PutMetricAlarm(CloudWatchUnderTest.Errors);
        _cloud.PutError(2, 1);
        _cloud.Service.EvaluateAlarms();
        _cloud.Service.SetAlarmState("errors", "OK", "by hand");

        await _cloud.Clock.RunUntilAsync(CloudWatchUnderTest.Start.AddSeconds(5));

        Assert.Equal(AlarmStateValue.Alarm, _cloud.StateOf().Value);
        Assert.StartsWith(
            "Threshold Crossed: 1 datapoint [2.0 (02/03/26 11:59:00)]", _cloud.StateOf().Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SetAlarmState_OfAnAlarmThatIsGoneByThen_ChangesNothing()
    {
        _cloud.Service.PutMetricAlarm(CloudWatchUnderTest.Errors);
        _cloud.Service.SetAlarmState("errors", "ALARM", "by hand");
        _cloud.Service.DeleteAlarms(["errors"]);

        await _cloud.Clock.RunUntilAsync(CloudWatchUnderTest.Start.AddSeconds(10));

        Assert.Empty(_cloud.Service.Alarms);
    }

    [Fact]
    public async Task SetAlarmState_SameValue_UpdatesWithoutTransition()
    {
        _cloud.Service.PutMetricAlarm(CloudWatchUnderTest.Errors);
        var changes = new List<AlarmStateChange>();
        _cloud.Service.AlarmChanged += changes.Add;
        await _cloud.Clock.RunUntilAsync(CloudWatchUnderTest.Start.AddSeconds(30));

        _cloud.Service.SetAlarmState("errors", "INSUFFICIENT_DATA", "by hand", "{}");

        var start = CloudWatchUnderTest.Start;
        Assert.Equal(
            new AlarmStateRecord(AlarmStateValue.InsufficientData, "by hand", "{}", start.AddSeconds(30), start),
            _cloud.StateOf());
        Assert.Empty(changes);
    }

    [Theory]
    [InlineData("errors", "BROKEN", null, "ValidationException",
        "1 validation error detected: Value 'BROKEN' at 'stateValue' failed to satisfy constraint: "
            + "Member must satisfy enum value set: [INSUFFICIENT_DATA, ALARM, OK]")]
    [InlineData("other", "OK", null, "ResourceNotFound", "")]
    [InlineData("errors", "OK", "{", "InvalidFormatFault", "StateReasonData was not syntactically valid JSON")]
    public void SetAlarmState_Wrong_IsRefusedInAwsWords(string name, string state, string? data, string code, string message)
    {
        _cloud.Service.PutMetricAlarm(CloudWatchUnderTest.Errors);

        var refusal = Assert.Throws<AwsException>(() => _cloud.Service.SetAlarmState(name, state, "by hand", data));

        Assert.Equal((code, message), (refusal.Code, refusal.Message));
    }

    [Fact]
    public async Task Clock_PassesAMinute_EvaluatesOnceItsMetricsAreIn()
    {
        _cloud.Service.PutMetricAlarm(CloudWatchUnderTest.Errors);
        _cloud.PutError(2, -0.5);
        var changes = new List<(DateTimeOffset, AlarmStateValue, AlarmStateValue)>();
        _cloud.Service.AlarmChanged += change => changes.Add(
            (_cloud.Clock.GetUtcNow(), change.Previous.Value, change.Alarm.State.Value));

        await _cloud.Clock.RunUntilAsync(CloudWatchUnderTest.Start.AddMinutes(10));

        Assert.Equal(
            [
                (CloudWatchUnderTest.Start.AddMinutes(1), AlarmStateValue.InsufficientData, AlarmStateValue.Alarm),
                (CloudWatchUnderTest.Start.AddMinutes(4), AlarmStateValue.Alarm, AlarmStateValue.InsufficientData),
            ], changes);
    }

    [Fact]
    public async Task Clock_PassesTenSeconds_EvaluatesHighResolutionAlarms()
    {
        _cloud.Service.PutMetricAlarm(CloudWatchUnderTest.Errors with { Period = 10, TreatMissingData = "breaching" });

        await _cloud.Clock.RunUntilAsync(CloudWatchUnderTest.Start.AddSeconds(10));

        Assert.Equal(AlarmStateValue.Alarm, _cloud.StateOf().Value);
    }

    [Fact]
    public async Task Clock_LongPeriod_SlidesByTheMinute()
    {
        _cloud.Service.PutMetricAlarm(
            CloudWatchUnderTest.Errors with
            {
                Period = 300,
                Threshold = 5,
                ComparisonOperator = "GreaterThanOrEqualToThreshold",
            });
        for (var minute = 3; minute <= 7; minute++) _cloud.PutError(1, -minute);

        await _cloud.Clock.RunUntilAsync(CloudWatchUnderTest.Start.AddMinutes(8));

        Assert.Equal(
            "Threshold Crossed: 1 datapoint [5.0 (02/03/26 12:03:00)] was greater than or equal to the threshold (5.0).",
            _cloud.StateOf().Reason);
    }

    [Fact]
    public async Task Dispose_Afterwards_NothingIsDue()
    {
        _cloud.Service.PutMetricAlarm(CloudWatchUnderTest.Errors);
        _cloud.Service.SetAlarmState("errors", "ALARM", "by hand");
        _cloud.Dispose();

        await Assert.ThrowsAsync<InvalidOperationException>(() => _cloud.Clock.RunUntilAsync(new TaskCompletionSource().Task));
    }
}
