using Amazon.Lambda.Model;
using Amazon.StepFunctions;
using Canary.EndToEnd.Tests.Stage;
using Canary.Rollouts;
using Canary.Statistics;

namespace Canary.EndToEnd.Tests;

/// <summary>Whole rollouts, from the execution's input to its output.</summary>
[Collection(nameof(Laptop))]
public class RolloutTests(Laptop laptop)
{
    [Fact]
    public async Task Rollout_AGoodVersion_IsPromoted()
    {
        var target = await laptop.NewTargetAsync();
        var alarm = await laptop.NewAlarmAsync($"{target.Name}-errors");

        var ending = await laptop.RunAsync(target.Input($$""" "deploymentConfig": "Canary10Percent5Minutes","""
            + $$""" "alarms": ["{{alarm}}"], "description": "build 2" """));

        Assert.Equal(ExecutionStatus.SUCCEEDED, ending.Execution.Status);
        Assert.Equal(
            (Outcome.Promoted, "1", "2"),
            (ending.Rollout.Outcome, ending.Rollout.StableVersion, ending.Rollout.CandidateVersion));
        Assert.Equal("2", await target.AliasAsync());
        Assert.Equal(20, ending.Rollout.Steps[0].Checks);
        Assert.InRange((ending.Rollout.Steps[0].EndedAt - ending.Rollout.Steps[0].StartedAt)!.Value.TotalSeconds, 300, 315);
    }

    [Theory]
    [InlineData("Canary10Percent5Minutes", 20, 1)]
    [InlineData("Linear10PercentEvery1Minute", 36, 9)]
    [InlineData("AllAtOnce", 0, 0)]
    public async Task Rollout_APromotion_CostsWhatIsPromised(string config, int checks, int shifts)
    {
        var target = await laptop.NewTargetAsync();

        var ending = await laptop.RunAsync(target.Input($$""" "deploymentConfig": "{{config}}" """));

        Assert.Equal("2", await target.AliasAsync());
        Assert.Equal(checks, ending.Count(HistoryEventType.WaitStateEntered));
        Assert.Equal(3 * checks + shifts + 9, ending.States.Count);
        Assert.InRange(
            ending.Events.Count, 1, HistoryBudget.Events(ending.Rollout.Steps, ending.Rollout.Plan.CheckIntervalSeconds));
    }

    [Fact]
    public async Task Rollout_AVersionThatFails_IsRolledBackByItsAlarm()
    {
        var target = await laptop.NewTargetAsync(errorRate: "0.2");
        await laptop.CloudWatch.PutMetricAlarmAsync(new Amazon.CloudWatch.Model.PutMetricAlarmRequest
        {
            AlarmName = $"{target.Name}-live-errors",
            Namespace = "AWS/Lambda",
            MetricName = "Errors",
            Dimensions =
            [
                new() { Name = "FunctionName", Value = target.Name },
                new() { Name = "Resource", Value = $"{target.Name}:live" },
            ],
            Statistic = Amazon.CloudWatch.Statistic.Sum,
            Period = 60,
            EvaluationPeriods = 1,
            Threshold = 2,
            ComparisonOperator = Amazon.CloudWatch.ComparisonOperator.GreaterThanThreshold,
            TreatMissingData = "notBreaching",
        });
        var execution = await laptop.StartAsync(target.Input(
            $$""" "steps": [{ "weight": 50, "bakeSeconds": 600 }], "alarms": ["{{target.Name}}-live-errors"],"""
            + $$""" "analysis": false """));
        var users = target.CallAsync(2, laptop.Aws.StepFunctions.WhenEndedAsync(execution));

        var ending = await laptop.EndAsync(execution);
        await laptop.Clock.RunUntilAsync(users);

        Assert.Equal((ExecutionStatus.FAILED, "RolledBack"), (ending.Execution.Status, ending.Execution.Error));
        Assert.Equal("1", await target.AliasAsync());
        Assert.Contains(
            $"alarm {target.Name}-live-errors is in ALARM: Threshold Crossed", ending.Rollout.Reason, StringComparison.Ordinal);
        Assert.InRange((ending.Rollout.Steps[0].EndedAt - ending.Rollout.Steps[0].StartedAt)!.Value.TotalSeconds, 15, 150);
    }

    [Theory]
    [InlineData(0, "1 + 2:0.1")]
    [InlineData(1, "1 + 2:0.5")]
    [InlineData(2, "1 + 2:1")]
    public async Task Rollout_AnAlarmInAnyStep_GivesTheStableVersionEverything(int step, string shifted)
    {
        var target = await laptop.NewTargetAsync();
        var alarm = await laptop.NewAlarmAsync($"{target.Name}-errors");
        var execution = await laptop.StartAsync(target.Input($$"""
            "steps": [{ "weight": 10, "bakeSeconds": 300 }, { "weight": 50, "bakeSeconds": 300 },
            { "weight": 100, "bakeSeconds": 300 }], "alarms": ["{{alarm}}"]
            """));
        await laptop.PassAsync(TimeSpan.FromSeconds(300 * step + 100));
        Assert.Equal(shifted, await target.AliasAsync());
        await laptop.BreachAsync(alarm);

        var ending = await laptop.EndAsync(execution);

        Assert.Equal((Outcome.RolledBack, step), (ending.Rollout.Outcome, ending.Rollout.Internal.CurrentStep));
        Assert.Equal(HealthState.Unhealthy, ending.Rollout.Steps[step].Health);
        Assert.Equal("1", await target.AliasAsync());
    }

