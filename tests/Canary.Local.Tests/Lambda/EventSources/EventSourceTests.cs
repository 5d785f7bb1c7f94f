using System.Text;
using System.Text.Json.Nodes;
using Canary.Local.Lambda;
using Canary.Local.Lambda.Environments;
using Canary.Local.Lambda.Model;
using Canary.Local.Sqs;
using Canary.Local.Tests.Lambda.Api;
using Canary.Local.Wire;

namespace Canary.Local.Tests.Lambda.EventSources;

/// <summary>Event source mappings: a queue's messages are brought to a function's alias.</summary>
public sealed class EventSourceTests : IAsyncDisposable
{
    private const string Queue = "arn:aws:sqs:us-east-1:123456789012:orders";

    private readonly LambdaFixture _fixture = new();
    private readonly LambdaService _lambda;
    private readonly SqsService _sqs;
    private readonly List<JsonNode> _events = [];
    private Func<JsonNode, EnvironmentAnswer?> _answer = _ => ScriptedEnvironments.Say("{}");

    public EventSourceTests()
    {
        _lambda = _fixture.Lambda;
        _lambda.Queues = _sqs = new SqsService(_fixture.Clock, new AwsAccount());
        _sqs.CreateQueue("orders");
        _lambda.CreateAlias("shop", "live", _fixture.Publish());
        _fixture.Environments.Behaviour = (_, invocation) =>
        {
            var read = JsonNode.Parse(Encoding.UTF8.GetString(invocation.Payload.Span))!;
            _events.Add(read);
            return Task.FromResult(_answer(read));
        };
    }

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Message_OfAMappedQueue_IsBroughtToTheAliasAndDeleted()
    {
        var mapping = _lambda.CreateEventSourceMapping(Queue, new EventSourceUpdate("shop:live"));
        Assert.Equal(
            ($"{LambdaFixture.Arn}:live", "Creating", "Enabled"),
            (mapping.FunctionArn, mapping.Change, mapping.StateAt(_fixture.Clock.GetUtcNow())));

        var id = _sqs.SendMessage("orders", "one");
        await PassAsync(TimeSpan.FromSeconds(1));

        var record = Assert.Single(Assert.Single(_events)["Records"]!.AsArray())!;
        Assert.Equal(
            [
                "messageId", "receiptHandle", "body", "attributes", "messageAttributes", "md5OfBody", "eventSource",
                "eventSourceARN", "awsRegion",
            ],
            record.AsObject().Select(member => member.Key));
        Assert.Equal((id, "one", "aws:sqs", Queue), (
            (string)record["messageId"]!,
            (string)record["body"]!,
            (string)record["eventSource"]!,
            (string)record["eventSourceARN"]!));
        Assert.Equal(("0", "0"), Counts());
        Assert.Equal(1, _fixture.Metrics.Sum("Invocations", "FunctionName=shop,Resource=shop:live,ExecutedVersion=1"));
    }

    [Fact]
    public async Task Message_ThatIsThereBefore_IsBroughtOnceTheMappingIsEnabled()
    {
        for (var number = 0; number < 12; number++) _sqs.SendMessage("orders", $"{number}");
        _lambda.Lifecycle = new FunctionLifecycle(UpdateDelay: TimeSpan.FromSeconds(5));

        var mapping = _lambda.CreateEventSourceMapping(Queue, new EventSourceUpdate("shop"));
        await PassAsync(TimeSpan.FromSeconds(4));
        Assert.Equal(("Creating", 0), (mapping.StateAt(_fixture.Clock.GetUtcNow()), _events.Count));
        Refused(400, "ResourceInUseException", "Cannot delete the event source mapping because it is in use.",
            () => _lambda.DeleteEventSourceMapping(mapping.Id));
        await PassAsync(TimeSpan.FromSeconds(1));

        Assert.Equal([10, 2], _events.Select(one => one["Records"]!.AsArray().Count));
    }

