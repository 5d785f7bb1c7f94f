namespace Canary.Answers;

/// <summary>The answer as the state machine gets it.</summary>
/// <param name="Approved">Whether the rollout may go on.</param>
/// <param name="By">Who says it.</param>
/// <param name="Reason">Why, or null.</param>
public sealed record ApprovalOutput(bool Approved, string By, string? Reason);
