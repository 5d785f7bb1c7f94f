using System.Text.Json.Nodes;
using Canary.Local.Lambda.Environments;
using Canary.Local.Lambda.Model;
using Canary.Local.Sqs.Model;
using Canary.Local.Targets;
using Canary.Local.Wire;

namespace Canary.Local.Tests.Lambda.Invocations;

/// <summary>What becomes of asynchronous events, in the documents that AWS was recorded to send.</summary>
public sealed class DestinationTests : ITargets, IAsyncDisposable
{
    private const string Queue = "arn:aws:sqs:us-east-1:123456789012:lost";
    private const string Other = "arn:aws:sqs:us-east-1:123456789012:done";

    private readonly LambdaFixture _fixture = new();
    private readonly List<(
        string Arn, JsonNode Message, IReadOnlyDictionary<string, MessageAttributeValue>? Attributes)> _sent = [];

    public DestinationTests() => _fixture.Lambda.Targets = this;

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    void ITargets.Send(
        string arn, string message, string? subject, IReadOnlyDictionary<string, MessageAttributeValue>? attributes) =>
        _sent.Add((arn, JsonNode.Parse(message)!, attributes));

    [Fact]
    public async Task InvokeLater_ThatSucceeds_TellsTheDestination()
    {
        _fixture.Lambda.PutEventInvokeConfig("shop", null, new EventInvokeConfig(OnSuccess: Other, OnFailure: Queue));

        await InvokeAsync(null);

        var (arn, record, _) = Assert.Single(_sent);
        Assert.Equal(Other, arn);
        var id = (string)record["requestContext"]!["requestId"]!;
        Assert.Equal(
            $$$"""
            {"version":"1.0","timestamp":"2026-01-01T12:00:00.000Z","requestContext":{"requestId":"{{{id}}}",
            "functionArn":"{{{LambdaFixture.Arn}}}:$LATEST",
            "condition":"Success","approximateInvokeCount":1},"requestPayload":{"order":7},
            "responseContext":{"statusCode":200,"executedVersion":"$LATEST"},"responsePayload":"$LATEST"}
            """.ReplaceLineEndings(""),
            record.ToJsonString());
    }

    [Fact]
    public async Task InvokeLater_ThatFailsToTheEnd_TellsTheDestinationAndTheDeadLetterQueue()
    {
        _fixture.Lambda.UpdateFunctionConfiguration("shop", definition => definition with { DeadLetterTarget = Queue });
        _fixture.Lambda.PutEventInvokeConfig("shop", null, new EventInvokeConfig(MaximumRetryAttempts: 1, OnFailure: Other));
        Fail();

        await InvokeAsync(null);

        Assert.Equal([Other, Queue], _sent.Select(one => one.Arn));
        Assert.Equal(("RetriesExhausted", 2, "Unhandled", "no"), (
            (string)_sent[0].Message["requestContext"]!["condition"]!,
            (int)_sent[0].Message["requestContext"]!["approximateInvokeCount"]!,
            (string)_sent[0].Message["responseContext"]!["functionError"]!,
            (string)_sent[0].Message["responsePayload"]!["errorMessage"]!));
        Assert.Equal("""{"order":7}""", _sent[1].Message.ToJsonString());
        Assert.Equal(
            [
                ("ErrorCode", "Number", "200"), ("ErrorMessage", "String", "no"), (
                    "RequestID", "String", (string)_sent[0].Message["requestContext"]!["requestId"]!),
            ],
            _sent[1].Attributes!.OrderBy(one => one.Key).Select(one => (one.Key, one.Value.DataType, one.Value.Text)));
        Assert.Equal(0, _fixture.Metrics.Sum("DeadLetterErrors", "FunctionName=shop"));
    }

    [Theory]
    [InlineData(60, 1)]
    [InlineData(100, 2)]
    public async Task InvokeLater_ThatGetsTooOld_IsGivenUp(int seconds, int attempts)
    {
        // The first retry comes after a minute and the second two minutes later. Recorded: with 60 s there is none.
        _fixture.Lambda.PutEventInvokeConfig(
            "shop", null, new EventInvokeConfig(MaximumEventAgeInSeconds: seconds, OnFailure: Other));
        Fail();

        await InvokeAsync(null);

        var context = Assert.Single(_sent).Message["requestContext"]!;
        Assert.Equal(("EventAgeExceeded", attempts), ((string)context["condition"]!, (int)context["approximateInvokeCount"]!));
    }

