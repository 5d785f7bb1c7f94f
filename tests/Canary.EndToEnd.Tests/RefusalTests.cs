using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.StepFunctions;
using Canary.EndToEnd.Tests.Stage;

namespace Canary.EndToEnd.Tests;

/// <summary>What cannot be used is refused before anything is touched.</summary>
[Collection(nameof(Laptop))]
public class RefusalTests(Laptop laptop)
{
    [Fact]
    public async Task Refusal_FaultsOfEveryKind_AreAllToldAndNothingIsTouched()
    {
        var target = await laptop.NewTargetAsync();

        var ending = await laptop.RunAsync(target.Input(""" "targetVersion": "99", "steps": [{ "weight": 20, "bakeSeconds": 60 }, { "weight": 10, "bakeSeconds": 60 }], "alarms": ["no-such-alarm"], "speed": "fast" """));

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
    public async Task Refusal_AnAlarmThatFiresAlready_IsNamed()
    {
        var target = await laptop.NewTargetAsync();
        var alarm = await laptop.NewAlarmAsync($"{target.Name}-errors");
        await laptop.CloudWatch.SetAlarmStateAsync(new SetAlarmStateRequest { AlarmName = alarm, StateValue = StateValue.ALARM, StateReason = "set by a test" });

        var ending = await laptop.RunAsync(target.Input($$""" "deploymentConfig": "AllAtOnce", "alarms": ["{{alarm}}"] """));

        Assert.Contains("is in ALARM already (set by a test)", Assert.Single(ending.Rollout.Faults!), StringComparison.Ordinal);
        Assert.Equal("1", await target.AliasAsync());
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
    [InlineData("""{ "functionName": "no-such-function", "aliasName": "live", "deploymentConfig": "AllAtOnce" }""", "The function \"no-such-function\" does not exist")]
    [InlineData("""{ "functionName": "999999999999:function:sample", "aliasName": "live", "deploymentConfig": "AllAtOnce" }""", "functionName \"999999999999:function:sample\" cannot be read")]
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

        var ending = await laptop.RunAsync($$"""{ "functionName": "{{target.Name}}", "aliasName": "prod", "deploymentConfig": "AllAtOnce" }""");

        Assert.Contains("no alias \"prod\". Create it", ending.Rollout.Reason, StringComparison.Ordinal);
    }
}
