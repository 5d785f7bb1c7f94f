using System.Globalization;
using Canary.Health;
using Canary.Rollouts;

namespace Canary.Approvals;

/// <summary>From a step whose bake is over to a person's word.</summary>
public static class Approving
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
            return rollout with { Answer = null, ApprovalRequest = null, Reason = broken, Decision = new(NextState.Rollback, broken) };
        }
        var answer = rollout.Error is null ? ApprovalAnswer.Of(rollout.Answer) : ApprovalAnswer.Of(rollout.Error);
        var said = $"{rollout.StepTitle}: {answer.Told}";
        var inShort = answer.Reason is null ? null : Limits.Clip(answer.Reason, Limits.StepReasonLength);
        // The last look at the alarms may be as old as the interval between two checks.
        Decision decision = answer.Approved
            ? new(NextState.CheckHealth, $"{Sentence.Ended(Limits.Clip(said, Limits.AnswerLength))} The health is checked once more before it goes on.")
            : new(NextState.Rollback, said);
        return (rollout with { Answer = null, Error = null, ApprovalRequest = null, Reason = decision.Reason, Decision = decision })
            .Tell(at, "AwaitApproval", Limits.Clip(said, Limits.ApprovalLength))
            .WithStep(rollout.CurrentStep, step => step with { Approval = new(answer.Approved, answer.By, at, inShort) });
    }

    /// <summary>Begins to wait, when the step's bake is over.</summary>
    internal static Rollout Asked(Rollout rollout, string reason, DateTimeOffset at)
    {
        var step = rollout.Steps[rollout.CurrentStep];
        var until = at.AddSeconds(step.ApprovalSeconds);
        var why = $"{reason} It waits until {Sentence.Time(until)} for a person to approve it.";
        return rollout with
        {
            Reason = why,
            Decision = new(NextState.AskApproval, why, Math.Min(rollout.CheckIntervalSeconds, step.ApprovalSeconds)),
            ApprovalRequest = new(rollout.CurrentStep + 1, step.Weight, until),
        };
    }

    /// <summary>Waits on, or goes back: the alarms are watched meanwhile, and nobody waits forever.</summary>
    internal static Decision Waited(Rollout rollout, Verdict verdict, DateTimeOffset at)
    {
        var asked = rollout.ApprovalRequest!;
        var title = rollout.StepTitle;
        if (verdict.Health == HealthState.Unhealthy)
            return new(NextState.Rollback, Sentence.Ended($"{title}, which waited for approval: {verdict.Reason}"));
        var left = (int)Math.Ceiling((asked.ExpiresAt - at).TotalSeconds);
        return left > 0
            ? new(NextState.AwaitApproval, $"{title}: {verdict.Reason}; it waits until {Sentence.Time(asked.ExpiresAt)} for a person to approve it.",
                Math.Min(rollout.CheckIntervalSeconds, left))
            : new(NextState.Rollback, string.Create(
                CultureInfo.InvariantCulture, $"Nobody approved step {asked.Step} within {rollout.Steps[rollout.CurrentStep].ApprovalSeconds:N0} s."));
    }

    /// <summary>Goes on, or goes back if the check that follows on the approval objects: a person's word is no word against an alarm.</summary>
    internal static Decision Approved(Rollout rollout, StepApproval approval, Verdict verdict) => verdict.Health == HealthState.Unhealthy
        ? new(NextState.Rollback, Sentence.Ended($"{rollout.StepTitle}, which {approval.By} approved: {verdict.Reason}"))
        : Baking.Advance(rollout, $"{rollout.StepTitle}: {verdict.Reason}; {approval.By} approved it.");
}
