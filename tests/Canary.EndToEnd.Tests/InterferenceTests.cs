using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Canary.EndToEnd.Tests.Stage;
using Canary.Rollouts;

namespace Canary.EndToEnd.Tests;

/// <summary>Crashes, Stop, and other people.</summary>
[Collection(nameof(Laptop))]
public class InterferenceTests(Laptop laptop)
{
    [Theory]
    [InlineData("HoldAlias", Outcome.Failed)]
    [InlineData("PublishVersion", Outcome.Failed)]
    [InlineData("AwaitVersion", Outcome.Failed)]
    [InlineData("ShiftWeight", Outcome.Failed)]
    [InlineData("CheckHealth", Outcome.Failed)]
    [InlineData("Promote", Outcome.Failed)]
    [InlineData("FreeAlias", Outcome.Failed)]
    public async Task Crash_OfALambda_EndsAtTheStableVersion(string state, Outcome outcome)
    {
        var target = await laptop.NewTargetAsync();
        using var broken = laptop.Break(state);

        // What comes after the promotion brings FreeAlias.
        var after = state == "FreeAlias" ? 30 : 0;
        var ending = await laptop.RunAsync(target.Input(
            $$""" "steps": [{ "weight": 10, "bakeSeconds": 30 }], "bakeAfterPromotionSeconds": {{after}} """));

        Assert.Equal((ExecutionStatus.FAILED, outcome.ToString()), (ending.Execution.Status, ending.Execution.Error));
        Assert.Equal("Runtime.ExitError", ending.Rollout.Error!.Error);
        Assert.Equal("1", await target.AliasAsync());
    }

    [Fact]
    public async Task Crash_OfPlanRollout_TouchesNothing()
    {
        var target = await laptop.NewTargetAsync();
        using var broken = laptop.Break("PlanRollout");

        var ending = await laptop.RunAsync(target.Input(""" "deploymentConfig": "AllAtOnce" """));

        Assert.Equal("Runtime.ExitError", ending.Execution.Error);
        Assert.Equal("1", await target.AliasAsync());
    }

