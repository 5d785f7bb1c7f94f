using Canary.Local.Events;

namespace Canary.Local.Deploy;

/// <summary>A rule that a deployment creates, with one function as its target.</summary>
/// <param name="LogicalId">As SAM names it: the function's name in the template, then the event's.</param>
/// <param name="Name">Its name in EventBridge.</param>
/// <param name="EventPattern">JSON, everything resolved; null for none.</param>
/// <param name="ScheduleExpression">Such as <c>rate(5 minutes)</c>; null for none.</param>
/// <param name="IsEnabled">Whether anything reaches the function.</param>
/// <param name="Description">What it is for; null for none.</param>
/// <param name="Target">The function.</param>
public sealed record PlannedRule(
    string LogicalId, string Name, string? EventPattern, string? ScheduleExpression, bool IsEnabled, string? Description, RuleTarget Target);
