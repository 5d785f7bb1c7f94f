using Canary.Answers;
using Canary.Wording;

namespace Canary.States;

/// <summary>What a person reads who is asked.</summary>
public static class AwaitApproval
{
    /// <summary>What is waited for, and what to do, as commands to paste.</summary>
    /// <param name="input">What the state machine gave.</param>
    /// <param name="approve">The name of the function that takes the answer.</param>
    public static string Of(AwaitApprovalInput input, string approve)
    {
        var rollout = input.Rollout;
        var asked = rollout.Internal.ApprovalRequest!;
        return $"Step {asked.Step} of {rollout.StepsToPromotion} of {rollout.Title}, {asked.Weight} at "
            + $"version {rollout.CandidateVersion}, "
            + $"waits for approval until {Sentence.Time(asked.ExpiresAt)}."
            + $"\nTo approve: {Command("")}\nTo reject: {Command(",\"approve\":false,\"reason\":\"WHY\"")}";

        // A file of bytes is read the same way by both major versions of the command line; a payload on the line is not.
        string Command(string more) => $"echo '{{\"execution\":\"{rollout.Execution}\",\"by\":\"YOUR NAME\"{more}}}' "
            + $"| aws lambda invoke --function-name {approve} --payload fileb:///dev/stdin /dev/stdout";
    }
}
