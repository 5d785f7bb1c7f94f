namespace Canary.Local.Events;

/// <summary>Where a rule sends its events.</summary>
/// <param name="Id">Unique in its rule.</param>
/// <param name="Arn">A Lambda function's ARN, with or without a qualifier.</param>
/// <param name="Input">JSON that is sent instead of the event; null sends the event.</param>
public sealed record RuleTarget(string Id, string Arn, string? Input = null);
