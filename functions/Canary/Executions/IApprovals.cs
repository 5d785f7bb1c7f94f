namespace Canary.Executions;

/// <summary>The port to what executions wait for.</summary>
public interface IApprovals
{
    /// <summary>Looks how an execution stands.</summary>
    Task<PendingApproval> FindAsync(string execution);

    /// <summary>Answers; false where the token holds no longer, and nothing was changed.</summary>
    Task<bool> AnswerAsync(string taskToken, string output);
}
