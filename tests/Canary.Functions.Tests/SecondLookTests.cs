using Canary.Aliases;
using Canary.Errors;
using Canary.Functions.Tests.Fakes;
using Canary.Ports;
using Canary.Rollouts;
using Canary.States;

namespace Canary.Functions.Tests;

/// <summary>A change that gives the candidate more traffic may be waited for until an alarm fires.</summary>
public class SecondLookTests
{
    private const string Reason = "alarm errors is in ALARM: 9 errors";
    private const string TwoSteps = """
        { "functionName": "orders", "aliasName": "live", "alarms": ["errors"],
          "steps": [{ "weight": 10, "bakeSeconds": 60 }, { "weight": 50, "bakeSeconds": 60 }, { "weight": 100 }] }
        """;

    private readonly Stage _stage = new();

    [Fact]
    public async Task Promote_TriedAgainWhileAnAlarmFires_ThrowsAndTouchesNothing()
    {
        var shifted = await _stage.ShiftedAsync();
        Fire();

        var fault = await Assert.ThrowsAsync<AlarmFired>(() => _stage.Promoting.Promote(Again(shifted), Stage.Context));

        Assert.Equal((Reason, new AliasState("3", "4", 0.1)), (fault.Message, _stage.Aliases.State));
    }

    [Fact]
    public async Task ShiftWeight_TriedAgainWhileAnAlarmFires_ThrowsAndTouchesNothing()
    {
        var shifted = await _stage.ShiftedAsync(TwoSteps);
        Fire();

        await Assert.ThrowsAsync<AlarmFired>(() => _stage.Shifting.ShiftWeight(Again(shifted), Stage.Context));

        Assert.Equal(new AliasState("3", "4", 0.1), _stage.Aliases.State);
    }

    [Fact]
    public async Task Promote_TriedAgainWithoutAnAlarm_Promotes()
    {
        var shifted = await _stage.ShiftedAsync();

        await _stage.Promoting.Promote(Again(shifted), Stage.Context);

        Assert.Equal((new AliasState("4"), 2), (_stage.Aliases.State, _stage.Alarms.Calls));
    }

    // The check before it was a moment ago, and before the first shift the candidate has no traffic.
    [Fact]
    public async Task Change_AtItsFirstTryOrWithoutTrafficBefore_ReadsNoAlarm()
    {
        var ready = await _stage.ReadyAsync();

        var shifted = await _stage.Shifting.ShiftWeight(Again(ready), Stage.Context);
        await _stage.Promoting.Promote(Stage.At(shifted), Stage.Context);

        Assert.Equal(1, _stage.Alarms.Calls);
    }

    [Fact]
    public async Task Rollback_AfterIt_TellsWhatACheckWouldHaveTold()
    {
        var shifted = await _stage.ShiftedAsync();

        var ended = await new RollbackFunction(_stage.Rollback, _stage.Teller, _stage.Waits)
            .Rollback(Stage.At(shifted with { Error = new(nameof(AlarmFired), Reason) }, 60), Stage.Context);

        Assert.Equal((Outcome.RolledBack, null, new AliasState("3")), (ended.Outcome, ended.Error, _stage.Aliases.State));
        Assert.Equal("Rolled back orders:live to version 3 (version 4 rejected): step 1 of 2 at 10 %, which waited to go on: "
            + Reason + ".", ended.Reason);
        Assert.Equal((Statistics.HealthState.Unhealthy, Reason), (ended.Steps[0].Health, ended.Steps[0].Reason));
    }

    private static StateInput Again(Rollout rollout) => new(rollout, Stage.Time.AddSeconds(300), Retries: 1);

    private void Fire() => _stage.Alarms.Readings[0] = new("errors", AlarmState.Alarm, "9 errors");
}