    [Fact]
    public async Task Crash_OfRollbackForGood_SaysLoudlyWhereToLook()
    {
        var target = await laptop.NewTargetAsync();
        using var check = laptop.Break("CheckHealth");
        using var back = laptop.Break("Rollback");

        var ending = await laptop.RunAsync(target.Input(""" "steps": [{ "weight": 10, "bakeSeconds": 30 }] """));

        Assert.Equal("RollbackFailed", ending.Execution.Error);
        Assert.StartsWith(
            $"The alias live of {target.Name} could not be given back to version 1:",
            ending.Execution.Cause,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Crash_ThatPasses_IsRetriedAndForgotten()
    {
        var target = await laptop.NewTargetAsync();
        var broken = laptop.Break("ShiftWeight");
        var execution = await laptop.StartAsync(target.Input(""" "steps": [{ "weight": 10, "bakeSeconds": 30 }] """));
        await laptop.PassAsync(TimeSpan.FromMilliseconds(1));
        broken.Dispose();

        var ending = await laptop.EndAsync(execution);

        Assert.Equal((Outcome.Promoted, "2"), (ending.Rollout.Outcome, await target.AliasAsync()));
        Assert.NotEqual(0, ending.Count(HistoryEventType.TaskFailed));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(400)]
    public async Task Stop_AtAnyMoment_EndsTheExecutionAtOnceAndGivesTheStableVersionBack(int afterSeconds)
    {
        var target = await laptop.NewTargetAsync();
        var execution = await laptop.StartAsync(
            target.Input(""" "steps": [{ "weight": 10, "bakeSeconds": 300 }, { "weight": 50, "bakeSeconds": 300 }] """));
        if (afterSeconds > 0) await laptop.PassAsync(TimeSpan.FromSeconds(afterSeconds));

        await laptop.StepFunctions.StopExecutionAsync(
            new StopExecutionRequest { ExecutionArn = execution, Error = "Operator", Cause = "a test" });
        var ending = await laptop.EndAsync(execution);
        await laptop.PassAsync(TimeSpan.FromSeconds(5));

        Assert.Equal(
            (ExecutionStatus.ABORTED, "Operator", "a test"),
            (ending.Execution.Status, ending.Execution.Error, ending.Execution.Cause));
        Assert.Equal("1", await target.AliasAsync());
        Assert.Equal(
            Outcome.Promoted,
            (await laptop.RunAsync(target.Input(""" "deploymentConfig": "AllAtOnce" """))).Rollout.Outcome);
    }

    [Fact]
    public async Task Stop_ThenRedriven_RereadsAndRefuses()
    {
        var target = await laptop.NewTargetAsync();
        var execution = await laptop.StartAsync(target.Input(""" "steps": [{ "weight": 10, "bakeSeconds": 300 }] """));
        await laptop.PassAsync(TimeSpan.FromSeconds(60));
        await laptop.StepFunctions.StopExecutionAsync(new StopExecutionRequest { ExecutionArn = execution });
        await laptop.PassAsync(TimeSpan.FromSeconds(10));

        laptop.Aws.StepFunctions.RedriveExecution(execution);
        var ending = await laptop.EndAsync(execution);

        Assert.Equal(("AliasChanged", "1"), (ending.Execution.Error, await target.AliasAsync()));
    }

    [Fact]
    public async Task Start_WhileAnotherRolloutHoldsTheAlias_IsRefusedAndNamesIt()
    {
        var target = await laptop.NewTargetAsync();
        var execution = await laptop.StartAsync(target.Input(""" "steps": [{ "weight": 10, "bakeSeconds": 300 }] """));
        await laptop.PassAsync(TimeSpan.FromSeconds(60));

        var next = await laptop.RunAsync(target.Input(""" "deploymentConfig": "AllAtOnce" """));

        Assert.Equal((Outcome.RolloutInProgress, execution), (next.Rollout.Outcome, next.Rollout.HeldBy));
        Assert.Contains("version 1, and 10 % to version 2", next.Rollout.Reason, StringComparison.Ordinal);
        await laptop.EndAsync(execution);
    }

    [Theory]
    [InlineData("1", null)]
    [InlineData("2", null)]
    [InlineData("1", 0.7)]
    public async Task Interference_SomebodyElseChangesTheAlias_StopsAndStays(string version, double? weight)
    {
        var target = await laptop.NewTargetAsync();
        var execution = await laptop.StartAsync(
            target.Input(""" "steps": [{ "weight": 10, "bakeSeconds": 60 }, { "weight": 50, "bakeSeconds": 60 }] """));
        await laptop.PassAsync(TimeSpan.FromSeconds(30));
        await target.SetAliasAsync(version, weight is { } w ? new() { ["2"] = w } : null);
        var theirs = await target.AliasAsync();

        var ending = await laptop.EndAsync(execution);

        Assert.Equal("AliasChanged", ending.Execution.Error);
        Assert.Equal(theirs, await target.AliasAsync());
    }

    [Fact]
    public async Task Interference_SomebodyElseEditsTheDescription_StopsAndTakesItsOwnWeightBack()
    {
        var target = await laptop.NewTargetAsync();
        var execution = await laptop.StartAsync(
            target.Input(""" "steps": [{ "weight": 10, "bakeSeconds": 60 }, { "weight": 50, "bakeSeconds": 60 }] """));
        await laptop.PassAsync(TimeSpan.FromSeconds(30));
        await laptop.Lambda.UpdateAliasAsync(new() { FunctionName = target.Name, Name = "live", Description = "orders, live" });

        var ending = await laptop.EndAsync(execution);

        Assert.Equal(("AliasChanged", "AliasChanged"), (ending.Execution.Error, ending.Rollout.Error!.Error));
        Assert.Equal("1", await target.AliasAsync());
    }

    [Theory]
    [InlineData(10)]
    [InlineData(20)]
    public async Task Interference_TwoRolloutsOfOneAliasAtTheSameMoment_OneGoesOnAndTheOtherNamesIt(int weightOfTheSecond)
    {
        var target = await laptop.NewTargetAsync();
        var first = await laptop.StartAsync(target.Input(""" "steps": [{ "weight": 10, "bakeSeconds": 60 }] """));
        var second =
            await laptop.StartAsync(target.Input($$""" "steps": [{ "weight": {{weightOfTheSecond}}, "bakeSeconds": 60 }] """));

        Rollout[] endings = [(await laptop.EndAsync(first)).Rollout, (await laptop.EndAsync(second)).Rollout];

        var winner = Assert.Single(endings, rollout => rollout.Outcome == Outcome.Promoted);
        var other = Assert.Single(endings, rollout => rollout.Outcome == Outcome.RolloutInProgress);
        Assert.Equal(winner.Execution, other.HeldBy);
        Assert.Equal("2", await target.AliasAsync());
    }
}