    [Fact]
    public async Task Message_OfAFailedInvocation_ComesAgainWhenItShowsAgain()
    {
        _sqs.CreateQueue("dead");
        _sqs.SetQueueAttributes("orders", new Dictionary<string, string>
        {
            ["RedrivePolicy"] = """{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:123456789012:dead","maxReceiveCount":2}""",
        });
        _lambda.CreateEventSourceMapping(Queue, new EventSourceUpdate("shop"));
        _answer = _ => ScriptedEnvironments.Say("{}", failed: true);
        _sqs.SendMessage("orders", "poison");

        await PassAsync(TimeSpan.FromSeconds(29));
        Assert.Single(_events);
        await PassAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(["1", "2"], _events.Select(one => (string)one["Records"]![0]!["attributes"]!["ApproximateReceiveCount"]!));
        await PassAsync(TimeSpan.FromMinutes(5));

        Assert.Equal(2, _events.Count);
        Assert.Equal("poison", Assert.Single(_sqs.ReceiveMessages("dead")).Body);
    }

    [Theory]
    [InlineData("{\"batchItemFailures\":[{\"itemIdentifier\":\"SECOND\"}]}", 1)]
    [InlineData("{\"batchItemFailures\":[{\"itemIdentifier\":\"nobody\"}]}", 2)]
    [InlineData("{\"batchItemFailures\":[{\"foo\":\"notvalid\"}]}", 2)]
    [InlineData("\"text\"", 2)]
    [InlineData("{}", 0)]
    [InlineData("null", 0)]
    public async Task Messages_OfAnAnswerWithFailures_StayAsItSays(string answer, int stay)
    {
        _sqs.SendMessage("orders", "first");
        var second = _sqs.SendMessage("orders", "second");
        _answer = _ => ScriptedEnvironments.Say(answer.Replace("SECOND", second, StringComparison.Ordinal));

        _lambda.CreateEventSourceMapping(
            Queue, new EventSourceUpdate("shop", FunctionResponseTypes: ["ReportBatchItemFailures"]));
        await PassAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(("0", $"{stay}"), Counts());
    }

    [Fact]
    public async Task Mapping_ThatIsDisabledAndDeleted_BringsNothing()
    {
        var mapping = _lambda.CreateEventSourceMapping(Queue, new EventSourceUpdate("shop"));
        Assert.Equal("Disabling", _lambda.UpdateEventSourceMapping(mapping.Id, new EventSourceUpdate(IsEnabled: false)).Change);
        _sqs.SendMessage("orders", "waits");
        await PassAsync(TimeSpan.FromMinutes(1));
        Assert.Empty(_events);

        Assert.Equal("Enabling", _lambda.UpdateEventSourceMapping(mapping.Id, new EventSourceUpdate(IsEnabled: true)).Change);
        await PassAsync(TimeSpan.FromMinutes(1));
        Assert.Single(_events);

        Assert.Equal("Deleting", _lambda.DeleteEventSourceMapping(mapping.Id).Change);
        _sqs.SendMessage("orders", "stays");
        await PassAsync(TimeSpan.FromMinutes(1));
        Assert.Single(_events);
        Assert.Empty(_lambda.ListEventSourceMappings());
        Refused(
            404,
            "ResourceNotFoundException",
            "The resource you requested does not exist.",
            () => _lambda.GetEventSourceMapping(mapping.Id));
    }

    [Fact]
    public void CreateEventSourceMapping_ForEachNameOfAFunction_KeepsItsQualifier()
    {
        Assert.Equal(LambdaFixture.Arn, Create("shop"));
        Assert.Equal($"{LambdaFixture.Arn}:$LATEST", Create("123456789012:function:shop:$LATEST"));
        Assert.Equal($"{LambdaFixture.Arn}:1", Create($"{LambdaFixture.Arn}:1"));
        var live = Create("shop:live");
        Assert.Equal(live, Assert.Single(_lambda.ListEventSourceMappings(Queue, "shop:live")).FunctionArn);
        Assert.Equal(4, _lambda.ListEventSourceMappings().Count);

        string Create(string function) => _lambda.CreateEventSourceMapping(Queue, new EventSourceUpdate(function)).FunctionArn;
    }

