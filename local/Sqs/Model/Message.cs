namespace Canary.Local.Sqs.Model;

/// <summary>A message in a queue, as its queue's lock guards it.</summary>
internal sealed class Message(
    string body, IReadOnlyDictionary<string, MessageAttributeValue> attributes, DateTimeOffset sent, DateTimeOffset visible)
{
    public string Id { get; } = Guid.NewGuid().ToString();

    public string Body { get; } = body;

    public IReadOnlyDictionary<string, MessageAttributeValue> Attributes { get; } = attributes;

    public DateTimeOffset Sent { get; } = sent;

    /// <summary>From when on it can be received: later for a delayed one, and for one that somebody works on.</summary>
    public DateTimeOffset Visible { get; set; } = visible;

    public int Receives { get; set; }

    public DateTimeOffset? FirstReceived { get; set; }

    /// <summary>The last one that was given out; null before that.</summary>
    public string? Handle { get; set; }
}
