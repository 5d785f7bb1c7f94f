using System.Text.Json.Nodes;
using Canary.Local;

namespace Canary.EndToEnd.Tests.InProcess;

/// <summary>Somebody who listens to an SNS topic, or to the bus, by a queue.</summary>
internal sealed class Listener
{
    private readonly LocalAws _aws;
    private readonly string _url;

    private Listener(LocalAws aws, string name) => (_aws, _url) = (aws, aws.Sqs.CreateQueue(name));

    private string Arn => _aws.Sqs.GetQueueAttributes(_url)["QueueArn"];

    /// <summary>Hears all that Canary puts on the bus.</summary>
    public static Listener ToTheBus(LocalAws aws)
    {
        var listener = new Listener(aws, "bus");
        aws.Events.PutRule("bus", """{ "source": ["canary"] }""");
        aws.Events.PutTargets("bus", [new("queue", listener.Arn)]);
        return listener;
    }

    /// <summary>Hears what a topic is told, as it is.</summary>
    public static Listener ToTopic(LocalAws aws, string topic)
    {
        var listener = new Listener(aws, topic);
        var subscription = aws.Sns.Subscribe(aws.Sns.CreateTopic(topic), "sqs", listener.Arn);
        aws.Sns.SetSubscriptionAttribute(subscription, "RawMessageDelivery", "true");
        return listener;
    }

    /// <summary>All messages since the last time.</summary>
    public List<string> Hear()
    {
        var heard = new List<string>();
        while (_aws.Sqs.ReceiveMessages(_url, 10) is { Count: > 0 } some)
        {
            foreach (var message in some)
            {
                heard.Add(message.Body);
                _aws.Sqs.DeleteMessage(_url, message.ReceiptHandle);
            }
        }
        return heard;
    }

    /// <summary>The same as JSON.</summary>
    public List<JsonNode> HearJson() => [.. Hear().Select(text => JsonNode.Parse(text)!)];
}