    [Fact]
    public async Task InvokeLater_ByAnAlias_GoesByTheAliasesSettings()
    {
        _fixture.Lambda.CreateAlias("shop", "live", _fixture.Publish());
        _fixture.Lambda.PutEventInvokeConfig("shop", null, new EventInvokeConfig(OnSuccess: Queue));
        _fixture.Lambda.PutEventInvokeConfig("shop", "live", new EventInvokeConfig(OnSuccess: Other));

        await InvokeAsync("live");

        var (arn, record, _) = Assert.Single(_sent);
        Assert.Equal((Other, $"{LambdaFixture.Arn}:live", "1"),
            (arn, (string)record["requestContext"]!["functionArn"]!, (string)record["responseContext"]!["executedVersion"]!));
    }

    [Theory]
    [InlineData(404, "The function doesn't exist.", "none", null, Other)]
    [InlineData(404, "The function doesn't exist.", "shop", "none", Other)]
    [InlineData(400, "You can't specify the function as a destination for itself.", "shop", null, LambdaFixture.Arn)]
    [InlineData(400, "The destination ARN arn:aws:lambda:us-east-1:123456789012:function:none is invalid.", "shop", null,
        "arn:aws:lambda:us-east-1:123456789012:function:none")]
    [InlineData(
        400,
        "The provided destination config "
        + "DestinationConfig(onSuccess=OnSuccess(destination=arn:aws:iam:us-east-1:123456789012:function:x), "
        + "onFailure=null) is invalid.", "shop", null, "arn:aws:iam:us-east-1:123456789012:function:x")]
    public void PutEventInvokeConfig_ThatCannotBe_IsRefused(
        int status, string message, string function, string? qualifier, string destination)
    {
        var refusal = Assert.Throws<AwsException>(
            () => _fixture.Lambda.PutEventInvokeConfig(function, qualifier, new EventInvokeConfig(OnSuccess: destination)));
        Assert.Equal((status, message), (refusal.StatusCode, refusal.Message));
    }

    [Fact]
    public void EventInvokeConfig_PutUpdatedListedAndDeleted_IsAsRecorded()
    {
        var lambda = _fixture.Lambda;
        lambda.CreateAlias("shop", "live", _fixture.Publish());
        lambda.PutEventInvokeConfig("shop", null, new EventInvokeConfig(2, 60));
        lambda.PutEventInvokeConfig("shop", "live", new EventInvokeConfig(1));
        Assert.Equal(new EventInvokeConfig(0, 60), lambda.UpdateEventInvokeConfig("shop", null, new EventInvokeConfig(0)).Config);
        Assert.Equal(new EventInvokeConfig(0), lambda.PutEventInvokeConfig("shop", "$LATEST", new EventInvokeConfig(0)).Config);

        Assert.Equal(
            [$"{LambdaFixture.Arn}:$LATEST", $"{LambdaFixture.Arn}:live"],
            lambda.ListEventInvokeConfigs("shop").Select(one => one.FunctionArn));
        lambda.DeleteEventInvokeConfig("shop", null);
        var refusal = Assert.Throws<AwsException>(() => lambda.GetEventInvokeConfig("shop", null));
        Assert.Equal($"The function {LambdaFixture.Arn}:$LATEST doesn't have an EventInvokeConfig", refusal.Message);
        Assert.Equal(
            refusal.Message,
            Assert.Throws<AwsException>(() => lambda.UpdateEventInvokeConfig("shop", null, new EventInvokeConfig(1))).Message);
    }

    private void Fail() => _fixture.Environments.Behaviour = (_, _) =>
        Task.FromResult<EnvironmentAnswer?>(ScriptedEnvironments.Say("""{"errorMessage":"no","errorType":"X"}""", failed: true));

    private async Task InvokeAsync(string? qualifier)
    {
        _fixture.Lambda.InvokeLater("shop", qualifier, """{"order":7}"""u8.ToArray());
        await _fixture.Clock.RunUntilAsync(_fixture.Clock.GetUtcNow().AddHours(7));
    }
}
