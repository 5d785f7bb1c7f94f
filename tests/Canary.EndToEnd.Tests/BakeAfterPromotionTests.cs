using Amazon.StepFunctions;
using Canary.EndToEnd.Tests.Stage;
using Canary.Rollouts;

namespace Canary.EndToEnd.Tests;

/// <summary>What is watched when the candidate has all traffic already.</summary>
[Collection(nameof(Laptop))]
public class BakeAfterPromotionTests(Laptop laptop)
{
    [Fact]
    public async Task Bake_QuietAfterThePromotion_Succeeds()
    {
        var target = await laptop.NewTargetAsync();
        var alarm = await laptop.NewAlarmAsync($"{target.Name}-errors");
        var execution = await laptop.StartAsync(
            target.Input($$""" "deploymentConfig": "AllAtOnce", "bakeAfterPromotionSeconds": 100, "alarms": ["{{alarm}}"] """));
        await laptop.PassAsync(TimeSpan.FromSeconds(50));
        Assert.Equal("2", await target.AliasAsync());

        var ending = await laptop.EndAsync(execution);

        Assert.Equal((ExecutionStatus.SUCCEEDED, Outcome.Promoted), (ending.Execution.Status, ending.Rollout.Outcome));
        Assert.Equal(7, ending.Rollout.Steps[1].Checks);
        Assert.Equal("2", await target.AliasAsync());
        Assert.InRange(
            ending.Events.Count, 1, HistoryBudget.Events(ending.Rollout.Steps, ending.Rollout.Plan.CheckIntervalSeconds));
    }

    [Fact]
    public async Task Bake_AnAlarmAfterThePromotion_GivesTheStableVersionEverything()
    {
        var target = await laptop.NewTargetAsync();
        var alarm = await laptop.NewAlarmAsync($"{target.Name}-errors");
        var execution = await laptop.StartAsync(
            target.Input($$""" "deploymentConfig": "AllAtOnce", "bakeAfterPromotionSeconds": 600, "alarms": ["{{alarm}}"] """));
        await laptop.PassAsync(TimeSpan.FromSeconds(100));
        await laptop.BreachAsync(alarm);

        var ending = await laptop.EndAsync(execution);

        Assert.Equal((ExecutionStatus.FAILED, "RolledBack"), (ending.Execution.Status, ending.Execution.Error));
        Assert.Contains(
            $" (version 2 rejected): after the promotion: alarm {alarm} is in ALARM",
            ending.Rollout.Reason,
            StringComparison.Ordinal);
        Assert.Equal("1", await target.AliasAsync());
    }
}
