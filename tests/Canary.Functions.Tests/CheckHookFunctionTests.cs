using System.Text;
using Canary.Functions.Hosting;
using Canary.Functions.Tests.Fakes;
using Canary.Rollouts;
using Canary.States;

namespace Canary.Functions.Tests;

public class CheckHookFunctionTests
{
    private const string Input = """
        { "functionName": "orders", "aliasName": "live", "deploymentConfig": "AllAtOnce",
         "hooks": { "beforeAllowTraffic": "check" } }
        """;

    private readonly RolloutSerializer _serializer = new();

    [Theory]
    [InlineData(
        """{ "answer": { "ExecutedVersion": "$LATEST", "Payload": null, "SdkHttpMetadata": {}, "StatusCode": 200 } }""",
        NextState.Promote)]
    [InlineData("""{ "answer": { "Payload": { "status": "Failed", "reason": "3 of 8 calls" } } }""", NextState.Rollback)]
    [InlineData("""{ "error": { "Error": "States.Timeout", "Cause": "" } }""", NextState.Rollback)]
    [InlineData("""{ "error": { "Error": "Smoke" } }""", NextState.Rollback)]
    public async Task CheckHook_WhatTheStateMachinePutsIntoTheDocument_IsJudgedAndTakenOut(string added, NextState next)
    {
        var rollout = new CheckHookFunction().CheckHook(Through(await new Stage().ReadyAsync(Input), added), Stage.Context);

        Assert.Equal(next, rollout.Decision.Next);
        Assert.Equal((null, null), (rollout.Internal.Answer, rollout.Error));
        Assert.Equal("BeforeAllowTraffic", rollout.Story[^1].State);
    }

    /// <summary>The document with what the state machine adds to it, as CheckHook's process gets it.</summary>
    private StateInput Through(Rollout rollout, string added)
    {
        using var stream = new MemoryStream();
        _serializer.Serialize(new StateInput(rollout, Stage.Time), stream);
        var place = added.Contains("\"answer\"", StringComparison.Ordinal) ? "\"internal\":{" : "{\"rollout\":{";
        var json =
            Encoding.UTF8.GetString(stream.ToArray()).Replace(place, place + added.Trim()[1..^1] + ",", StringComparison.Ordinal);
        using var changed = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return _serializer.Deserialize<StateInput>(changed);
    }
}
