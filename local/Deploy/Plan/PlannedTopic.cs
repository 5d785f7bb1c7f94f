namespace Canary.Local.Deploy.Plan;

/// <summary>A topic that a deployment creates.</summary>
/// <param name="LogicalId">Its name in the template.</param>
/// <param name="Name">Its name in SNS.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="Attributes">As SNS takes them.</param>
public sealed record PlannedTopic(string LogicalId, string Name, string Arn, IReadOnlyDictionary<string, string> Attributes);
