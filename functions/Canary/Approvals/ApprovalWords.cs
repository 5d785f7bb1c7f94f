namespace Canary.Approvals;

/// <summary>What a person reads who is asked.</summary>
public static class ApprovalWords
{
    /// <summary>What is waited for, and what to do, as commands to paste.</summary>
    /// <param name="input">What the state machine gave.</param>
    /// <param name="approve">The name of the function that takes the answer.</param>
    public static string Of(AwaitApprovalInput input, string approve)
    {
        var rollout = input.Rollout;
        var asked = rollout.ApprovalRequest!;
        var command = $"aws lambda invoke --function-name {approve} --cli-binary-format raw-in-base64-out /dev/stdout --payload ";
        return $"Step {asked.Step} of {rollout.StepsToPromotion} of {rollout.Function}:{rollout.Alias}, {asked.Weight} at version {rollout.CandidateVersion}, "
            + $"waits for approval until {asked.ExpiresAt.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss'Z'}."
            + $"\nTo approve: {command}'{{\"execution\":\"{rollout.Execution}\",\"by\":\"YOUR NAME\"}}'"
            + $"\nTo reject: {command}'{{\"execution\":\"{rollout.Execution}\",\"by\":\"YOUR NAME\",\"approve\":false,\"reason\":\"WHY\"}}'";
    }
}
