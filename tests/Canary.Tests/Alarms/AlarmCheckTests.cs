using Canary.Alarms;
using Canary.Ports;
using Canary.Statistics;

namespace Canary.Tests.Alarms;

public class AlarmCheckTests
{
    [Theory]
    [InlineData("Ok Ok", HealthState.Healthy, "2 of 2 alarms OK")]
    [InlineData("Ok InsufficientData", HealthState.Healthy, "1 of 2 alarms OK, 1 without enough data")]
    [InlineData("InsufficientData InsufficientData", HealthState.Inconclusive, "no alarm has enough data to tell")]
    [InlineData("Ok Alarm", HealthState.Unhealthy, "alarm 1 is in ALARM: because")]
    [InlineData("Alarm Alarm", HealthState.Unhealthy, "alarm 0 is in ALARM; alarm 1 is in ALARM: because; because")]
    [InlineData("Alarm InsufficientData", HealthState.Unhealthy, "alarm 0 is in ALARM: because")]
    public void Judge_StatesOfTheAlarms_OneBreachDecides(string states, HealthState health, string reason)
    {
        var readings = states.Split(' ')
            .Select((state, i) => new AlarmReading($"{i}", Enum.Parse<AlarmState>(state), "because"))
            .ToList();

        Assert.Equal(new Verdict(health, reason), AlarmCheck.Judge(["0", "1"], readings));
    }

    [Fact]
    public void Judge_AnAlarmThatVanished_IsABreach() =>
        Assert.Equal(
            new Verdict(HealthState.Unhealthy, "alarm b no longer exists"),
            AlarmCheck.Judge(["a", "b"], [new("a", AlarmState.Ok, null)]));

    [Fact]
    public void Judge_ANameOrAReasonThatGarbles_IsSeenAndCut()
    {
        var reason = AlarmCheck.Judge(["a\u202eb"], [new("a\u202eb", AlarmState.Alarm, "why\n" + new string('x', 5_000))]).Reason;

        Assert.StartsWith(@"alarm a\u202eb is in ALARM: why\nxxx", reason, StringComparison.Ordinal);
        Assert.Equal(1_000, reason.Length);
    }

    [Theory]
    [InlineData("Ok Ok", "2 of 2 alarms OK, 1 disregarded")]
    [InlineData("Ok Alarm", "alarm 1 is in ALARM, 1 disregarded: because")]
    [InlineData("InsufficientData InsufficientData", "no alarm has enough data to tell, 1 disregarded")]
    public void Judge_OneIsDisregarded_SaysSo(string states, string reason)
    {
        var readings = states.Split(' ')
            .Select((state, i) => new AlarmReading($"{i}", Enum.Parse<AlarmState>(state), "because"))
            .ToList();

        Assert.Equal(reason, AlarmCheck.Judge(["0", "1"], readings, disregarded: 1).Reason);
    }

    [Fact]
    public void Judge_AllAreDisregarded_IsInconclusive() =>
        Assert.Equal(
            new Verdict(HealthState.Inconclusive, "no alarms are watched, 2 disregarded"),
            AlarmCheck.Judge([], [], disregarded: 2));

    [Fact]
    public void Judge_NoAlarms_IsInconclusive() => Assert.Equal(HealthState.Inconclusive, AlarmCheck.Judge([], []).Health);
}
