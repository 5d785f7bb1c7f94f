using System.Text.Json;
using Canary.Input;
using Canary.Rollouts;
using Canary.Tests.Rollouts;

namespace Canary.Tests.Input;

public class EventInputTests
{
    private const string Good = """ "functionName": "orders", "aliasName": "live", "deploymentConfig": "AllAtOnce" """;

    [Theory]
    [InlineData("""{ "detail-type": "x", "source": "y" }""", null)]
    [InlineData("""{ "detail-type": "x", "detail": {} }""", null)]
    [InlineData("""{ "source": "y", "detail": {} }""", null)]
    [InlineData("""{ "detail-type": "x", "source": "y", "detail": { "functionName": "orders" } }""", "Its detail is one")]
    [InlineData("""{ "detail-type": "x", "source": "y", "detail": {} }""", "Give the rule's target an InputTransformer")]
    [InlineData("""{ "detail-type": 7, "source": null, "detail": "orders" }""", "Give the rule's target an InputTransformer")]
    public void EventInput_OnlyAWholeEvent_IsOne(string json, string? text)
    {
        var fault = EventInput.FaultOf(JsonSerializer.Deserialize<JsonElement>(json));

        if (text is null) Assert.Null(fault);
        else Assert.Contains(text, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AnEventOfEventBridge_IsOneFaultThatSaysHowToTransformIt()
    {
        var fault = Assert.Single(Given.Read("""
            { "version": "0", "id": "1", "detail-type": "ECR Image Action", "source": "aws.ecr", "account": "123456789012",
             "time": "2026-01-01T00:00:00Z",
              "region": "us-east-1", "resources": [], "detail": { "result": "SUCCESS" } }
            """).Faults);

        Assert.StartsWith(
            "The input is an event from EventBridge, \"ECR Image Action\" of \"aws.ecr\", and no rollout. "
            + "Give the rule's target an InputTransformer", fault, StringComparison.Ordinal);
        Assert.Contains("InputPath \"$.detail\"", fault, StringComparison.Ordinal);
        Assert.InRange(fault.Length, 1, Limits.FaultLength);
    }

    [Fact]
    public void Read_AnEventThatCarriesARollout_IsToldItsPath() => Assert.EndsWith(
        "Its detail is one: give the rule's target the InputPath \"$.detail\".",
        Assert.Single(Given.Read($$"""{ "detail-type": "Release", "source": "pipeline", "detail": { {{Good}} } }""").Faults),
        StringComparison.Ordinal);
}
