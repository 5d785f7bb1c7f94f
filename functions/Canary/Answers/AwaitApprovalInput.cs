using Canary.Rollouts;

namespace Canary.Answers;

/// <summary>What the state machine gives to AwaitApproval.</summary>
/// <param name="Rollout">The rollout's document.</param>
/// <param name="At">When the state was entered.</param>
/// <param name="TaskToken">What an answer must carry. It holds until the next check, and then there is another.</param>
public sealed record AwaitApprovalInput(Rollout Rollout, DateTimeOffset At, string TaskToken);
