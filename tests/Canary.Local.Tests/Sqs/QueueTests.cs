using Canary.Local.Clocks;
using Canary.Local.Sqs;
using Canary.Local.Wire;

namespace Canary.Local.Tests.Sqs;

public sealed class QueueTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly VirtualClock _clock = new(Start);
    private readonly SqsService _sqs;

    public QueueTests() => _sqs = new SqsService(_clock, new AwsAccount());

    [Fact]
    public async Task Receive_HidesAMessageUntilItsTimeIsOver()
    {
        var url = _sqs.CreateQueue("mails", new Dictionary<string, string> { ["VisibilityTimeout"] = "45" });
        _sqs.SendMessage(url, "hello");

        var first = Assert.Single(_sqs.ReceiveMessages(url));
        Assert.Equal(("hello", 1, Start), (first.Body, first.Receives, first.FirstReceived));
        await _clock.RunUntilAsync(Start.AddSeconds(44));
        Assert.Empty(_sqs.ReceiveMessages(url));
        await _clock.RunUntilAsync(Start.AddSeconds(45));
        var second = Assert.Single(_sqs.ReceiveMessages(url));

        Assert.Equal((2, Start, first.Id), (second.Receives, second.FirstReceived, second.Id));
        // The old handle deletes nothing any more.
        _sqs.DeleteMessage(url, first.ReceiptHandle);
        Assert.Equal("1", _sqs.GetQueueAttributes(url)["ApproximateNumberOfMessagesNotVisible"]);
        _sqs.DeleteMessage(url, second.ReceiptHandle);
        Assert.Equal("0", _sqs.GetQueueAttributes(url)["ApproximateNumberOfMessagesNotVisible"]);
    }

    [Fact]
    public void Receive_TooOften_MovesAMessageToTheDeadLetterQueue()
    {
        var dead = _sqs.CreateQueue("dead");
        var policy = """{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:123456789012:dead","maxReceiveCount":"2"}""";
        var url = _sqs.CreateQueue(
            "mails", new Dictionary<string, string> { ["RedrivePolicy"] = policy, ["VisibilityTimeout"] = "0" });
        _sqs.SendMessage(url, "poison");

        Assert.Equal(
            [1, 2, 0], [.. Enumerable.Range(0, 3).Select(_ => _sqs.ReceiveMessages(url).Sum(message => message.Receives))]);
        Assert.Equal("poison", Assert.Single(_sqs.ReceiveMessages(dead)).Body);
    }

    [Fact]
    public async Task Receive_ThatWaits_GetsWhatComesMeanwhile()
    {
        var url = _sqs.CreateQueue("mails", new Dictionary<string, string> { ["ReceiveMessageWaitTimeSeconds"] = "20" });
        var waiting = _sqs.ReceiveMessagesAsync(url, cancellationToken: TestContext.Current.CancellationToken);
        Assert.False(waiting.IsCompleted);

        _sqs.SendMessage(url, "late");

        Assert.Equal("late", Assert.Single(await waiting).Body);
    }

    [Fact]
    public async Task Receive_ThatWaitsInVain_EndsInTime()
    {
        var url = _sqs.CreateQueue("mails");
        var waiting = _sqs.ReceiveMessagesAsync(url, wait: 7, cancellationToken: TestContext.Current.CancellationToken);
        await _clock.RunUntilAsync(Start.AddSeconds(6));
        Assert.False(waiting.IsCompleted);

        await _clock.RunUntilAsync(Start.AddSeconds(7));

        Assert.Empty(await waiting);
    }

    [Fact]
    public async Task Send_WithADelay_IsCountedAndComesLater()
    {
        var url = _sqs.CreateQueue("mails", new Dictionary<string, string> { ["DelaySeconds"] = "5" });
        _sqs.SendMessage(url, "slow");
        _sqs.SendMessage(url, "fast", delay: 0);

        Assert.Equal(
            ("1", "1"),
            (
                _sqs.GetQueueAttributes(url)["ApproximateNumberOfMessagesDelayed"],
                _sqs.GetQueueAttributes(url)["ApproximateNumberOfMessages"]));
        Assert.Equal("fast", Assert.Single(_sqs.ReceiveMessages(url, 10)).Body);
        await _clock.RunUntilAsync(Start.AddSeconds(5));
        Assert.Equal("slow", Assert.Single(_sqs.ReceiveMessages(url, 10)).Body);
    }

    [Fact]
    public async Task Messages_PastTheirRetention_AreGone()
    {
        var url = _sqs.CreateQueue("mails", new Dictionary<string, string> { ["MessageRetentionPeriod"] = "60" });
        _sqs.SendMessage(url, "old");
        await _clock.RunUntilAsync(Start.AddSeconds(61));
        Assert.Empty(_sqs.ReceiveMessages(url));
    }

    [Fact]
    public async Task Purge_TwiceInAMinute_IsRefused()
    {
        var url = _sqs.CreateQueue("mails");
        _sqs.SendMessage(url, "gone");
        _sqs.PurgeQueue(url);
        Assert.Empty(_sqs.ReceiveMessages(url));

        var refusal = Assert.Throws<AwsException>(() => _sqs.PurgeQueue(url));
        Assert.Equal(
            ("PurgeQueueInProgress", "Only one PurgeQueue operation on mails is allowed every 60 seconds."),
            (refusal.Code, refusal.Message));
        await _clock.RunUntilAsync(Start.AddSeconds(60));
        _sqs.PurgeQueue(url);
    }

    [Fact]
    public void ChangeVisibility_ToZero_ShowsTheMessageAgain()
    {
        var url = _sqs.CreateQueue("mails");
        _sqs.SendMessage(url, "again");
        var handle = _sqs.ReceiveMessages(url)[0].ReceiptHandle;

        _sqs.ChangeMessageVisibility(url, handle, 0);

        Assert.Equal("MessageNotInflight", Assert.Throws<AwsException>(() => _sqs.ChangeMessageVisibility(url, handle, 0)).Code);
        Assert.Equal(2, _sqs.ReceiveMessages(url)[0].Receives);
    }

    [Theory]
    [InlineData("DelaySeconds", "901", "InvalidAttributeValue", "Invalid value for the parameter DelaySeconds.")]
    [InlineData("VisibilityTimeout", "x", "InvalidAttributeValue", "Invalid value for the parameter VisibilityTimeout.")]
    [InlineData("Colour", "red", "InvalidAttributeName", "Unknown Attribute Colour.")]
    [InlineData(
        "FifoQueue", "true", "InvalidParameterValueException", "Canary.Local does not support FIFO queues: leave FifoQueue out.")]
    [InlineData("RedrivePolicy", "{", "InvalidParameterValueException",
        "Value { for parameter RedrivePolicy is invalid. Reason: Redrive policy is not a valid JSON map.")]
    [InlineData("RedrivePolicy", "{\"deadLetterTargetArn\":\"a\",\"maxReceiveCount\":1001}", "InvalidParameterValueException",
        "Value {\"deadLetterTargetArn\":\"a\",\"maxReceiveCount\":1001} for parameter RedrivePolicy is invalid. "
        + "Reason: Invalid value for maxReceiveCount: 1001, valid values are from 1 to 1000 both inclusive.")]
    public void CreateQueue_WithAnAttributeThatIsNone_IsRefused(string name, string value, string code, string message)
    {
        var refusal = Assert.Throws<AwsException>(
            () => _sqs.CreateQueue("mails", new Dictionary<string, string> { [name] = value }));
        Assert.Equal((code, message), (refusal.Code, refusal.Message));
    }

    [Fact]
    public void CreateQueue_Again_IsTheSameQueueUnlessItDiffers()
    {
        var attributes = new Dictionary<string, string> { ["DelaySeconds"] = "5" };
        Assert.Equal("https://sqs.us-east-1.amazonaws.com/123456789012/mails", _sqs.CreateQueue("mails", attributes));
        _sqs.CreateQueue("mails", attributes);
        _sqs.CreateQueue("mails");

        attributes["DelaySeconds"] = "6";
        var refusal = Assert.Throws<AwsException>(() => _sqs.CreateQueue("mails", attributes));
        Assert.Equal(
            "A queue already exists with the same name and a different value for attribute DelaySeconds", refusal.Message);
    }
}
