using Canary.Local.CloudWatch.Model;
using Canary.Local.Wire;

namespace Canary.Local.Tests.CloudWatch.Alarms;

public sealed class CompositeAlarmTests : IDisposable
{
    private readonly CloudWatchUnderTest _cloud = new();

    public CompositeAlarmTests()
    {
        foreach (var name in new[] { "errors", "latency" })
            _cloud.Service.PutMetricAlarm(CloudWatchUnderTest.Errors with { Name = name });
    }

    public void Dispose() => _cloud.Dispose();

    [Fact]
    public void Put_New_IsEvaluatedAtOnce()
    {
        Put("both", "ALARM(errors) AND ALARM(latency)");

        Assert.Equal(AlarmStateValue.Ok, _cloud.StateOf("both").Value);
        Assert.Equal(
            "arn:aws:cloudwatch:us-east-1:123456789012:alarm:both was created and its alarm rule evaluates to OK",
            _cloud.StateOf("both").Reason);
    }

    [Fact]
    public void Child_Transitions_CarriesThroughEveryLevelInOrder()
    {
        Put("any", "ALARM(\"errors\") OR ALARM(\"latency\")");
        Put("top", "ALARM(arn:aws:cloudwatch:us-east-1:123456789012:alarm:any)");
        var changes = new List<string>();
        _cloud.Service.AlarmChanged += change => changes.Add(
            $"{change.Alarm.Name} {change.Previous.Value.Text()} {change.Alarm.State.Value.Text()}");

        _cloud.Service.SetAlarmState("latency", "ALARM", "by hand");

        Assert.Equal(["latency INSUFFICIENT_DATA ALARM", "any OK ALARM", "top OK ALARM"], changes);
        Assert.Equal(
            "arn:aws:cloudwatch:us-east-1:123456789012:alarm:latency transitioned to ALARM at Monday 02 March, 2026 12:00:05 UTC",
            _cloud.StateOf("any").Reason);
        Assert.Equal(
            """
            {"triggeringAlarms":[{"arn":"arn:aws:cloudwatch:us-east-1:123456789012:alarm:latency",
            "state":{"value":"ALARM","timestamp":"2026-03-02T12:00:05.000+0000"}}]}
            """.ReplaceLineEndings(""),
            _cloud.StateOf("any").ReasonData);
    }

    [Fact]
    public void Child_ReachesTheTopOnTwoWays_LeavesItAsTheRuleSays()
    {
        Put("way1", "ALARM(errors)");
        Put("way2", "ALARM(errors)");
        Put("top", "ALARM(way1) AND NOT ALARM(way2)");

        _cloud.Service.SetAlarmState("errors", "ALARM", "by hand");

        Assert.Equal(AlarmStateValue.Ok, _cloud.StateOf("top").Value);
    }

    [Fact]
    public void Cycle_AChildTransitions_StopsInsteadOfRunningForever()
    {
        Put("left", "FALSE");
        Put("right", "NOT ALARM(left)");
        Put("left", "ALARM(right) OR ALARM(errors)");

        _cloud.Service.SetAlarmState("errors", "ALARM", "by hand");

        Assert.Equal(AlarmStateValue.Alarm, _cloud.StateOf("left").Value);
    }

    [Fact]
    public async Task SetAlarmState_OnAComposite_SticksUntilAChildChanges()
    {
        Put("any", "ALARM(errors)");
        _cloud.Service.SetAlarmState("any", "ALARM", "by hand");

        await _cloud.Clock.RunUntilAsync(CloudWatchUnderTest.Start.AddMinutes(10));
        Assert.Equal(AlarmStateValue.Alarm, _cloud.StateOf("any").Value);

        _cloud.Service.SetAlarmState("errors", "OK", "by hand");
        Assert.Equal(AlarmStateValue.Ok, _cloud.StateOf("any").Value);
    }

    [Theory]
    [InlineData(
        "ALARM(gone) OR ALARM(lost) OR OK(errors)",
        "Could not save the composite alarm as alarms [gone, lost] in the alarm rule do not exist")]
    [InlineData("()", "Error in AlarmRule [Unsupported token ')' at char 1]")]
    [InlineData("ALARM(Oldest Age)", "Error in AlarmRule [Unsupported token 'Age' at char 13, must be: ')']")]
    [InlineData("alarm(errors)", "Error in AlarmRule [Unsupported token 'alarm' at char 0]")]
    [InlineData("ALARM(errors) ALARM(latency)", "Error in AlarmRule [Unsupported token 'ALARM' at char 14]")]
    [InlineData("AT_LEAST(1, ALARM, (errors))", "Error in AlarmRule [Unsupported token 'AT_LEAST' at char 0]")]
    [InlineData("ALARM(\"errors)", "Error in AlarmRule [Unclosed quote at char 6]")]
    [InlineData("ALARM", "Error in AlarmRule [Unsupported token '<end>' at char 5, must be: '(']")]
    [InlineData(
        "",
        "1 validation error detected: Value '' at 'alarmRule' failed to satisfy constraint: Member must have "
        + "length greater than or equal to 1")]
    public void Put_WrongRule_IsRefused(string rule, string message)
    {
        var refusal = Assert.Throws<AwsException>(() => Put("any", rule));

        Assert.Equal(("ValidationException", message), (refusal.Code, refusal.Message));
    }

    [Fact]
    public void Put_NameOfAMetricAlarm_IsRefused() => Assert.Throws<AwsException>(() => Put("errors", "TRUE"));

    private void Put(string name, string rule) =>
        _cloud.Service.PutCompositeAlarm(new CompositeAlarmConfiguration { Name = name, AlarmRule = rule });
}