    [Fact]
    public async Task Rollout_AnAlarmThatVanishes_IsABreach()
    {
        var target = await laptop.NewTargetAsync();
        var alarm = await laptop.NewAlarmAsync($"{target.Name}-errors");
        var execution = await laptop.StartAsync(
            target.Input($$""" "deploymentConfig": "Canary10Percent5Minutes", "alarms": ["{{alarm}}"] """));
        await laptop.PassAsync(TimeSpan.FromSeconds(60));
        await laptop.CloudWatch.DeleteAlarmsAsync(new Amazon.CloudWatch.Model.DeleteAlarmsRequest { AlarmNames = [alarm] });

        var ending = await laptop.EndAsync(execution);

        Assert.Equal(Outcome.RolledBack, ending.Rollout.Outcome);
        Assert.Contains("no longer exists", ending.Rollout.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rollout_ACompositeAlarm_IsWatchedToo()
    {
        var target = await laptop.NewTargetAsync();
        var child = await laptop.NewAlarmAsync($"{target.Name}-child");
        await laptop.CloudWatch.PutCompositeAlarmAsync(new Amazon.CloudWatch.Model.PutCompositeAlarmRequest
        {
            AlarmName = $"{target.Name}-any",
            AlarmRule = $"ALARM(\"{child}\")",
        });
        var execution = await laptop.StartAsync(
            target.Input($$""" "deploymentConfig": "Canary10Percent5Minutes", "alarms": ["{{target.Name}}-any"] """));
        await laptop.PassAsync(TimeSpan.FromSeconds(100));
        await laptop.BreachAsync(child);

        var ending = await laptop.EndAsync(execution);

        Assert.Equal(Outcome.RolledBack, ending.Rollout.Outcome);
        Assert.Equal("1", await target.AliasAsync());
    }

    [Theory]
    [InlineData(""" "targetVersion": "1", "deploymentConfig": "AllAtOnce" """)]
    [InlineData(""" "deploymentConfig": "CodeDeployDefault.LambdaCanary10Percent5Minutes" """)]
    public async Task Rollout_NothingHasChanged_IsASuccessThatSaysSo(string more)
    {
        var target = await laptop.NewTargetAsync();
        // $LATEST as version 1 is: then there is nothing to publish either.
        await target.SetAliasAsync(
            (await laptop.Lambda.PublishVersionAsync(new PublishVersionRequest { FunctionName = target.Name })).Version);
        if (more.Contains("targetVersion", StringComparison.Ordinal)) await target.SetAliasAsync("1");
        var before = await target.AliasAsync();

        var ending = await laptop.RunAsync(target.Input(more));

        Assert.Equal((ExecutionStatus.SUCCEEDED, Outcome.NothingToDo), (ending.Execution.Status, ending.Rollout.Outcome));
        Assert.Contains("Nothing to do: ", ending.Rollout.Reason, StringComparison.Ordinal);
        Assert.Equal(before, await target.AliasAsync());
    }

    [Fact]
    public async Task Rollout_ATargetVersion_IsReleasedWithoutPublishing()
    {
        var target = await laptop.NewTargetAsync();
        await laptop.Lambda.PublishVersionAsync(new PublishVersionRequest { FunctionName = target.Name });

        var ending =
            await laptop.RunAsync(target.Input(""" "targetVersion": "2", "steps": [{ "weight": 0.5, "bakeSeconds": 30 }] """));

        Assert.Equal((Outcome.Promoted, "2"), (ending.Rollout.Outcome, await target.AliasAsync()));
    }

    [Fact]
    public async Task Rollout_TheFirstOne_CreatesTheAlias()
    {
        var target = await laptop.NewTargetAsync();
        await laptop.Lambda.DeleteAliasAsync(new DeleteAliasRequest { FunctionName = target.Name, Name = "live" });

        var ending =
            await laptop.RunAsync(target.Input(""" "createAlias": true, "deploymentConfig": "Canary10Percent5Minutes" """));

        Assert.Equal(
            (ExecutionStatus.SUCCEEDED, Outcome.Created, "2"),
            (ending.Execution.Status, ending.Rollout.Outcome, await target.AliasAsync()));
        Assert.Equal([
            "PlanRollout", "Decide", "PublishVersion", "AwaitVersion", "Decide", "CreateAlias", "Decide", "FreeAlias",
            "Succeeded",
        ], ending.States);
    }

    [Fact]
    public async Task Rollout_RightAfterAnUpdate_WaitsUntilItCanPublish()
    {
        var target = await laptop.NewTargetAsync();
        laptop.Aws.Lambda.SetLifecycle(
            target.Name, new Canary.Local.Lambda.Model.FunctionLifecycle { UpdateDelay = TimeSpan.FromMinutes(3) });
        await laptop.Lambda.UpdateFunctionConfigurationAsync(new() { FunctionName = target.Name, MemorySize = 256 });

        var ending = await laptop.RunAsync(target.Input(""" "deploymentConfig": "AllAtOnce" """));

        Assert.Equal((Outcome.Promoted, "2"), (ending.Rollout.Outcome, await target.AliasAsync()));
        Assert.NotEqual(0, ending.Count(HistoryEventType.TaskFailed));
    }

    [Fact]
    public async Task Rollout_AVersionThatIsSlowToBecomeActive_IsWaitedFor()
    {
        var target = await laptop.NewTargetAsync();
        laptop.Aws.Lambda.SetLifecycle(
            target.Name, new Canary.Local.Lambda.Model.FunctionLifecycle { PublishDelay = TimeSpan.FromMinutes(3) });

        var ending = await laptop.RunAsync(target.Input(""" "deploymentConfig": "AllAtOnce" """));

        Assert.Equal((Outcome.Promoted, "2"), (ending.Rollout.Outcome, await target.AliasAsync()));
        Assert.NotEqual(0, ending.Count(HistoryEventType.TaskFailed));
    }
}
