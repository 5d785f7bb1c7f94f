using Canary.Functions.Tests.Fakes;
using Canary.Health;
using Canary.Rollouts;

namespace Canary.Functions.Tests;

public class CheckHealthFunctionTests
{
    private readonly Stage _stage = new();

    [Theory]
    [InlineData(AlarmState.Ok, NextState.Bake)]
    [InlineData(AlarmState.InsufficientData, NextState.Bake)]
    [InlineData(AlarmState.Alarm, NextState.Rollback)]
    public async Task CheckHealth_TheAlarmsState_DecidesWithOneCall(AlarmState state, NextState next)
    {
        var shifted = await _stage.ShiftedAsync();
        _stage.Alarms.Readings[0] = new("errors", state, "5 > 1");

        var rollout = await new CheckHealthFunction(_stage.Aliases, _stage.Alarms, _stage.Metrics).CheckHealth(Stage.At(shifted, 15), Stage.Context);

        Assert.Equal((next, 2), (rollout.Decision.Next, _stage.Alarms.Calls));
    }

    [Fact]
    public async Task CheckHealth_TheAlarmWasInAlarmBefore_IsDisregarded()
    {
        _stage.Alarms.Readings[0] = new("errors", AlarmState.Alarm, "5 > 1");
        var shifted = await _stage.ShiftedAsync(Stage.Input.Replace("}", """, "allowAlarmsInAlarm": ["errors"], "analysis": false }""", StringComparison.Ordinal));

        var rollout = await new CheckHealthFunction(_stage.Aliases, _stage.Alarms, _stage.Metrics).CheckHealth(Stage.At(shifted, 15), Stage.Context);

        Assert.Equal((NextState.Bake, "no alarms are watched, 1 disregarded"), (rollout.Decision.Next, rollout.Steps[0].Reason));
    }

    [Fact]
    public async Task CheckHealth_TheAlarmVanished_RollsBack()
    {
        var shifted = await _stage.ShiftedAsync();
        _stage.Alarms.Readings.Clear();

        var rollout = await new CheckHealthFunction(_stage.Aliases, _stage.Alarms, _stage.Metrics).CheckHealth(Stage.At(shifted, 15), Stage.Context);

        Assert.Equal(NextState.Rollback, rollout.Decision.Next);
        Assert.Contains("alarm errors no longer exists", rollout.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckHealth_SomebodyElseChangedTheAlias_ThrowsAtOnce()
    {
        var shifted = await _stage.ShiftedAsync();
        _stage.Aliases.ChangeBehindItsBack(new("3"));

        await Assert.ThrowsAsync<AliasChanged>(() => new CheckHealthFunction(_stage.Aliases, _stage.Alarms, _stage.Metrics).CheckHealth(Stage.At(shifted, 15), Stage.Context));
    }

    [Fact]
    public async Task CheckHealth_TheReadLagsBehind_IsNoChangeByOthers()
    {
        var shifted = await _stage.ShiftedAsync();
        _stage.Aliases.ReadsLag = true;

        var rollout = await new CheckHealthFunction(_stage.Aliases, _stage.Alarms, _stage.Metrics).CheckHealth(Stage.At(shifted, 15), Stage.Context);

        Assert.Equal(NextState.Bake, rollout.Decision.Next);
    }
}
