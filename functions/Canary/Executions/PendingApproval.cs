using Canary.Rollouts;

namespace Canary.Executions;

/// <summary>How an execution stands, to one who wants to approve it.</summary>
/// <param name="State">The state that it is in; null where it has ended or does not exist.</param>
/// <param name="Rollout">The document that this state was given; null where it has none.</param>
/// <param name="TaskToken">The token that an answer must carry now; null between two checks.</param>
/// <param name="Status">How it ended, such as <c>ABORTED</c>; null where it runs or does not exist.</param>
public sealed record PendingApproval(string? State, Rollout? Rollout, string? TaskToken, string? Status)
{
    /// <summary>Whether it waits for approval, if only between two checks.</summary>
    public bool Waits => Rollout?.Internal.ApprovalRequest is not null;
}
