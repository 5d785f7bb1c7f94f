using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Canary.Local.Clocks;
using Canary.Local.Gateway;
using Canary.Local.Sqs;
using Canary.Local.Sqs.Api;
using Canary.Local.Wire;

namespace Canary.Local.Tests.Sqs.Api;

public sealed class SqsApiTests : IAsyncLifetime
{
    private const string Url = "https://sqs.us-east-1.amazonaws.com/123456789012/mails";
    private readonly SqsService _sqs = new(
        new VirtualClock(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)), new AwsAccount());
    private readonly HttpClient _http = new();
    private AwsEndpoint _endpoint = null!;

    public async ValueTask InitializeAsync() => _endpoint = await AwsEndpoint.StartAsync(new AwsRouter([new SqsApi(_sqs)]));

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _endpoint.DisposeAsync();
    }

    [Fact]
    public async Task Message_OverTheWire_IsSentReceivedAndDeleted()
    {
        Assert.Equal($$"""{"QueueUrl":"{{Url}}"}""", await CallAsync("CreateQueue", """{"QueueName":"mails"}"""));
        Assert.Equal($$"""{"QueueUrl":"{{Url}}"}""", await CallAsync("GetQueueUrl", """{"QueueName":"mails"}"""));
        Assert.Equal($$"""{"QueueUrls":["{{Url}}"]}""", await CallAsync("ListQueues", "{}"));
        Assert.Equal("{}", await CallAsync("ListQueues", """{"QueueNamePrefix":"x"}"""));
        Assert.Equal("{}", await CallAsync("ReceiveMessage", $$"""{"QueueUrl":"{{Url}}"}"""));

        var sent = JsonNode.Parse(await CallAsync("SendMessage",
            $$$$"""
                {"QueueUrl":"{{{{Url}}}}","MessageBody":"hello",
                "MessageAttributes":{"kind":{"DataType":"String","StringValue":"release"}}}
                """))!;
        Assert.Equal(("5d41402abc4b2a76b9719d911017c592", "d0c2e8dbfbb1b2ee4d0bd6c9e1ba7e56".Length),
            ((string)sent["MD5OfMessageBody"]!, ((string)sent["MD5OfMessageAttributes"]!).Length));

        var received = JsonNode.Parse(await CallAsync("ReceiveMessage",
            $$"""{"QueueUrl":"{{Url}}","AttributeNames":["ApproximateReceiveCount","SentTimestamp"]"""
            + $$""","MessageAttributeNames":["All"]}"""))!["Messages"]![0]!;
        Assert.Equal(
            ["MessageId", "ReceiptHandle", "MD5OfBody", "Body", "Attributes", "MD5OfMessageAttributes", "MessageAttributes"],
            received.AsObject().Select(member => member.Key));
        Assert.Equal(
            """{"ApproximateReceiveCount":"1","SentTimestamp":"1767225600000"}""", received["Attributes"]!.ToJsonString());
        Assert.Equal((string)sent["MD5OfMessageAttributes"]!, (string)received["MD5OfMessageAttributes"]!);

        Assert.Equal(
            "{}",
            await CallAsync("DeleteMessage", $$"""{"QueueUrl":"{{Url}}","ReceiptHandle":"{{received["ReceiptHandle"]}}"}"""));
        Assert.Equal(
            """{"Attributes":{"ApproximateNumberOfMessages":"0","ApproximateNumberOfMessagesNotVisible":"0"}}""",
            Sorted(await CallAsync("GetQueueAttributes",
                $$"""
                    {"QueueUrl":"{{Url}}",
                    "AttributeNames":["ApproximateNumberOfMessages","ApproximateNumberOfMessagesNotVisible"]}
                    """)));
    }

    [Fact]
    public async Task Batch_WithABadEntry_SendsTheOthers()
    {
        await CallAsync("CreateQueue", """{"QueueName":"mails"}""");

        var answer = JsonNode.Parse(await CallAsync("SendMessageBatch",
            $$"""{"QueueUrl":"{{Url}}","Entries":[{"Id":"a","MessageBody":"one"},{"Id":"b","MessageBody":"\u0001"}]}"""))!;

        Assert.Equal("a", (string)Assert.Single(answer["Successful"]!.AsArray())!["Id"]!);
        Assert.Equal(
            ("b", "InvalidMessageContents"), ((string)answer["Failed"]![0]!["Id"]!, (string)answer["Failed"]![0]!["Code"]!));
        Assert.Equal("one", Assert.Single(_sqs.ReceiveMessages(Url, 10)).Body);
    }

    [Theory]
    [InlineData("SendMessage", "{}", "com.amazon.coral.service#MissingRequiredParameterException", "MissingParameter;Sender",
        "The request must contain the parameter QueueUrl.")]
    [InlineData("SendMessage", """{"QueueUrl":"https://h/1/none","MessageBody":"a"}""", "com.amazonaws.sqs#QueueDoesNotExist",
        "AWS.SimpleQueueService.NonExistentQueue;Sender", "The specified queue does not exist.")]
    [InlineData(
        "ReceiveMessage",
        """{"QueueUrl":"mails","MaxNumberOfMessages":11}""",
        "com.amazon.coral.service#InvalidParameterValueException",
        "InvalidParameterValue;Sender",
        "Value 11 for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 and 10, if provided.")]
    [InlineData("DeleteMessage", """{"QueueUrl":"mails","ReceiptHandle":"abc"}""", "com.amazonaws.sqs#ReceiptHandleIsInvalid",
        "ReceiptHandleIsInvalid;Sender", "The input receipt handle \"abc\" is not a valid receipt handle.")]
    [InlineData(
        "CreateQueue",
        """{"QueueName":"a b"}""",
        "com.amazon.coral.service#InvalidParameterValueException",
        "InvalidParameterValue;Sender",
        "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length")]
    [InlineData("GetQueueAttributes", """{"QueueUrl":"mails","AttributeNames":["X"]}""", "com.amazonaws.sqs#InvalidAttributeName",
        "InvalidAttributeName;Sender", "Unknown Attribute X.")]
    public async Task Refusal_OverTheWire_HasAwsNamesAndWords(
        string operation, string body, string type, string code, string message)
    {
        _sqs.CreateQueue("mails");

        using var response = await SendAsync(operation, body);

        var error = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal((400, type, code, message), (
            (int)response.StatusCode, (string)error["__type"]!, response.Headers.GetValues("x-amzn-query-error")
                .Single(), (string)error["message"]!));
    }

    private static string Sorted(string json)
    {
        var attributes = JsonNode.Parse(json)!["Attributes"]!.AsObject().OrderBy(one => one.Key, StringComparer.Ordinal);
        return new JsonObject
        {
            ["Attributes"] = new JsonObject(attributes.Select(one => KeyValuePair.Create(one.Key, one.Value?.DeepClone()))),
        }.ToJsonString();
    }

    private async Task<string> CallAsync(string operation, string body)
    {
        using var response = await SendAsync(operation, body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return text;
    }

    private Task<HttpResponseMessage> SendAsync(string operation, string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, _endpoint.Url) { Content = new StringContent(body, Encoding.UTF8) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.0");
        request.Headers.Add("X-Amz-Target", $"AmazonSQS.{operation}");
        const string Signature =
            "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/sqs/aws4_request, SignedHeaders=host, Signature=0";
        request.Headers.TryAddWithoutValidation("Authorization", Signature);
        return _http.SendAsync(request);
    }
}
