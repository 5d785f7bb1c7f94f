namespace Canary.Local.Deploy.Plan;

/// <summary>A queue that a deployment creates.</summary>
/// <param name="LogicalId">Its name in the template.</param>
/// <param name="Name">Its name in SQS.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="Attributes">As SQS takes them.</param>
public sealed record PlannedQueueResource(
    string LogicalId, string Name, string Arn, IReadOnlyDictionary<string, string> Attributes);
