using Canary.Aliases;
using Canary.Executions;
using Canary.Rollouts;
using Canary.Wording;

namespace Canary.Answers;

/// <summary>What Approve answers: whether the execution took the word, for tools, and a sentence, for people.</summary>
/// <param name="Accepted">Whether it took it. Where it did not, nothing was changed, as far as is known.</param>
/// <param name="Message">What was approved or rejected, or what was wrong and what to do.</param>
public sealed record ApproveAnswer(bool Accepted, string Message)
{
    /// <summary>Whether the rollout may go on.</summary>
    public bool? Approved { get; init; }

    /// <summary>The function.</summary>
    public string? Function { get; init; }

    /// <summary>The alias.</summary>
    public string? Alias { get; init; }

    /// <summary>The step, from 1.</summary>
    public int? Step { get; init; }

    /// <summary>The candidate's share in it, in percent.</summary>
    public Weight? Weight { get; init; }

    /// <summary>The candidate.</summary>
    public string? Version { get; init; }

    /// <summary>Who said it, by their own account.</summary>
    public string? By { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>The execution took the word.</summary>
    public static ApproveAnswer Taken(ApproveRequest request, Rollout rollout)
    {
        var asked = rollout.Internal.ApprovalRequest!;
        var what = $"step {asked.Step} of {rollout.StepsToPromotion} of {rollout.Title}, {asked.Weight} "
            + $"at version {rollout.CandidateVersion}";
        var next = request.Approve
            ? "The rollout goes on if the next health check finds nothing wrong."
            : $"All traffic goes back to version {rollout.StableVersion}.";
        var by = Quoted.Text(request.By, Limits.ApproverLength);
        var why = request.Reason is null ? "" : $": {Quoted.Text(request.Reason, Limits.ReasonLength)}";
        var said = $"{by} {(request.Approve ? "approved" : "rejected")} {what}{why}";
        return new(true, $"{Sentence.Ended(said)} {next}")
        {
            Approved = request.Approve,
            Function = rollout.Function,
            Alias = rollout.Alias,
            Step = asked.Step,
            Weight = asked.Weight,
            Version = rollout.CandidateVersion,
            By = request.By,
            Reason = request.Reason,
        };
    }

    /// <summary>The word itself cannot be used.</summary>
    public static ApproveAnswer Unfit(IReadOnlyCollection<string> faults) =>
        No(string.Join(" ", faults.Count == 1 ? faults : faults.Select((fault, i) => $"({i + 1}) {fault}")));

    /// <summary>The execution does not wait for anybody's word, or took none in many tries.</summary>
    public static ApproveAnswer NotTaken(string execution, PendingApproval found)
    {
        var stands = found switch
        {
            { Waits: true } =>
                $"waits for approval, but took no answer in many tries: it is in the state {found.State}. Try again.",
            { Status: { } status } => $"has ended as {status}.",
            { State: { } state } => $"does not wait for approval: it is in the state {state}.",
            _ => "does not exist, or has not begun. Check its ARN.",
        };
        return No($"The execution {Quoted.Text(execution, ApproveRequest.LongestExecution)} {stands}");
    }

    /// <summary>The execution is none that may be looked at.</summary>
    public static ApproveAnswer Denied(string execution, string message) => No(
        $"The execution {Quoted.Text(execution, ApproveRequest.LongestExecution)} may not be looked at, "
        + $"for it is none of this stack's state machine. Check its ARN. AWS says: {Quoted.Clip(message)}");

    /// <summary>AWS takes no more calls of the account for the moment, and took none as long as there was time.</summary>
    public static ApproveAnswer Throttled(string execution, string message) => No(
        $"AWS Step Functions takes no more calls of this account for the moment, so that the execution "
        + $"{Quoted.Text(execution, ApproveRequest.LongestExecution)} could not be reached. Try again in a minute. "
        + $"AWS says: {Quoted.Clip(message)}");

    /// <summary>A call was not answered: it may have been the one that gave the word.</summary>
    public static ApproveAnswer Unanswered(string execution, string message) => new(
        false,
        "It is not known whether the word was taken, for AWS Step Functions gave no answer. Try again: if it was taken, "
        + $"the answer says that the execution {Quoted.Text(execution, ApproveRequest.LongestExecution)} does not wait for "
        + $"approval. AWS says: {Quoted.Clip(message)}");

    private static ApproveAnswer No(string why) => new(false, $"Nothing was approved or rejected. {why}");
}
