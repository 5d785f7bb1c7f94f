using System.Text.Json.Nodes;
using Canary.InProcess;
using Canary.Local.Clocks;

namespace Canary.EndToEnd.Tests.InProcess;

/// <summary>Somebody stops a rollout, and a rule on the bus hears that the alias is back.</summary>
public class RestoredEventTests
{
    private readonly VirtualClock _clock = new(new DateTimeOffset(2026, 1, 1, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Stop_WithAnErrorAndACause_IsAnEventThatTellsThemOnce()
    {
        await using var canary = InProcessCanary.Create(_clock);
        var aws = canary.Aws;
        canary.AddFunction("orders", "live");
        var url = aws.Sqs.CreateQueue("heard");
        aws.Events.PutRule("heard", """{ "source": ["canary"], "detail-type": ["Canary Alias Restored"] }""", null);
        aws.Events.PutTargets("heard", [new("queue", aws.Sqs.GetQueueAttributes(url)["QueueArn"])]);
        var execution = aws.StepFunctions.StartExecution(canary.StateMachine, null, """
            { "functionName": "orders", "aliasName": "live", "steps": [{ "weight": 10, "bakeSeconds": 3600 }] }
            """).ExecutionArn;
        await PassAsync(60);

        aws.StepFunctions.StopExecution(execution, "BadRelease", "checkout fails");
        // A sweep comes, and then another one.
        await PassAsync(700);

        var heard = Assert.Single(aws.Sqs.ReceiveMessages(url, 10));
        var detail = JsonNode.Parse(heard.Body)!["detail"]!;
        Assert.Equal(
            (execution, "ABORTED", "BadRelease", "checkout fails", 0),
            ((string?)detail["execution"], (string?)detail["status"], (string?)detail["error"], (string?)detail["cause"],
                (int?)detail["weight"]));
    }

    private Task PassAsync(int seconds) => _clock.RunUntilAsync(_clock.GetUtcNow().AddSeconds(seconds));
}