    [Fact]
    public void CreateEventSourceMapping_ThatCannotBe_IsRefusedAsRecorded()
    {
        Invalid("Unrecognized event source.", null, new("shop"));
        Invalid("Function does not exist", Queue, new("none"));
        Invalid("Function does not exist", Queue, new("shop:none"));
        Invalid(
            "Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10",
            Queue,
            new("shop", BatchSize: 11));
        Invalid(
            "Error occurred while ReceiveMessage. SQS Error Code: AWS.SimpleQueueService.NonExistentQueue. "
            + "SQS Error Message: The specified queue does not exist.",
            $"{Queue}s", new("shop"));
        Invalid(
            "Canary.Local's Lambda does not support the event source "
            + "'arn:aws:kinesis:us-east-1:123456789012:stream/a': use an SQS queue.",
            "arn:aws:kinesis:us-east-1:123456789012:stream/a", new("shop"));
        _sqs.SetQueueAttributes("orders", new Dictionary<string, string> { ["VisibilityTimeout"] = "2" });
        Invalid("Queue visibility timeout: 2 seconds is less than Function timeout: 3 seconds", Queue, new("shop"));
        _sqs.SetQueueAttributes("orders", new Dictionary<string, string> { ["VisibilityTimeout"] = "3" });
        var made = _lambda.CreateEventSourceMapping(Queue, new("shop"));
        Refused(409, "ResourceConflictException",
            $"The event source arn (\" {Queue} \") and function (\" shop \") provided mapping already exists. Please update or "
            + "delete the existing mapping with "
            + $"UUID {made.Id}", () => _lambda.CreateEventSourceMapping(Queue, new("shop")));

        void Invalid(string message, string? source, EventSourceUpdate change) =>
            Refused(400, "InvalidParameterValueException", message, () => _lambda.CreateEventSourceMapping(source, change));
    }

    [Fact]
    public async Task Mapping_OverTheWire_HasAwssDocument()
    {
        await using var wire = await LambdaClient.StartAsync(_lambda);
        using var created = await wire.SendAsync(
            "POST",
            "2015-03-31/event-source-mappings",
            $$"""{"EventSourceArn":"{{Queue}}","FunctionName":"shop:live","BatchSize":5}""");
        var document = JsonNode.Parse(await created.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.AsObject();
        var id = (string)document["UUID"]!;
        document.Remove("LastModified");
        Assert.Equal(202, (int)created.StatusCode);
        Assert.Equal(
            $$"""
            {"UUID":"{{id}}","BatchSize":5,"MaximumBatchingWindowInSeconds":0,"EventSourceArn":"{{Queue}}",
            "FunctionArn":"{{LambdaFixture.Arn}}:live",
            "State":"Creating","StateTransitionReason":"USER_INITIATED","FunctionResponseTypes":[],
            "EventSourceMappingArn":"arn:aws:lambda:us-east-1:123456789012:event-source-mapping:{{id}}"}
            """.ReplaceLineEndings(""),
            document.ToJsonString());

        using var listed = await wire.SendAsync("GET", "2015-03-31/event-source-mappings?FunctionName=shop:live", null);
        Assert.Equal(
            "Enabled", (string)JsonNode.Parse(await listed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!
            ["EventSourceMappings"]![0]!["State"]!);
        using var refused = await wire.SendAsync(
            "PUT", $"2015-03-31/event-source-mappings/{id}", """{"ParallelizationFactor":2}""");
        Assert.Equal(400, (int)refused.StatusCode);
    }

    private static void Refused(int status, string code, string message, Action deed)
    {
        var refusal = Assert.Throws<AwsException>(deed);
        Assert.Equal((status, code, message), (refusal.StatusCode, refusal.Code, refusal.Message));
    }

    private Task PassAsync(TimeSpan time) => _fixture.Clock.RunUntilAsync(_fixture.Clock.GetUtcNow() + time);

    private (string Visible, string Hidden) Counts()
    {
        var attributes = _sqs.GetQueueAttributes("orders");
        return (attributes["ApproximateNumberOfMessages"], attributes["ApproximateNumberOfMessagesNotVisible"]);
    }
}
