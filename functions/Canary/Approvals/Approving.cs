using System.Globalization;
using Canary.Analyzing;
using Canary.Health;
using Canary.Rollouts;

namespace Canary.Approvals;

/// <summary>From a step whose bake is over to a person's word.</summary>
public static class Approving
{
    // Errors of the services under the task, and no person's word.
    private static readonly string[] Faults = ["States.", "Lambda.", "Runtime.", "Sandbox."];

    /// <summary>Goes on where the person approved, else back.</summary>
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
        var said = $"{answer.By} {(answer.Approved ? "approved" : "rejected")} it{(answer.Reason is null ? "." : $": {answer.Reason}")}";
        var where = $"{rollout.StepTitle}: ";
        var inShort = answer.Reason is null ? null : Limits.Clip(answer.Reason, Limits.StepReasonLength);
        var told = (rollout with { Answer = null, Error = null, ApprovalRequest = null })
            .Tell(at, "AwaitApproval", Limits.Clip(where + said, Limits.ApprovalLength))
            .WithStep(rollout.CurrentStep, step => step with { Until = at, Approval = new(answer.Approved, answer.By, at, inShort) });
        var decision = answer.Approved ? Baking.Advance(told, where + Limits.Clip(said, Limits.AnswerLength)) : new(NextState.Rollback, where + said);
        return Concluding.Warned(told, told with { Reason = decision.Reason, Decision = decision });
    }

    /// <summary>Begins to wait, when the step's bake is over.</summary>
    internal static Rollout Asked(Rollout rollout, string reason, DateTimeOffset at)
    {
        var step = rollout.Steps[rollout.CurrentStep];
        var why = $"{reason} A person has {step.ApprovalSeconds} s to approve it.";
        return rollout with
        {
            Reason = why,
            Decision = new(NextState.AskApproval, why, Math.Min(rollout.CheckIntervalSeconds, step.ApprovalSeconds)),
            ApprovalRequest = new(rollout.CurrentStep + 1, step.Weight, at.AddSeconds(step.ApprovalSeconds)),
        };
    }

    /// <summary>Waits on, or goes back: the alarms are watched meanwhile, and nobody waits forever.</summary>
    internal static Decision Waited(Rollout rollout, Verdict verdict, string where, DateTimeOffset at)
    {
        var asked = rollout.ApprovalRequest!;
        if (verdict.Health == HealthState.Unhealthy) return new(NextState.Rollback, $"{where}, while it waited for approval");
        var left = (int)Math.Ceiling((asked.ExpiresAt - at).TotalSeconds);
        return left > 0
            ? new(NextState.AwaitApproval, $"{where}; a person has {left} s left to approve it.", Math.Min(rollout.CheckIntervalSeconds, left))
            : new(NextState.Rollback, string.Create(
                CultureInfo.InvariantCulture, $"Nobody approved step {asked.Step} within {rollout.Steps[rollout.CurrentStep].ApprovalSeconds:N0} s."));
    }
}
