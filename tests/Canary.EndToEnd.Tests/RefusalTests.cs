using Amazon.StepFunctions;
using Canary.EndToEnd.Tests.Stage;
using Canary.Rollouts;

namespace Canary.EndToEnd.Tests;

/// <summary>What cannot be used is refused before anything is touched.</summary>
[Collection(nameof(Laptop))]
public class RefusalTests(Laptop laptop)
{
    [Fact]
    public async Task Refusal_FaultsOfEveryKind_AreAllToldAndNothingIsTouched()
    {
        var target = await laptop.NewTargetAsync();

        var ending = await laptop.RunAsync(target.Input(""" "targetVersion": "99", "steps": [{ "weight": 20,"""
            + """ "bakeSeconds": 60 }, { "weight": 10, "bakeSeconds": 60 }], "alarms": ["no-such-alarm"], "speed": "fast" """));

        Assert.Equal((ExecutionStatus.FAILED, "Refused"), (ending.Execution.Status, ending.Execution.Error));
        Assert.Collection(ending.Rollout.Faults!,
            fault => Assert.Contains("speed is not a field", fault, StringComparison.Ordinal),
            fault => Assert.Contains("steps[1].weight is 10 % after 20 %", fault, StringComparison.Ordinal),
            fault => Assert.Contains("targetVersion \"99\" does not exist", fault, StringComparison.Ordinal),
            fault => Assert.Contains("\"no-such-alarm\" does not exist", fault, StringComparison.Ordinal));
        Assert.Equal("1", await target.AliasAsync());
        Assert.Equal(["PlanRollout", "Decide", "Failed"], ending.States);
    }

    [Fact]
    public async Task Refusal_CanarysOwnFunctions_AreNeitherReleasedNorHooks()
    {
        var target = await laptop.NewTargetAsync();
        var hooks = """ "deploymentConfig": "AllAtOnce", "hooks": { "beforeAllowTraffic": "canary-RollbackFunction","""
            + """ "afterAllowTraffic": "canary-Approve" } """;

        var released = await laptop.RunAsync(""" { "functionName": "canary-PlanRollout","""
            + """ "aliasName": "live", "createAlias": true, "deploymentConfig": "AllAtOnce" } """);
        var hooked = await laptop.RunAsync(target.Input(hooks));

        Assert.Contains(
            "functionName \"canary-PlanRollout\" is one of Canary's own functions.",
            released.Rollout.Reason,
            StringComparison.Ordinal);
        Assert.Collection(hooked.Rollout.Faults!,
            fault => Assert.StartsWith(
                "hooks.beforeAllowTraffic \"canary-RollbackFunction\" is one of Canary's own functions.",
                fault,
                StringComparison.Ordinal),
            fault => Assert.StartsWith(
                "hooks.afterAllowTraffic \"canary-Approve\" is one of Canary's own functions.", fault, StringComparison.Ordinal));
        Assert.Equal("1", await target.AliasAsync());
    }

    [Fact]
    public async Task Refusal_AnAlarmThatFiresAlready_IsNamed()
    {
        var target = await laptop.NewTargetAsync();
        var alarm = await laptop.NewAlarmAsync($"{target.Name}-errors");
        await laptop.FireAsync(alarm);

        var ending = await laptop.RunAsync(target.Input($$""" "deploymentConfig": "AllAtOnce", "alarms": ["{{alarm}}"] """));

        Assert.Contains(
            "name it in allowAlarmsInAlarm. CloudWatch says: Threshold Crossed: 1 datapoint [5.0 ",
            Assert.Single(ending.Rollout.Faults!),
            StringComparison.Ordinal);
        Assert.Equal("1", await target.AliasAsync());
    }

    [Fact]
    public async Task Refusal_AnotherExecutionRole_IsNamedBeforeAnythingIsPublished()
    {
        var target = await laptop.NewTargetAsync();
        await laptop.Lambda.UpdateFunctionConfigurationAsync(
            new() { FunctionName = target.Name, Role = "arn:aws:iam::123456789012:role/other" });

        var ending = await laptop.RunAsync(target.Input(""" "deploymentConfig": "Canary10Percent5Minutes" """));

        var fault = Assert.Single(ending.Rollout.Faults!);
        Assert.Contains("has the execution role \"arn:aws:iam::123456789012:role/sample\"", fault, StringComparison.Ordinal);
        Assert.Contains("$LATEST has \"arn:aws:iam::123456789012:role/other\"", fault, StringComparison.Ordinal);
        Assert.Equal("$LATEST 1", await target.VersionsAsync());
    }

