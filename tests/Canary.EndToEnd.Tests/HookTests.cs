using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Canary.EndToEnd.Tests.Stage;
using Canary.Rollouts;

namespace Canary.EndToEnd.Tests;

/// <summary>Functions of the user's that have a say.</summary>
[Collection(nameof(Laptop))]
public class HookTests(Laptop laptop)
{
    [Theory]
    [InlineData("beforeAllowTraffic")]
    [InlineData("afterAllowTraffic")]
    public async Task Hook_ThatAnswers_LetsTheRolloutGoOn(string hook)
    {
        var target = await laptop.NewTargetAsync();
        var check = await laptop.NewTargetAsync();

        var ending = await laptop.RunAsync(
            target.Input($$""" "deploymentConfig": "AllAtOnce", "hooks": { "{{hook}}": "{{check.Name}}:live" } """));

        Assert.Equal(
            (ExecutionStatus.SUCCEEDED, Outcome.Promoted, "2"),
            (ending.Execution.Status, ending.Rollout.Outcome, await target.AliasAsync()));
        Assert.Contains(
            $"({check.Name}:live) succeeded.",
            Assert.Single(ending.Rollout.Story, entry => entry.Text.StartsWith("The hook", StringComparison.Ordinal)).Text,
            StringComparison.Ordinal);
        Assert.Null(ending.Rollout.Internal.Answer);
        Assert.InRange(
            ending.Events.Count, 1, HistoryBudget.Events(ending.Rollout.Steps, ending.Rollout.Plan.CheckIntervalSeconds));
    }

    [Theory]
    [InlineData("beforeAllowTraffic", "BeforeAllowTraffic")]
    [InlineData("afterAllowTraffic", "AfterAllowTraffic")]
    public async Task Hook_ThatFails_EndsAtTheStableVersion(string hook, string state)
    {
        var target = await laptop.NewTargetAsync();
        var check = await laptop.NewTargetAsync(errorRate: "1");

        var ending = await laptop.RunAsync(
            target.Input($$""" "deploymentConfig": "AllAtOnce", "hooks": { "{{hook}}": "{{check.Name}}" } """));

        Assert.Equal(
            (ExecutionStatus.FAILED, "RolledBack", "1"),
            (ending.Execution.Status, ending.Execution.Error, await target.AliasAsync()));
        Assert.StartsWith(
            $"Rolled back {target.Name}:live to version 1 (version 2 rejected): the hook {state} ({check.Name}) failed with ",
            ending.Rollout.Reason,
            StringComparison.Ordinal);
        Assert.Single(ending.States, name => name == state);
    }

    [Fact]
    public async Task Hooks_OfTheFirstRollout_RunWithoutAVersionBefore()
    {
        var target = await laptop.NewTargetAsync();
        await laptop.Lambda.DeleteAliasAsync(new() { FunctionName = target.Name, Name = "live" });
        var check = await laptop.NewTargetAsync();

        var ending = await laptop.RunAsync(target.Input(
            $$""" "createAlias": true, "deploymentConfig": "AllAtOnce", "hooks": { "beforeAllowTraffic": "{{check.Name}}","""
            + $$""" "afterAllowTraffic": "{{check.Name}}" } """));

        Assert.Equal((Outcome.Created, "2"), (ending.Rollout.Outcome, await target.AliasAsync()));
        Assert.Equal(2, ending.States.Count(state => state == "CheckHook"));
    }

    [Fact]
    public async Task Hook_ThatDoesNotExist_IsRefused()
    {
        var target = await laptop.NewTargetAsync();

        var ending = await laptop.RunAsync(
            target.Input(""" "deploymentConfig": "AllAtOnce", "hooks": { "beforeAllowTraffic": "no-such-hook" } """));

        Assert.Equal("Refused", ending.Execution.Error);
        Assert.Contains(
            "hooks.beforeAllowTraffic names the function \"no-such-hook\"", ending.Rollout.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Callback_OfAHook_IsTheHooksAnswer()
    {
        var target = await laptop.NewTargetAsync();
        var check = await laptop.NewTargetAsync();
        var hooks = $$""" "deploymentConfig": "AllAtOnce", "hooks": { "beforeAllowTraffic": """
            + $$"""{ "functionName": "{{check.Name}}", "waitForCallback": true, "timeoutSeconds": 600 } } """;
        var execution = await laptop.StartAsync(target.Input(hooks));
        await laptop.PassAsync(TimeSpan.FromSeconds(300));
        await laptop.StepFunctions.SendTaskSuccessAsync(new SendTaskSuccessRequest
        {
            TaskToken = await laptop.TokenAsync(execution),
            Output = """{"status":"Succeeded","reason":"8 of 8"}""",
        });

        var ending = await laptop.EndAsync(execution);

        Assert.Equal((Outcome.Promoted, "2"), (ending.Rollout.Outcome, await target.AliasAsync()));
        Assert.Contains(
            ending.Rollout.Story,
            entry => entry.Text == $"The hook BeforeAllowTraffic ({check.Name}) succeeded: 8 of 8");
    }

    [Fact]
    public async Task Callback_OfAHookThatNeverComes_ExpiresAndRollsBack()
    {
        var target = await laptop.NewTargetAsync();
        var check = await laptop.NewTargetAsync();

        var ending = await laptop.RunAsync(target.Input(
            $$""" "deploymentConfig": "AllAtOnce", "hooks": { "afterAllowTraffic": { "functionName": "{{check.Name}}","""
            + $$""" "waitForCallback": true, "timeoutSeconds": 600 } } """));

        Assert.Equal(("RolledBack", "1"), (ending.Execution.Error, await target.AliasAsync()));
        Assert.EndsWith(
            $"the hook AfterAllowTraffic ({check.Name}) was not called back for within 600 s.",
            ending.Rollout.Reason,
            StringComparison.Ordinal);
    }
}
