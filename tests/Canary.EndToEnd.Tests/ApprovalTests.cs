using System.Text;
using Amazon.StepFunctions.Model;
using Canary.EndToEnd.Tests.Stage;
using Canary.Rollouts;

namespace Canary.EndToEnd.Tests;

/// <summary>Rollouts that wait for a person, and people who answer as they would.</summary>
[Collection(nameof(Laptop))]
public class ApprovalTests(Laptop laptop)
{
    private const string Steps =
        """ "steps": [{ "weight": 10, "bakeSeconds": 60, "approvalSeconds": 600 }, { "weight": 50, "bakeSeconds": 60 }] """;

    [Fact]
    public async Task Approve_ARolloutThatWaits_GoesOn()
    {
        var target = await laptop.NewTargetAsync();
        var execution = await WaitingAsync(target, TimeSpan.FromSeconds(200));
        Assert.Equal("1 + 2:0.1", await target.AliasAsync());

        var given = await ApproveAsync($$"""{ "execution": "{{execution}}", "by": "alice", "reason": "looks good" }""");
        var ending = await laptop.EndAsync(execution);

        Assert.StartsWith(
            $$"""
            {"accepted":true,"message":"alice approved step 1 of 3 of the rollout of {{target.Name}}:live, 10 % at version 2:
             looks good. It goes on if the check that sees this finds nothing wrong. The rollout sees it by 20
            """.Replace("\n", "", StringComparison.Ordinal),
            given,
            StringComparison.Ordinal);
        Assert.Equal((Outcome.Promoted, "2"), (ending.Rollout.Outcome, await target.AliasAsync()));
        Assert.Equal((true, "alice", "looks good"), (
            ending.Rollout.Steps[0].Approval!.Approved,
            ending.Rollout.Steps[0].Approval!.By,
            ending.Rollout.Steps[0].Approval!.Reason));
        Assert.InRange(
            ending.Events.Count, 1, HistoryBudget.Events(ending.Rollout.Steps, ending.Rollout.Plan.CheckIntervalSeconds));
    }

    [Fact]
    public async Task Approve_ARejection_GivesTheStableVersionEverything()
    {
        var target = await laptop.NewTargetAsync();
        var execution = await WaitingAsync(target, TimeSpan.FromSeconds(100));

        await ApproveAsync($$"""{ "execution": "{{execution}}", "by": "alice", "approve": false, "reason": "too slow" }""");
        var ending = await laptop.EndAsync(execution);

        Assert.Equal(("RolledBack", "1"), (ending.Execution.Error, await target.AliasAsync()));
        Assert.Equal(
            $"Rolled back {target.Name}:live to version 1 (version 2 rejected): "
            + "step 1 of 3 at 10 %: alice rejected it: too slow.",
            ending.Rollout.Reason);
    }

    [Fact]
    public async Task Wait_NobodyAnswers_RollsBackAtTheExpiry()
    {
        var target = await laptop.NewTargetAsync();
        var ending = await laptop.RunAsync(target.Input(Steps));

        Assert.Equal(("RolledBack", "1"), (ending.Execution.Error, await target.AliasAsync()));
        Assert.EndsWith("nobody approved step 1 within 600 s.", ending.Rollout.Reason, StringComparison.Ordinal);
        // Two transitions and a choice for each check.
        Assert.Equal(4 + 40, ending.States.Count(state => state == "Bake"));
        Assert.InRange((ending.Rollout.Steps[0].EndedAt - ending.Rollout.Steps[0].StartedAt)!.Value.TotalSeconds, 660, 680);
        Assert.InRange(
            ending.Events.Count, 1, HistoryBudget.Events(ending.Rollout.Steps, ending.Rollout.Plan.CheckIntervalSeconds));
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
        Assert.Contains(
            "step 1 of 3 at 10 %, which waited for approval: alarm ", ending.Rollout.Reason, StringComparison.Ordinal);
        Assert.InRange((ending.Rollout.Steps[0].EndedAt - ending.Rollout.Steps[0].StartedAt)!.Value.TotalSeconds, 100, 240);
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
    public async Task Approve_NothingWaits_SaysHowTheRolloutStands()
    {
        var target = await laptop.NewTargetAsync();
        var execution = await WaitingAsync(target, TimeSpan.FromSeconds(20));

        var refusal = await ApproveAsync($$"""{ "execution": "{{execution}}", "by": "alice" }""");
        await laptop.StepFunctions.StopExecutionAsync(new StopExecutionRequest { ExecutionArn = execution });
        await laptop.EndAsync(execution);
        var late = await ApproveAsync($$"""{ "execution": "{{execution}}", "by": "alice" }""");

        var unknown = await ApproveAsync($$"""{ "execution": "{{execution}}0", "by": "alice" }""");
        var another =
            await ApproveAsync("""{ "execution": "arn:aws:states:us-east-1:123456789012:execution:other", "by": "alice" }""");

        Assert.StartsWith(
            """{"accepted":false,"message":"Nothing was asked of any rollout. It does not wait for approval.""",
            refusal,
            StringComparison.Ordinal);
        Assert.Contains("does not exist, or has not begun. Check its name.", unknown, StringComparison.Ordinal);
        Assert.Contains("execution is \\\"arn:aws:states:", another, StringComparison.Ordinal);
        Assert.Contains("has ended as ABORTED.", late, StringComparison.Ordinal);
    }

    private async Task<string> WaitingAsync(Target target, TimeSpan time, string more = "")
    {
        var execution = await laptop.StartAsync(target.Input(Steps + more));
        await laptop.PassAsync(time);
        return execution;
    }

    private async Task<string> ApproveAsync(string input) =>
        Encoding.UTF8.GetString(
            (await laptop.Aws.Lambda.InvokeAsync("canary-Approve", null, Encoding.UTF8.GetBytes(input))).Payload.Span);
}
