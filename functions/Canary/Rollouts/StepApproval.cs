namespace Canary.Rollouts;

/// <summary>Who decided on a step, and why.</summary>
/// <param name="Approved">Whether the rollout might go on.</param>
/// <param name="By">Who said so, by their own account.</param>
/// <param name="At">When, by the execution's time.</param>
/// <param name="Reason">Why, cut short: the story has more of it.</param>
public sealed record StepApproval(bool Approved, string By, DateTimeOffset At, string? Reason);
