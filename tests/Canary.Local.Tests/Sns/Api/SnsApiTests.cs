using System.Xml.Linq;
using Canary.Local.Clocks;
using Canary.Local.Gateway;
using Canary.Local.Sns;
using Canary.Local.Sns.Api;
using Canary.Local.Wire;

namespace Canary.Local.Tests.Sns.Api;

public sealed class SnsApiTests : IAsyncLifetime
{
    private const string Topic = "arn:aws:sns:us-east-1:123456789012:news";
    private static readonly XNamespace Space = "http://sns.amazonaws.com/doc/2010-03-31/";

    private readonly SnsService _sns = new(
        new VirtualClock(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)), new AwsAccount(), new TargetsByArn());
    private readonly HttpClient _http = new();
    private AwsEndpoint _endpoint = null!;

    public async ValueTask InitializeAsync() => _endpoint = await AwsEndpoint.StartAsync(new AwsRouter([new SnsApi(_sns)]));

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _endpoint.DisposeAsync();
    }

    [Fact]
    public async Task Topic_OverTheWire_IsCreatedSubscribedAndDeleted()
    {
        Assert.Equal(
            Topic, (await CallAsync("CreateTopic", "Name=news&Attributes.entry.1.key=DisplayName&Attributes.entry.1.value=News"))
            .Descendants(Space + "TopicArn").Single().Value);
        var subscription = (await CallAsync(
            "Subscribe",
            $"TopicArn={Topic}&Protocol=sqs&Endpoint=arn:aws:sqs:us-east-1:123456789012:q&ReturnSubscriptionArn=true"))
            .Descendants(Space + "SubscriptionArn").Single().Value;
        var member = (await CallAsync("ListSubscriptionsByTopic", $"TopicArn={Topic}")).Descendants(Space + "member").Single();
        Assert.Equal(
            (subscription, "sqs"), (member.Element(Space + "SubscriptionArn")!.Value, member.Element(Space + "Protocol")!.Value));
        var attributes = (await CallAsync("GetTopicAttributes", $"TopicArn={Topic}")).Descendants(Space + "entry")
            .ToDictionary(entry => entry.Element(Space + "key")!.Value, entry => entry.Element(Space + "value")!.Value);
        Assert.Equal(("News", "1"), (attributes["DisplayName"], attributes["SubscriptionsConfirmed"]));
        Assert.NotEmpty((await CallAsync(
            "Publish",
            $"TopicArn={Topic}&Message=m&MessageAttributes.entry.1.Name=a&MessageAttributes.entry.1.Value.DataType=String"
            + $"&MessageAttributes.entry.1.Value.StringValue=b"))
            .Descendants(Space + "MessageId").Single().Value);
        await CallAsync("DeleteTopic", $"TopicArn={Topic}");
        Assert.Empty((await CallAsync("ListTopics", "")).Descendants(Space + "TopicArn"));
    }

    [Theory]
    [InlineData("CreateTopic", "Name=a+b", 400, "InvalidParameter", "Invalid parameter: Topic Name")]
    [InlineData("CreateTopic", "", 400, "ValidationError",
        "1 validation error detected: Value null at 'name' failed to satisfy constraint: Member must not be null")]
    [InlineData("Publish", "TopicArn=arn:aws:sns:us-east-1:123456789012:none&Message=a", 404, "NotFound", "Topic does not exist")]
    [InlineData("Publish", "Message=a&PhoneNumber=1", 400, "InvalidParameter",
        "Invalid parameter: Canary.Local does not support PhoneNumber of Publish: leave it out")]
    [InlineData(
        "Publish", "TopicArn=arn:aws:sns:us-east-1:123456789012:none&MessageStructure=json&Message={}", 400, "InvalidParameter",
        "Invalid parameter: Message Structure - No default entry in JSON message body")]
    [InlineData("ConfirmSubscription", "", 400, "InvalidAction",
        "The action ConfirmSubscription is not valid for this endpoint: Canary.Local does not support it.")]
    public async Task Refusal_OverTheWire_HasAwsNameAndWords(
        string operation, string form, int status, string code, string message)
    {
        using var response = await SendAsync(operation, form);

        var error = XDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
            .Descendants(Space + "Error")
            .Single();
        Assert.Equal(
            (status, code, message),
            ((int)response.StatusCode, error.Element(Space + "Code")!.Value, error.Element(Space + "Message")!.Value));
    }

    private async Task<XDocument> CallAsync(string operation, string form)
    {
        using var response = await SendAsync(operation, form);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return XDocument.Parse(text);
    }

    private Task<HttpResponseMessage> SendAsync(string operation, string form)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, _endpoint.Url)
        {
            Content = new StringContent(
                $"Action={operation}&Version=2010-03-31&{form}", System.Text.Encoding.UTF8, "application/x-www-form-urlencoded"),
        };
        const string Signature =
            "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/sns/aws4_request, SignedHeaders=host, Signature=0";
        request.Headers.TryAddWithoutValidation("Authorization", Signature);
        return _http.SendAsync(request);
    }
}
