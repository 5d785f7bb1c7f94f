using Canary.Local.Events.Model;

namespace Canary.Local.Deploy.Plan;

/// <summary>A rule that a deployment creates, with its targets.</summary>
/// <param name="LogicalId">
/// Its name in the template; one of a function's events has the function's before its own, as SAM names it.
/// </param>
/// <param name="Name">Its name in EventBridge.</param>
/// <param name="EventPattern">JSON, everything resolved; null for none.</param>
/// <param name="ScheduleExpression">Such as <c>rate(5 minutes)</c>; null for none.</param>
/// <param name="IsEnabled">Whether anything reaches the targets.</param>
/// <param name="Description">What it is for; null for none.</param>
/// <param name="Targets">Whom it tells.</param>
public sealed record PlannedRule(
    string LogicalId,
    string Name,
    string? EventPattern,
    string? ScheduleExpression,
    bool IsEnabled,
    string? Description,
    IReadOnlyList<RuleTarget> Targets);
