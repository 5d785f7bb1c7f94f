using Canary.Functions.Tests.Fakes;
using Canary.Ports;
using Canary.Rollouts;

namespace Canary.Functions.Tests.Checks;

/// <summary>What the checks read, and what becomes of a rollout while AWS takes no calls.</summary>
public class CheckHealthQuotaTests
{
    private const string Approving = """{ "functionName": "orders", "aliasName": "live", "deploymentConfig":"""
        + """ "Canary10Percent5Minutes", "alarms": ["errors"], "analysis": { "onUnreadable": "approve" } }""";

    private readonly Stage _stage = new();

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(59)]
    public async Task CheckHealth_ARolloutOfFiveMinutes_ReadsAllAlarmsButAliasAndMetricsByTheMinute(int phase)
    {
        var rollout = await _stage.ShiftedAsync(seconds: phase);
        var (reads, metrics, alarms) = (_stage.Aliases.Reads, _stage.Metrics.Asked.Count, _stage.Alarms.Calls);

        var (checkedOn, seconds) = await CheckAsync(rollout, phase);

        Assert.Equal((NextState.Promote, phase + 300, 20), (checkedOn.Decision.Next, seconds, _stage.Alarms.Calls - alarms));
        Assert.Equal(4, _stage.Aliases.Reads - reads);
        Assert.InRange(_stage.Metrics.Asked.Count - metrics, 5, 7);
    }

    [Fact]
    public async Task CheckHealth_NoAlarmWasRead_HoldsTheStepAndSaysSo()
    {
        var rollout = await _stage.ShiftedAsync();
        _stage.Alarms.IsThrottled = true;

        var baking = await CheckAsync(rollout, 15, once: true);
        var (over, _) = await CheckAsync(baking.Rollout, 300, once: true);

        Assert.Contains(
            "the alarms could not be read since 2026-01-01T00:00:15Z, for AWS takes no more calls just now",
            baking.Rollout.Reason,
            StringComparison.Ordinal);
        Assert.Equal(NextState.Bake, over.Decision.Next);
        Assert.EndsWith("the bake is over. The step is held until they can be read.", over.Reason, StringComparison.Ordinal);
        Assert.Contains(over.Story, entry => entry.Text.EndsWith(
            "is held until the alarms can be read, for AWS takes no more calls just now.", StringComparison.Ordinal));
        _stage.Alarms.IsThrottled = false;
        Assert.Equal(NextState.Promote, (await CheckAsync(over, 340, once: true)).Rollout.Decision.Next);
    }

    [Theory]
    [InlineData(Stage.Input, NextState.Rollback, false)]
    [InlineData(Approving, NextState.Bake, true)]
    public async Task CheckHealth_NoAlarmIsReadForLong_DoesAsOnUnreadableSays(string input, NextState next, bool asks)
    {
        var rollout = await _stage.ShiftedAsync(input);
        _stage.Alarms.IsThrottled = true;

        var (ended, seconds) = await CheckAsync(rollout, 0);

        Assert.Equal((next, asks), (ended.Decision.Next, ended.Internal.ApprovalRequest is not null));
        Assert.InRange(seconds, 15 + Limits.ThrottledSeconds, 15 + Limits.ThrottledSeconds + 800);
    }

    [Fact]
    public async Task CheckHealth_AnAlarmFiresAfterAWhileInTheDark_GoesBackAtOnce()
    {
        var rollout = await _stage.ShiftedAsync();
        _stage.Alarms.IsThrottled = true;
        var (dark, _) = await CheckAsync(rollout, 15, once: true);
        _stage.Alarms.IsThrottled = false;
        _stage.Alarms.Readings[0] = new("errors", AlarmState.Alarm, "5 > 1");

        Assert.Equal(NextState.Rollback, (await CheckAsync(dark, 45, once: true)).Rollout.Decision.Next);
    }

    [Fact]
    public async Task CheckHealth_TheAliasIsThrottled_GoesOnAndLooksLessOften()
    {
        var rollout = await _stage.ShiftedAsync();
        _stage.Aliases.Throttles = 9;
        var reads = _stage.Aliases.Reads;

        var (first, _) = await CheckAsync(rollout, 60, once: true);
        var (ended, _) = await CheckAsync(first, 60);

        Assert.Contains(
            "; the alias could not be read, for AWS takes no more calls just now", first.Reason, StringComparison.Ordinal);
        Assert.Equal((NextState.Promote, 2), (ended.Decision.Next, _stage.Aliases.Reads - reads));
    }

    [Fact]
    public async Task CheckHealth_TheMetricsAreThrottledForLong_HoldsLongerThanForAnyOtherFault()
    {
        var rollout = await _stage.ShiftedAsync();
        _stage.Metrics.Fault = new(MetricFaultKind.Throttled, "Rate exceeded");

        var (ended, seconds) = await CheckAsync(rollout, 0);

        Assert.Equal((NextState.Rollback, 300 + 900 + Limits.ThrottledSeconds), (ended.Decision.Next, seconds));
    }

    // Checks as the state machine does, until something else comes.
    private async Task<(Rollout Rollout, int Seconds)> CheckAsync(Rollout rollout, int seconds, bool once = false)
    {
        var check = new CheckHealthFunction(_stage.Aliases, _stage.Alarms, _stage.Metrics, _stage.Teller);
        do
        {
            if (!once) seconds += rollout.Decision.WaitSeconds;
            rollout = await check.CheckHealth(Stage.At(rollout, seconds), Stage.Context);
        }
        while (!once && rollout is { Decision.Next: NextState.Bake, Internal.ApprovalRequest: null });
        return (rollout, seconds);
    }
}
