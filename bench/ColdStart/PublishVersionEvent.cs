using Canary.InProcess;
using Canary.Local.Clocks;

namespace Canary.Bench.ColdStart;

/// <summary>What the state machine gives to <c>PublishVersion</c>, taken from a rollout.</summary>
internal static class PublishVersionEvent
{
    public const string Function = "orders";

    public static async Task<byte[]> TakeAsync()
    {
        var clock = new VirtualClock(new DateTimeOffset(2026, 1, 1, 9, 0, 0, TimeSpan.Zero));
        await using var canary = InProcessCanary.Create(clock);
        canary.AddFunction(Function, "live");
        byte[]? taken = null;
        canary.Lambdas.Invoked = (handler, payload) => taken ??= handler == "PublishVersion" ? payload.ToArray() : null;
        const string Input = $$"""
            {"functionName": "{{Function}}", "aliasName": "live", "deploymentConfig": "Canary10Percent5Minutes"}
            """;
        var execution = canary.Aws.StepFunctions.StartExecution(canary.StateMachine, null, Input).ExecutionArn;
        await clock.RunUntilAsync(canary.Aws.StepFunctions.WhenEndedAsync(execution));
        return taken ?? throw new InvalidOperationException("The rollout had no state PublishVersion.");
    }
}
