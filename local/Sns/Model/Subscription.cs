namespace Canary.Local.Sns.Model;

/// <summary>Who gets what is published on a topic.</summary>
/// <param name="Arn">The topic's, with an id of its own.</param>
/// <param name="TopicArn">The topic.</param>
/// <param name="Protocol"><c>sqs</c> or <c>lambda</c>.</param>
/// <param name="Endpoint">The queue's or the function's ARN.</param>
/// <param name="IsRaw">Whether a queue gets the message as it is, without SNS's envelope.</param>
public sealed record Subscription(string Arn, string TopicArn, string Protocol, string Endpoint, bool IsRaw);
