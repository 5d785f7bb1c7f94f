namespace Canary.Approvals;

/// <summary>The execution does not wait for anybody's approval, or no answer could be given in many tries.</summary>
public sealed class NothingToApproveException : Exception
{
    /// <summary>Says how the execution stands.</summary>
    public NothingToApproveException(string execution, PendingApproval found)
        : base($"Nothing was approved. The execution {execution} {Stands(found)}")
    {
    }

    private static string Stands(PendingApproval found) => found switch
    {
        { Waits: true } => $"waits for approval, but took no answer in many tries: it is in the state {found.State}. Try again.",
        { Status: { } status } => $"has ended as {status}.",
        { State: { } state } => $"does not wait for approval: it is in the state {state}.",
        _ => "does not exist, or has not begun. Check its ARN.",
    };
}
