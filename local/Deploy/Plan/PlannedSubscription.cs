namespace Canary.Local.Deploy.Plan;

/// <summary>A subscription that a deployment creates.</summary>
/// <param name="TopicArn">The topic.</param>
/// <param name="Protocol"><c>sqs</c> or <c>lambda</c>.</param>
/// <param name="Endpoint">The queue's or the function's ARN.</param>
/// <param name="IsRaw">Whether a queue gets the message as it is.</param>
public sealed record PlannedSubscription(string TopicArn, string Protocol, string Endpoint, bool IsRaw);
