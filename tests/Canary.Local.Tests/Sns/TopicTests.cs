using System.Text.Json.Nodes;
using Canary.Local.Clocks;
using Canary.Local.Sns;
using Canary.Local.Sqs.Model;
using Canary.Local.Targets;
using Canary.Local.Wire;

namespace Canary.Local.Tests.Sns;

public sealed class TopicTests : ITargets
{
    private const string Queue = "arn:aws:sqs:us-east-1:123456789012:mails";
    private const string Function = "arn:aws:lambda:us-east-1:123456789012:function:work";

    private readonly List<(string Arn, string Message)> _sent = [];
    private readonly SnsService _sns;
    private readonly string _topic;

    public TopicTests()
    {
        _sns = new SnsService(new VirtualClock(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)), new AwsAccount(), this);
        _topic = _sns.CreateTopic("news");
    }

    void ITargets.Send(
        string arn, string message, string? subject, IReadOnlyDictionary<string, MessageAttributeValue>? attributes)
    {
        _sent.Add((arn, message));
        if (arn.EndsWith(":gone", StringComparison.Ordinal)) throw new AwsException(400, "QueueDoesNotExist", "");
    }

    [Fact]
    public void Publish_ToAQueueAndAFunction_HasSnssDocuments()
    {
        _sns.Subscribe(_topic, "sqs", "arn:aws:sqs:us-east-1:123456789012:gone");
        _sns.Subscribe(_topic, "sqs", Queue);
        var subscription = _sns.Subscribe(_topic, "lambda", Function);

        var id = _sns.Publish(
            _topic, "It is out.", "News", new Dictionary<string, MessageAttributeValue> { ["kind"] = new("String", "release") });

        Assert.Equal(["arn:aws:sqs:us-east-1:123456789012:gone", Queue, Function], _sent.Select(one => one.Arn));
        var mail = JsonNode.Parse(_sent[1].Message)!;
        Assert.Equal(
            ["Type", "MessageId", "TopicArn", "Subject", "Message", "Timestamp", "SignatureVersion", "Signature",
                "SigningCertURL", "UnsubscribeURL",
                "MessageAttributes"],
            mail.AsObject().Select(member => member.Key));
        Assert.Equal(
            (id, _topic, "News", "It is out.", "2026-01-01T00:00:00.000Z", """{"kind":{"Type":"String","Value":"release"}}"""), (
            (string)mail["MessageId"]!,
            (string)mail["TopicArn"]!,
            (string)mail["Subject"]!,
            (string)mail["Message"]!,
            (string)mail["Timestamp"]!,
            mail["MessageAttributes"]!.ToJsonString()));
        var record = Assert.Single(JsonNode.Parse(_sent[2].Message)!["Records"]!.AsArray())!;
        Assert.Equal(("aws:sns", subscription, "It is out."),
            ((string)record["EventSource"]!, (string)record["EventSubscriptionArn"]!, (string)record["Sns"]!["Message"]!));
    }

    [Fact]
    public void Publish_Raw_HasNoEnvelope()
    {
        _sns.Subscribe(_topic, "sqs", Queue, new Dictionary<string, string> { ["RawMessageDelivery"] = "true" });
        _sns.Publish(_topic, "bare");
        Assert.Equal((Queue, "bare"), Assert.Single(_sent));
    }

    [Fact]
    public void Subscribe_Twice_IsOneSubscriptionUntilItIsEnded()
    {
        var arn = _sns.Subscribe(_topic, "sqs", Queue);
        Assert.Equal(arn, _sns.Subscribe(_topic, "sqs", Queue));
        Assert.Equal(arn, Assert.Single(_sns.ListSubscriptions(_topic)).Arn);

        _sns.Unsubscribe(arn);
        _sns.Unsubscribe(arn);

        Assert.Empty(_sns.ListSubscriptions());
        Assert.Equal("Subscription does not exist", Assert.Throws<AwsException>(() => _sns.GetSubscription(arn)).Message);
    }

    [Theory]
    [InlineData(
        "email", "me@example.com",
        "Invalid parameter: Canary.Local does not support the protocol email: subscribe a queue "
        + "with sqs or a function with lambda")]
    [InlineData("pigeon", "loft", "Invalid parameter: Protocol Reason: Does not support this protocol string: pigeon")]
    [InlineData("sqs", "https://queue", "Invalid parameter: SQS endpoint ARN")]
    [InlineData("lambda", null, "Invalid parameter: Lambda endpoint ARN")]
    public void Subscribe_WhatCannotBe_IsRefused(string protocol, string? endpoint, string message) =>
        Assert.Equal(message, Assert.Throws<AwsException>(() => _sns.Subscribe(_topic, protocol, endpoint)).Message);

    [Fact]
    public void Publish_WhatCannotBe_IsRefused()
    {
        Assert.Equal((404, "NotFound", "Topic does not exist"), Of(() => _sns.Publish($"{_topic}s", "a")));
        Assert.Equal((400, "InvalidParameter", "Invalid parameter: TopicArn"), Of(() => _sns.Publish("news", "a")));
        Assert.Equal((400, "InvalidParameter", "Invalid parameter: Empty message"), Of(() => _sns.Publish(_topic, "")));
        Assert.Equal((400, "InvalidParameter", "Invalid parameter: Subject"), Of(() => _sns.Publish(_topic, "a", "two\nlines")));
        Assert.Equal(
            (400, "InvalidParameter", "Invalid parameter: Message too long"),
            Of(() => _sns.Publish(_topic, new string('a', 262_145))));

        static (int, string, string) Of(Action publish)
        {
            var refusal = Assert.Throws<AwsException>(publish);
            return (refusal.StatusCode, refusal.Code, refusal.Message);
        }
    }
}
