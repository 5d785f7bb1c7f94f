using Amazon.Lambda.Model;
using Amazon.StepFunctions;
using Canary.EndToEnd.Tests.Stage;
using Canary.Local.Lambda.Model;
using Canary.Rollouts;

namespace Canary.EndToEnd.Tests;

/// <summary>An alias with provisioned concurrency, which Lambda shifts by itself once more after the promotion.</summary>
[Collection(nameof(Laptop))]
public class ProvisionedConcurrencyTests(Laptop laptop)
{
    private async Task<Target> NewTargetAsync()
    {
        var target = await laptop.NewTargetAsync();
        await laptop.Lambda.PutProvisionedConcurrencyConfigAsync(
            new PutProvisionedConcurrencyConfigRequest
            {
                FunctionName = target.Name,
                Qualifier = "live",
                ProvisionedConcurrentExecutions = 2,
            });
        laptop.Aws.Lambda.SetLifecycle(target.Name, new FunctionLifecycle { ProvisioningDelay = TimeSpan.FromMinutes(6) });
        return target;
    }

    private async Task<(int?, string)> ProvisionedAsync(Target target)
    {
        var found = await laptop.Lambda.GetProvisionedConcurrencyConfigAsync(
            new GetProvisionedConcurrencyConfigRequest { FunctionName = target.Name, Qualifier = "live" });
        return (found.RequestedProvisionedConcurrentExecutions, found.Status.Value);
    }

    [Fact]
    public async Task Rollout_RaisedForItsTime_WaitsForLambdasOwnShiftAndPutsItBack()
    {
        var target = await NewTargetAsync();

        var ending = await laptop.RunAsync(
            target.Input(""" "deploymentConfig": "Canary10Percent5Minutes", "provisionedConcurrency": 4 """));

        Assert.Equal(
            (ExecutionStatus.SUCCEEDED, Outcome.Promoted, "2"),
            (ending.Execution.Status, ending.Rollout.Outcome, await target.AliasAsync()));
        Assert.Equal(2, (await ProvisionedAsync(target)).Item1);
        Assert.Equal(
            ["RaiseConcurrency", "AwaitConcurrency", "Decide", "ShiftWeight"],
            ending.States.SkipWhile(state => state != "RaiseConcurrency").Take(4));
        Assert.Equal(
            ["Promote", "Decide", "AwaitPromotion", "Decide", "FreeAlias", "Succeeded"],
            ending.States.SkipWhile(state => state != "Promote"));
        Assert.InRange((ending.Rollout.Story[^1].At - ending.Rollout.Internal.PromotedAt)!.Value.TotalMinutes, 6, 7);
        Assert.InRange(ending.Events.Count, 1, HistoryBudget.Events(
            ending.Rollout.Steps, ending.Rollout.Plan.CheckIntervalSeconds)
            + HistoryBudget.ForRetries);
    }

