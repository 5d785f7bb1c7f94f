using System.Text.Json.Serialization;

namespace Canary.Answers;

/// <summary>The parameters of the task AwaitApproval, as the execution's history tells them.</summary>
/// <param name="Payload">What the Lambda was given.</param>
public sealed record ApprovalTaskParameters([property: JsonPropertyName("Payload")] AwaitApprovalInput? Payload);
