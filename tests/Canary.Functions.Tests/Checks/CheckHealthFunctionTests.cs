using Canary.Errors;
using Canary.Functions.Tests.Fakes;
using Canary.Ports;
using Canary.Rollouts;
using Canary.Statistics;

namespace Canary.Functions.Tests.Checks;

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

        var rollout = await new CheckHealthFunction(_stage.Aliases, _stage.Alarms, _stage.Metrics, _stage.Teller)
            .CheckHealth(Stage.At(shifted, 15), Stage.Context);

        Assert.Equal((next, 2), (rollout.Decision.Next, _stage.Alarms.Calls));
    }

    [Fact]
    public async Task CheckHealth_TheCandidateFailsMore_RollsBackByOneReading()
    {
        _stage.Metrics.Value = Failing(".1");
        var shifted = await _stage.ShiftedAsync();
        var before = _stage.Metrics.Asked.Count;

        var rollout = await new CheckHealthFunction(_stage.Aliases, _stage.Alarms, _stage.Metrics, _stage.Teller)
            .CheckHealth(Stage.At(shifted, 255), Stage.Context);

        Assert.Equal((NextState.Rollback, 1), (rollout.Decision.Next, _stage.Metrics.Asked.Count - before));
        Assert.Contains("candidate 10 of 100 requests failed, stable 0 of 100; ", rollout.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckHealth_BothFailTheSame_BakesOn()
    {
        _stage.Metrics.Value = Failing(".1", ".1");
        var shifted = await _stage.ShiftedAsync();

        var rollout = await new CheckHealthFunction(_stage.Aliases, _stage.Alarms, _stage.Metrics, _stage.Teller)
            .CheckHealth(Stage.At(shifted, 75), Stage.Context);

        Assert.Equal(NextState.Bake, rollout.Decision.Next);
    }

    [Fact]
    public async Task CheckHealth_AnAlarmFiresThoughTheCandidateIsHealthy_TheAlarmWins()
    {
        _stage.Metrics.Value = Failing("0");
        var shifted = await _stage.ShiftedAsync();
        _stage.Alarms.Readings[0] = new("errors", AlarmState.Alarm, "5 > 1");

        var rollout = await new CheckHealthFunction(_stage.Aliases, _stage.Alarms, _stage.Metrics, _stage.Teller)
            .CheckHealth(Stage.At(shifted, 15), Stage.Context);

        Assert.Equal(
            (NextState.Rollback, "Step 1 of 2 at 10 %: alarm errors is in ALARM: 5 > 1."),
            (rollout.Decision.Next, rollout.Reason));
    }

    [Theory]
    [InlineData(MetricFaultKind.Unavailable)]
    [InlineData(MetricFaultKind.Denied)]
    [InlineData(MetricFaultKind.Invalid)]
    public async Task CheckHealth_TheMetricsCannotBeRead_IsNeitherHealthyNorARollback(MetricFaultKind kind)
    {
        var shifted = await _stage.ShiftedAsync();
        _stage.Metrics.Fault = new(kind, "Rate exceeded");

        var baking = await new CheckHealthFunction(_stage.Aliases, _stage.Alarms, _stage.Metrics, _stage.Teller)
            .CheckHealth(Stage.At(shifted, 15), Stage.Context);
        var over = await new CheckHealthFunction(_stage.Aliases, _stage.Alarms, _stage.Metrics, _stage.Teller)
            .CheckHealth(Stage.At(baking, 300), Stage.Context);

        Assert.Equal((HealthState.Inconclusive, NextState.Bake), (over.Steps[0].Health, over.Decision.Next));
        Assert.Contains(
            "the metrics could not be read: Rate exceeded; 1 of 1 alarms OK; the bake is over. "
            + "The step is held for up to 960 s more", over.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MetricFaultKind.Unavailable)]
    [InlineData(MetricFaultKind.Denied)]
    [InlineData(MetricFaultKind.Invalid)]
    public async Task CheckHealth_TheMetricsCanNeverBeRead_GoesBackInTheEnd(MetricFaultKind kind)
    {
        var rollout = await _stage.ShiftedAsync();
        _stage.Metrics.Fault = new(kind, "Rate exceeded");
        var (check, seconds) = (new CheckHealthFunction(_stage.Aliases, _stage.Alarms, _stage.Metrics, _stage.Teller), 0);
        do
        {
            seconds += rollout.Decision.WaitSeconds;
            rollout = await check.CheckHealth(Stage.At(rollout, seconds), Stage.Context);
        }
        while (rollout.Decision.Next == NextState.Bake);

        Assert.Equal((NextState.Rollback, 300 + 960), (rollout.Decision.Next, seconds));
        Assert.EndsWith("onUnreadable says to roll back then.", rollout.Reason, StringComparison.Ordinal);
        Assert.Contains(rollout.Story, entry => entry.Text.EndsWith("not be read: Rate exceeded.", StringComparison.Ordinal));
        Assert.Contains(rollout.Warnings!, text => text.EndsWith("not be read: Rate exceeded.", StringComparison.Ordinal));
    }

    // A hundred requests of each version a minute.
    private static Func<string?, string, string, DateTimeOffset, double?> Failing(string candidate, string stable = "0") =>
        (version, metric, stat, time) => (metric, stat) switch
        {
            _ when version == "4" && time < Stage.Time => null,
            ("Invocations", "Sum") or ("Errors" or "Duration", "SampleCount") => 100,
            ("Errors", "Sum") =>
                100 * double.Parse(version == "4" ? candidate : stable, System.Globalization.CultureInfo.InvariantCulture),
            _ => null,
        };

    [Fact]
    public async Task CheckHealth_TheAlarmWasInAlarmBefore_IsDisregardedUntilItHasBeenOk()
    {
        _stage.Alarms.Readings[0] = new("errors", AlarmState.Alarm, "5 > 1");
        var shifted = await _stage.ShiftedAsync(
            Stage.Input.Replace("}", """, "allowAlarmsInAlarm": ["errors"], "analysis": false }""", StringComparison.Ordinal));

        var rollout = await new CheckHealthFunction(_stage.Aliases, _stage.Alarms, _stage.Metrics, _stage.Teller)
            .CheckHealth(Stage.At(shifted, 15), Stage.Context);

        Assert.Equal((NextState.Bake, "no alarms are watched, 1 disregarded"), (rollout.Decision.Next, rollout.Steps[0].Reason));

        _stage.Alarms.Readings[0] = new("errors", AlarmState.Ok, null);
        var recovered = await new CheckHealthFunction(_stage.Aliases, _stage.Alarms, _stage.Metrics, _stage.Teller)
            .CheckHealth(Stage.At(rollout, 30), Stage.Context);
        _stage.Alarms.Readings[0] = new("errors", AlarmState.Alarm, "6 > 1");
        var again = await new CheckHealthFunction(_stage.Aliases, _stage.Alarms, _stage.Metrics, _stage.Teller)
            .CheckHealth(Stage.At(recovered, 45), Stage.Context);

        Assert.Equal((NextState.Bake, "1 of 1 alarms OK"), (recovered.Decision.Next, recovered.Steps[0].Reason));
        Assert.Equal(
            (NextState.Rollback, "Step 1 of 2 at 10 %: alarm errors is in ALARM: 6 > 1."),
            (again.Decision.Next, again.Reason));
    }

    [Fact]
    public async Task CheckHealth_TheAlarmVanished_RollsBack()
    {
        var shifted = await _stage.ShiftedAsync();
        _stage.Alarms.Readings.Clear();

        var rollout = await new CheckHealthFunction(_stage.Aliases, _stage.Alarms, _stage.Metrics, _stage.Teller)
            .CheckHealth(Stage.At(shifted, 15), Stage.Context);

        Assert.Equal(NextState.Rollback, rollout.Decision.Next);
        Assert.Contains("alarm errors no longer exists", rollout.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckHealth_SomebodyElseChangedTheAlias_ThrowsWithinAMinute()
    {
        var shifted = await _stage.ShiftedAsync();
        _stage.Aliases.ChangeBehindItsBack(new("3"));

        var check = new CheckHealthFunction(_stage.Aliases, _stage.Alarms, _stage.Metrics, _stage.Teller);
        await Assert.ThrowsAsync<AliasChanged>(() => check.CheckHealth(Stage.At(shifted, 60), Stage.Context));
    }

    [Fact]
    public async Task CheckHealth_TheReadLagsBehind_IsNoChangeByOthers()
    {
        var shifted = await _stage.ShiftedAsync();
        _stage.Aliases.ReadsLag = true;

        var rollout = await new CheckHealthFunction(_stage.Aliases, _stage.Alarms, _stage.Metrics, _stage.Teller)
            .CheckHealth(Stage.At(shifted, 60), Stage.Context);

        Assert.Equal(NextState.Bake, rollout.Decision.Next);
    }
}
