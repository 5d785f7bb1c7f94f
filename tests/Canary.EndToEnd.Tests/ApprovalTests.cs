using System.Text;
using Amazon.StepFunctions.Model;
using Canary.EndToEnd.Tests.Stage;
using Canary.Rollouts;

namespace Canary.EndToEnd.Tests;

/// <summary>Rollouts that wait for a person, and people who answer as they would.</summary>
[Collection(nameof(Laptop))]
public class ApprovalTests(Laptop laptop)
{
    private const string Steps = """ "steps": [{ "weight": 10, "bakeSeconds": 60, "approvalSeconds": 600 }, { "weight": 50, "bakeSeconds": 60 }] """;

    [Fact]
    public async Task Approve_ARolloutThatWaits_GoesOn()
    {
        var target = await laptop.NewTargetAsync();
        var execution = await WaitingAsync(target, TimeSpan.FromSeconds(200));
        Assert.Equal("1 + 2:0.1", await target.AliasAsync());

        var given = await ApproveAsync($$"""{ "execution": "{{execution}}", "by": "alice", "reason": "looks good" }""");
        var ending = await laptop.EndAsync(execution);

        Assert.Equal("""{"approved":true,"by":"alice","reason":"looks good"}""", given);
        Assert.Equal((Outcome.Promoted, "2"), (ending.Rollout.Outcome, await target.AliasAsync()));
        Assert.Equal((true, "alice", "looks good"), (ending.Rollout.Steps[0].Approval!.Approved, ending.Rollout.Steps[0].Approval!.By, ending.Rollout.Steps[0].Approval!.Reason));
        Assert.Single(ending.States, "AskApproval");
        Assert.Contains("\"FailedEntryCount\":0", Assert.Single(ending.Events, entry => entry.TaskSucceededEventDetails?.Resource == "putEvents").TaskSucceededEventDetails.Output, StringComparison.Ordinal);
        Assert.InRange(ending.Events.Count, 1, HistoryBudget.Events(ending.Rollout.Steps, ending.Rollout.CheckIntervalSeconds));
    }

    [Fact]
    public async Task Approve_ARejection_GivesTheStableVersionEverything()
    {
        var target = await laptop.NewTargetAsync();
        var execution = await WaitingAsync(target, TimeSpan.FromSeconds(100));

        await ApproveAsync($$"""{ "execution": "{{execution}}", "by": "alice", "approve": false, "reason": "too slow" }""");
        var ending = await laptop.EndAsync(execution);

        Assert.Equal(("RolledBack", "1"), (ending.Execution.Error, await target.AliasAsync()));
        Assert.Equal("live is at version 1, with all traffic. Step 1 of 3 at 10 %: alice rejected it: too slow", ending.Rollout.Reason);
    }

    [Fact]
    public async Task Wait_NobodyAnswers_RollsBackAtTheExpiry()
    {
        var target = await laptop.NewTargetAsync();
        var ending = await laptop.RunAsync(target.Input(Steps));

        Assert.Equal(("RolledBack", "1"), (ending.Execution.Error, await target.AliasAsync()));
        Assert.EndsWith("Nobody approved step 1 within 600 s.", ending.Rollout.Reason, StringComparison.Ordinal);
        Assert.Equal(40, ending.States.Count(state => state == "AwaitApproval"));
        Assert.InRange((ending.Rollout.Steps[0].Until - ending.Rollout.Steps[0].From)!.Value.TotalSeconds, 660, 680);
        Assert.InRange(ending.Events.Count, 1, HistoryBudget.Events(ending.Rollout.Steps, ending.Rollout.CheckIntervalSeconds));
    }

    [Fact]
    public async Task Wait_AnAlarmFires_RollsBackAtOnce()
    {
        var target = await laptop.NewTargetAsync();
        var alarm = await laptop.NewAlarmAsync($"{target.Name}-errors");
        var execution = await WaitingAsync(target, TimeSpan.FromSeconds(100), $$""", "alarms": ["{{alarm}}"] """);
        await laptop.BreachAsync(alarm);

        var ending = await laptop.EndAsync(execution);

        Assert.Equal(("RolledBack", "1"), (ending.Execution.Error, await target.AliasAsync()));
        Assert.EndsWith(", while it waited for approval", ending.Rollout.Reason, StringComparison.Ordinal);
        Assert.InRange((ending.Rollout.Steps[0].Until - ending.Rollout.Steps[0].From)!.Value.TotalSeconds, 100, 240);
    }

    [Theory]
    [InlineData(true, "SUCCEEDED", "2")]
    [InlineData(false, "FAILED", "1")]
    public async Task Wait_AnAnswerByHandWithTheToken_IsTaken(bool approve, string status, string version)
    {
        var target = await laptop.NewTargetAsync();
        var execution = await WaitingAsync(target, TimeSpan.FromSeconds(100));
        var token = await laptop.TokenAsync(execution);

        if (approve) await laptop.StepFunctions.SendTaskSuccessAsync(new SendTaskSuccessRequest { TaskToken = token, Output = "{}" });
        else await laptop.StepFunctions.SendTaskFailureAsync(new SendTaskFailureRequest { TaskToken = token, Error = "TooSlow", Cause = "p99 is 3 s" });
        var ending = await laptop.EndAsync(execution);

        Assert.Equal((status, version), (ending.Execution.Status.Value, await target.AliasAsync()));
        Assert.Equal((approve, "somebody"), (ending.Rollout.Steps[0].Approval!.Approved, ending.Rollout.Steps[0].Approval!.By));
    }

    [Fact]
    public async Task Stop_WhileItWaits_GivesTheStableVersionEverything()
    {
        var target = await laptop.NewTargetAsync();
        var execution = await WaitingAsync(target, TimeSpan.FromSeconds(100));

        await laptop.StepFunctions.StopExecutionAsync(new StopExecutionRequest { ExecutionArn = execution });
        await laptop.PassAsync(TimeSpan.FromMinutes(6));

        Assert.Equal("1", await target.AliasAsync());
    }

    [Fact]
    public async Task Approve_NothingWaits_SaysWhatStateTheExecutionIsIn()
    {
        var target = await laptop.NewTargetAsync();
        var execution = await WaitingAsync(target, TimeSpan.FromSeconds(20));

        var refusal = await ApproveAsync($$"""{ "execution": "{{execution}}", "by": "alice" }""");
        await laptop.StepFunctions.StopExecutionAsync(new StopExecutionRequest { ExecutionArn = execution });
        await laptop.EndAsync(execution);
        var late = await ApproveAsync($$"""{ "execution": "{{execution}}", "by": "alice" }""");

        Assert.Contains("does not wait for approval: it is in the state Bake.", refusal, StringComparison.Ordinal);
        Assert.Contains("has ended as ABORTED.", late, StringComparison.Ordinal);
    }

    private async Task<string> WaitingAsync(Target target, TimeSpan time, string more = "")
    {
        var execution = await laptop.StartAsync(target.Input(Steps + more));
        await laptop.PassAsync(time);
        return execution;
    }

    private async Task<string> ApproveAsync(string input) =>
        Encoding.UTF8.GetString((await laptop.Aws.Lambda.InvokeAsync("canary-Approve", null, Encoding.UTF8.GetBytes(input))).Payload.Span);
}
