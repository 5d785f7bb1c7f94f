using Canary.Answers;
using Canary.Rollouts;
using Canary.Wording;

namespace Canary.States;

/// <summary>The state <c>CheckApproval</c>: what a person's word does to a step whose bake is over.</summary>
public static class CheckApproval
{
    // Errors of the services under the task, and no person's word.
    private static readonly string[] Faults = ["States.", "Lambda.", "Runtime.", "Sandbox."];

    /// <summary>Goes on, by way of a check, where the person approved, else back.</summary>
    /// <param name="rollout">The rollout, with the raw answer or the error that the state machine has put into it.</param>
    /// <param name="at">The execution's time.</param>
    public static Rollout Answered(Rollout rollout, DateTimeOffset at)
    {
        if (rollout.Error is { } error && Faults.Any(prefix => error.Error?.StartsWith(prefix, StringComparison.Ordinal) == true))
        {
            var broken = $"{rollout.StepTitle} could not wait for approval.";
            return Asked(rollout).Decide(new(NextState.Rollback, broken));
        }
        var answer = rollout.Error is null ? ApprovalAnswer.Of(rollout.Internal.Answer) : ApprovalAnswer.Of(rollout.Error);
        var said = $"{rollout.StepTitle}: {answer.Told}";
        var inShort = answer.Reason is null ? null : Quoted.Clip(answer.Reason, rollout.Internal.StepReasonLength);
        // The last look at the alarms may be as old as the interval between two checks.
        Decision decision = answer.Approved
            ? new(
                NextState.CheckHealth,
                $"{Sentence.Ended(Quoted.Clip(said, Limits.AnswerLength))} The health is checked once more before it goes on.")
            : new(NextState.Rollback, said);
        return (Asked(rollout) with { Error = null }).Decide(decision)
            .Tell(at, "AwaitApproval", Quoted.Clip(said, Limits.ApprovalLength))
            .WithStep(
                rollout.Internal.CurrentStep, step => step with { Approval = new(answer.Approved, answer.By, at, inShort) });
    }
    /// <summary>The rollout without the question and the raw answer.</summary>
    private static Rollout Asked(Rollout rollout) => rollout.Note(own => own with { Answer = null, ApprovalRequest = null });
}
