using Canary.Local.Events.Patterns;

namespace Canary.Local.Events.Model;

/// <summary>A rule of the default bus.</summary>
/// <param name="Name">1 to 64 letters, digits, dots, hyphens and underscores.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="EventPattern">JSON: which events it is for; null for none.</param>
/// <param name="ScheduleExpression">Such as <c>rate(15 minutes)</c>; null for none.</param>
/// <param name="IsEnabled">Whether anything reaches its targets.</param>
/// <param name="Description">At most 512 characters.</param>
public sealed record Rule(
    string Name, string Arn, string? EventPattern, string? ScheduleExpression, bool IsEnabled, string? Description)
{
    /// <summary>What <see cref="EventPattern"/> says.</summary>
    internal Pattern? Pattern { get; init; }

    /// <summary>What <see cref="ScheduleExpression"/> says.</summary>
    internal TimeSpan? Rate { get; init; }
}
