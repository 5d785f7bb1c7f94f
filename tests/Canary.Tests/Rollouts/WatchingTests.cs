using Canary.Health;
using Canary.Rollouts;

namespace Canary.Tests.Rollouts;

public class WatchingTests
{
    private static readonly Step[] Steps = [A.Step(10, 60), A.Step(100, 0)];

    [Fact]
    public void Seen_ADisregardedAlarmHasBeenOk_IsWatchedFromThenOn()
    {
        var begun = Shifted(AlarmState.Alarm);
        Assert.Equal(["errors"], begun.DisregardedAlarms);

        var still = Watching.Seen(Watching.Seen(begun, Read(AlarmState.Alarm), A.Time), Read(AlarmState.InsufficientData), A.Time);
        Assert.Empty(still.WatchedAlarms);

        var recovered = Watching.Seen(still, Read(AlarmState.Ok), A.Time.AddSeconds(15));
        Assert.Null(recovered.DisregardedAlarms);
        Assert.Equal(["errors"], recovered.WatchedAlarms);
        Assert.Equal(
            new StoryEntry(A.Time.AddSeconds(15), "CheckHealth", "\"errors\" was in ALARM at the start, is OK now, and watched like any other from here on."), recovered.Story[^1]);

        var again = Watching.Seen(recovered, Read(AlarmState.Alarm), A.Time.AddSeconds(30));
        Assert.Equal(HealthState.Unhealthy, AlarmCheck.Judge(again.WatchedAlarms, Read(AlarmState.Alarm)).Health);
        Assert.Equal(recovered.Story.Count, again.Story.Count);
    }

    [Fact]
    public void Released_AnAlarmWithoutDataFromStartToEnd_IsWarnedOf()
    {
        var silent = Watching.Seen(Shifted(AlarmState.InsufficientData), Read(AlarmState.InsufficientData), A.Time);

        Assert.StartsWith("\"errors\" had not enough data to tell anything from the start of the rollout to its end.", Assert.Single(Released(silent).Warnings!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AlarmState.InsufficientData, AlarmState.Ok)]
    [InlineData(AlarmState.InsufficientData, AlarmState.Alarm)]
    [InlineData(AlarmState.Ok, AlarmState.InsufficientData)]
    public void Released_AnAlarmThatHadDataOnce_IsNoWarning(AlarmState planned, AlarmState seen) =>
        Assert.Null(Released(Watching.Seen(Watching.Seen(Shifted(planned), Read(seen), A.Time), Read(AlarmState.InsufficientData), A.Time)).Warnings);

    [Fact]
    public void TenDisregardedAlarms_TheirStory_IsReckonedWith()
    {
        var names = Enumerable.Range(0, 10).Select(i => i + new string('a', 254)).ToList();
        var world = A.World with { Alarms = [.. names.Select(name => new AlarmReading(name, AlarmState.Alarm, null))] };
        var planned = Planning.Plan(A.Request(Steps) with { Alarms = names, AllowAlarmsInAlarm = names }, [], world, A.Execution, A.Time);
        var told = planned;

        foreach (var name in names) told = Watching.Seen(told, [new(name, AlarmState.Ok, null)], A.Time);

        Assert.Null(told.DisregardedAlarms);
        Assert.InRange(DocumentSize.Largest(told), 1, DocumentSize.Largest(planned));
    }

    private static Rollout Shifted(AlarmState state)
    {
        var world = A.World with { Alarms = [new("errors", state, "5 > 1")] };
        var request = A.Request(Steps) with { Alarms = ["errors"], AllowAlarmsInAlarm = ["errors"] };
        var planned = Planning.Plan(request, [], world, A.Execution, A.Time);
        var ready = A.Ready(Holding.Held(planned, A.Written(Holding.Wanted(planned), "revision-2"), A.Time));
        return Shifting.Shifted(ready, A.Written(Shifting.Wanted(ready), "revision-3"), A.Time);
    }

    private static Rollout Released(Rollout rollout)
    {
        var promoted = Promoting.Promoted(rollout, A.Written(Promoting.Wanted(rollout), "revision-4"), A.Time);
        return Releasing.Released(promoted, A.Written(Releasing.Wanted(promoted), "revision-5"), A.Time);
    }

    private static AlarmReading[] Read(AlarmState state) => [new("errors", state, "5 > 1")];
}
