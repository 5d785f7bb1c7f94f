namespace Canary.Approvals;

/// <summary>How an execution stands, to one who wants to approve it.</summary>
/// <param name="State">The state that it is in; null where it has ended or does not exist.</param>
/// <param name="Waits">Whether it waits for approval, if only between two checks.</param>
/// <param name="TaskToken">The token that an answer must carry now; null between two checks.</param>
/// <param name="Status">How it ended, such as <c>ABORTED</c>; null where it runs or does not exist.</param>
public sealed record PendingApproval(string? State, bool Waits, string? TaskToken, string? Status);
