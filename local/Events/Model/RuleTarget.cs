namespace Canary.Local.Events.Model;

/// <summary>Where a rule sends its events.</summary>
/// <param name="Id">Unique in its rule.</param>
/// <param name="Arn">The ARN of a Lambda function, with or without a qualifier, of an SQS queue or of an SNS topic.</param>
/// <param name="Input">JSON that is sent instead of the event; null sends the event.</param>
public sealed record RuleTarget(string Id, string Arn, string? Input = null)
{
    /// <summary>Makes what is sent out of the event; null sends the event, or <see cref="Input"/>.</summary>
    public InputTransformer? Transformer { get; init; }

    /// <summary>The queue of events that the target cannot take; null for none.</summary>
    public string? DeadLetterArn { get; init; }

    /// <summary>0 to 185; null for 185. Kept and shown: here a target takes an event at once or never.</summary>
    public int? MaximumRetryAttempts { get; init; }

    /// <summary>60 to 86,400; null for 86,400. Kept and shown, too.</summary>
    public int? MaximumEventAgeInSeconds { get; init; }
}
