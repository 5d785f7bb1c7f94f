using Canary.Alarms;
using Canary.Planning;
using Canary.Ports;
using Canary.Rollouts;
using Canary.States;
using Canary.Statistics;
using Canary.Tests.Rollouts;

namespace Canary.Tests.Alarms;

public class WatchedAlarmsTests
{
    private static readonly Step[] Steps = [Given.Step(10, 60), Given.Step(100, 0)];

    [Fact]
    public void Seen_ADisregardedAlarmHasBeenOk_IsWatchedFromThenOn()
    {
        var begun = Shifted(AlarmState.Alarm);
        Assert.Equal(["errors"], begun.Internal.DisregardedAlarms);

        var still = WatchedAlarms.Seen(
            WatchedAlarms.Seen(begun, Read(AlarmState.Alarm), Given.Time), Read(AlarmState.InsufficientData), Given.Time);
        Assert.Empty(still.WatchedAlarms);

        var recovered = WatchedAlarms.Seen(still, Read(AlarmState.Ok), Given.Time.AddSeconds(15));
        Assert.Null(recovered.Internal.DisregardedAlarms);
        Assert.Equal(["errors"], recovered.WatchedAlarms);
        Assert.Equal(
            new StoryEntry(
                Given.Time.AddSeconds(15),
                "CheckHealth",
                "\"errors\" was in ALARM at the start, is OK now, and watched like any other from here on."),
            recovered.Story[^1]);

        var again = WatchedAlarms.Seen(recovered, Read(AlarmState.Alarm), Given.Time.AddSeconds(30));
        Assert.Equal(HealthState.Unhealthy, AlarmCheck.Judge(again.WatchedAlarms, Read(AlarmState.Alarm)).Health);
        Assert.Equal(recovered.Story.Count, again.Story.Count);
    }

    [Fact]
    public void Released_AnAlarmWithoutDataFromStartToEnd_IsWarnedOf()
    {
        var silent = WatchedAlarms.Seen(Shifted(AlarmState.InsufficientData), Read(AlarmState.InsufficientData), Given.Time);

        Assert.StartsWith(
            "\"errors\" had not enough data to tell anything from the start of the rollout to its end.",
            Assert.Single(Released(silent).Warnings!),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AlarmState.InsufficientData, AlarmState.Ok)]
    [InlineData(AlarmState.InsufficientData, AlarmState.Alarm)]
    [InlineData(AlarmState.Ok, AlarmState.InsufficientData)]
    public void Released_AnAlarmThatHadDataOnce_IsNoWarning(AlarmState planned, AlarmState seen) =>
        Assert.Null(Released(WatchedAlarms.Seen(
            WatchedAlarms.Seen(Shifted(planned), Read(seen), Given.Time),
            Read(AlarmState.InsufficientData),
            Given.Time)).Warnings);

    [Fact]
    public void TenDisregardedAlarms_TheirStory_IsReckonedWith()
    {
        var names = Enumerable.Range(0, 10).Select(i => i + new string('a', 254)).ToList();
        var world = Given.World with { Alarms = [.. names.Select(name => new AlarmReading(name, AlarmState.Alarm, null))] };
        var planned = PlanRollout.Plan(
            Given.Request(Steps) with { Alarms = names, AllowAlarmsInAlarm = names }, [], world, Given.Execution, Given.Time);
        var told = planned;

        foreach (var name in names) told = WatchedAlarms.Seen(told, [new(name, AlarmState.Ok, null)], Given.Time);

        Assert.Null(told.Internal.DisregardedAlarms);
        Assert.InRange(DocumentSize.Largest(told), 1, DocumentSize.Largest(planned));
    }

    [Fact]
    public void Seen_AnotherAlarmIsOk_TheDisregardedOneStaysSo()
    {
        var rollout = Given.Shifted().Note(own => own with { DisregardedAlarms = ["errors"] });

        var seen =
            WatchedAlarms.Seen(
                rollout, [new("errors", AlarmState.Alarm, "why"), new("latency", AlarmState.Ok, null)], Given.Time);

        Assert.Equal(["errors"], seen.Internal.DisregardedAlarms);
        Assert.Null(WatchedAlarms.Seen(rollout, [new("errors", AlarmState.Ok, null)], Given.Time).Internal.DisregardedAlarms);
    }

    private static Rollout Shifted(AlarmState state)
    {
        var world = Given.World with { Alarms = [new("errors", state, "5 > 1")] };
        var request = Given.Request(Steps) with { Alarms = ["errors"], AllowAlarmsInAlarm = ["errors"] };
        var planned = PlanRollout.Plan(request, [], world, Given.Execution, Given.Time);
        var ready = Given.Ready(HoldAlias.Held(planned, Given.Written(HoldAlias.Wanted(planned), "revision-2"), Given.Time));
        return ShiftWeight.Shifted(ready, Given.Written(ShiftWeight.Wanted(ready), "revision-3"), Given.Time);
    }

    private static Rollout Released(Rollout rollout) =>
        Promote.Promoted(rollout, Given.Written(Promote.Wanted(rollout), "revision-4"), Given.Time);

    private static AlarmReading[] Read(AlarmState state) => [new("errors", state, "5 > 1")];
}