    [Theory]
    [InlineData(""" "targetVersion": "2", """, Outcome.Refused)]
    [InlineData("", Outcome.Failed)]
    public async Task Rollout_OfAVersionThatAnotherAliasProvisions_EndsBeforeAnyTrafficAndNamesIt(string more, Outcome outcome)
    {
        var target = await NewTargetAsync();
        await laptop.Lambda.PublishVersionAsync(new PublishVersionRequest { FunctionName = target.Name });
        await laptop.Lambda.CreateAliasAsync(
            new CreateAliasRequest { FunctionName = target.Name, Name = "blue", FunctionVersion = "2" });
        await laptop.Lambda.PutProvisionedConcurrencyConfigAsync(
            new PutProvisionedConcurrencyConfigRequest
            {
                FunctionName = target.Name,
                Qualifier = "blue",
                ProvisionedConcurrentExecutions = 1,
            });

        var ending = await laptop.RunAsync(target.Input($$"""{{more}} "deploymentConfig": "Canary10Percent5Minutes" """));

        Assert.Equal((outcome, "1"), (ending.Rollout.Outcome, await target.AliasAsync()));
        Assert.Contains("Version 2 is provisioned for the alias \"blue\"", ending.Rollout.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("ShiftWeight", ending.States);
    }

    [Fact]
    public async Task Rollout_ACandidateThatCannotBeProvisioned_IsRolledBackAndTheAliasIsFree()
    {
        var target = await NewTargetAsync();
        await laptop.Lambda.PublishVersionAsync(new PublishVersionRequest { FunctionName = target.Name });
        laptop.Aws.Lambda.SetInitialization(target.Name, "2", fails: true);

        var ending = await laptop.RunAsync(target.Input(""" "deploymentConfig": "AllAtOnce", "targetVersion": "2" """));

        Assert.Equal((Outcome.Failed, "1"), (ending.Rollout.Outcome, await target.AliasAsync()));
        Assert.Equal("PromotionFailed", ending.Rollout.Error?.Error);
        Assert.Contains("FUNCTION_ERROR_INIT_FAILURE", ending.Rollout.Reason, StringComparison.Ordinal);
        await laptop.PassAsync(TimeSpan.FromMinutes(7));
        Assert.Equal((2, "READY"), await ProvisionedAsync(target));
    }

    [Fact]
    public async Task Rollout_AnAlarmAfterThePromotion_EndsOnlyWhenTheStableVersionServesEverything()
    {
        var target = await NewTargetAsync();
        var alarm = await laptop.NewAlarmAsync($"{target.Name}-errors");
        var execution = await laptop.StartAsync(
            target.Input($$""" "deploymentConfig": "AllAtOnce", "bakeAfterPromotionSeconds": 600, "alarms": ["{{alarm}}"] """));
        await laptop.PassAsync(TimeSpan.FromMinutes(8));
        Assert.Equal("2", await target.AliasAsync());
        await laptop.BreachAsync(alarm);

        var ending = await laptop.EndAsync(execution);

        Assert.Equal((Outcome.RolledBack, "1"), (ending.Rollout.Outcome, await target.AliasAsync()));
        Assert.Equal((2, "READY"), await ProvisionedAsync(target));
        Assert.InRange(ending.Count(HistoryEventType.TaskFailed), 10, 60);
    }

    [Fact]
    public async Task Rollout_AnAlarmWhileTheTrafficIsSplit_PutsTheRaiseBackAtOnce()
    {
        var target = await NewTargetAsync();
        var alarm = await laptop.NewAlarmAsync($"{target.Name}-errors");
        var execution = await laptop.StartAsync(
            target.Input(
                $$""" "deploymentConfig": "Canary10Percent5Minutes", "provisionedConcurrency": 4, "alarms": ["{{alarm}}"] """));
        await laptop.PassAsync(TimeSpan.FromMinutes(8));
        Assert.Equal("1 + 2:0.1", await target.AliasAsync());
        await laptop.BreachAsync(alarm);

        var ending = await laptop.EndAsync(execution);

        Assert.Equal(
            (Outcome.RolledBack, "1", 2),
            (ending.Rollout.Outcome, await target.AliasAsync(), (await ProvisionedAsync(target)).Item1));
    }

    [Fact]
    public async Task Stop_WhileTheTrafficIsSplit_PutsTheRaiseBack()
    {
        var target = await NewTargetAsync();
        var execution = await laptop.StartAsync(
            target.Input(""" "deploymentConfig": "Canary10Percent5Minutes", "provisionedConcurrency": 4 """));
        await laptop.PassAsync(TimeSpan.FromMinutes(8));
        Assert.Equal("1 + 2:0.1", await target.AliasAsync());

        await laptop.StepFunctions.StopExecutionAsync(new() { ExecutionArn = execution });
        await laptop.EndAsync(execution);
        await laptop.PassAsync(TimeSpan.FromMinutes(6));

        Assert.Equal(("1", 2), (await target.AliasAsync(), (await ProvisionedAsync(target)).Item1));
    }
}