    [Fact]
    public async Task Refusal_AnotherExecutionRoleAllAtOnce_IsReleasedWithAWarning()
    {
        var target = await laptop.NewTargetAsync();
        await laptop.Lambda.UpdateFunctionConfigurationAsync(
            new() { FunctionName = target.Name, Role = "arn:aws:iam::123456789012:role/other" });

        var ending = await laptop.RunAsync(target.Input(""" "deploymentConfig": "AllAtOnce" """));

        Assert.Equal((Outcome.Promoted, "2"), (ending.Rollout.Outcome, await target.AliasAsync()));
        Assert.Contains("another execution role", Assert.Single(ending.Rollout.Warnings!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_AnAlarmThatTheRolloutIsToFix_IsDisregardedAndTheOthersAreNot()
    {
        var target = await laptop.NewTargetAsync();
        var (broken, other) =
            (await laptop.NewAlarmAsync($"{target.Name}-broken"), await laptop.NewAlarmAsync($"{target.Name}-other"));
        await laptop.FireAsync(broken);
        var execution = await laptop.StartAsync(target.Input($$"""
            "deploymentConfig": "Canary10Percent5Minutes", "alarms": ["{{broken}}", "{{other}}"],
            "allowAlarmsInAlarm": ["{{broken}}", "{{other}}"]
            """));
        await laptop.PassAsync(TimeSpan.FromSeconds(100));
        await laptop.BreachAsync(other);

        var ending = await laptop.EndAsync(execution);

        Assert.Equal(
            (Outcome.RolledBack, broken),
            (ending.Rollout.Outcome, Assert.Single(ending.Rollout.Internal.DisregardedAlarms!)));
        Assert.Contains($"alarm {other} is in ALARM", ending.Rollout.Reason, StringComparison.Ordinal);
        Assert.Contains(", 1 disregarded: ", ending.Rollout.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_AWeightLeftOver_IsNamedAndLeft()
    {
        var target = await laptop.NewTargetAsync();
        await laptop.Lambda.PublishVersionAsync(new Amazon.Lambda.Model.PublishVersionRequest { FunctionName = target.Name });
        await target.SetAliasAsync("1", new() { ["2"] = 0.25 });

        var ending = await laptop.RunAsync(target.Input(""" "deploymentConfig": "AllAtOnce" """));

        Assert.Contains("version 1, and 25 % to version 2", Assert.Single(ending.Rollout.Faults!), StringComparison.Ordinal);
        Assert.Equal("1 + 2:0.25", await target.AliasAsync());
    }

    [Theory]
    [InlineData(
        """{ "functionName": "no-such-function", "aliasName": "live", "deploymentConfig": "AllAtOnce" }""",
        "The function \"no-such-function\" does not exist")]
    [InlineData(
        """{ "functionName": "999999999999:function:sample", "aliasName": "live", "deploymentConfig": "AllAtOnce" }""",
        "functionName \"999999999999:function:sample\" is in account 999999999999, "
        + "and this execution runs in account 123456789012.")]
    [InlineData("[]", "The input is [].")]
    [InlineData("\"go\"", "The input is \"go\".")]
    [InlineData("7", "The input is 7.")]
    [InlineData("null", "The input is null.")]
    public async Task Refusal_AnyJson_GetsAClearAnswer(string input, string fault)
    {
        var ending = await laptop.RunAsync(input);

        Assert.Equal("Refused", ending.Execution.Error);
        Assert.Contains(fault, ending.Rollout.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_AnInputThatNestsDeeply_IsRefusedInWords()
    {
        var ending = await laptop.RunAsync($$"""{ "x": {{new string('[', 200)}}{{new string(']', 200)}} }""");

        Assert.Contains("x is not a field", ending.Rollout.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusal_AMissingAlias_SaysWhatToDo()
    {
        var target = await laptop.NewTargetAsync();

        var ending = await laptop.RunAsync(
            $$"""{ "functionName": "{{target.Name}}", "aliasName": "prod", "deploymentConfig": "AllAtOnce" }""");

        Assert.Contains("no alias \"prod\". Create it", ending.Rollout.Reason, StringComparison.Ordinal);
    }
}
