using System.Globalization;
using System.Text.Json;
using Canary.Rollouts;
using Canary.Statistics;
using Canary.Wording;

namespace Canary.Planning;

/// <summary>Keeps the rollout's document below what a Fail state's cause holds, at its largest: every step told, every reason as long as it may be.</summary>
internal static class DocumentSize
{
    // The reason, the decision's reason, the error's message, the story's entries after the plan, and the candidate's number and ARN.
    private const int ForReasons = 4 * (Limits.ReasonLength + 400);
    private const int ForHooks = 2 * (Limits.AnswerLength + 200);
    private const int ForApproval = Limits.ApprovalLength + 100;

    private static readonly StepApproval LongestApproval =
        new(false, new string('x', Limits.ApproverLength), DateTimeOffset.MaxValue, new string('x', Limits.StepReasonLength));

    // What the last check found, the warning of a promotion without a verdict, what a dry run tells, and twice that everything was throttled.
    private const int ForAnalysis = 5 * (Limits.AnswerLength + 150);

    // The warning of those without data, and what the story tells of those that are OK again: their names leave the list for it.
    private const int ForSilentAlarms = Limits.AnswerLength + 250;
    private const int ForDisregardedAlarm = 250;

    // What raising it, and Lambda's own shift, add to the story.
    private const int ForProvisioned = 1_500;

    public static int Largest(Rollout rollout)
    {
        var approvals = rollout.Steps.Count(IsAsked);
        var told = rollout with
        {
            Steps = [.. rollout.Steps.Select(step => step with
            {
                From = DateTimeOffset.MaxValue,
                Until = DateTimeOffset.MaxValue,
                Checks = 99_999,
                Health = HealthState.Inconclusive,
                Reason = new string('x', Limits.StepReasonLength),
                ApprovalSeconds = IsAsked(step) ? Limits.TotalBakeSeconds : 0,
                Approval = IsAsked(step) ? LongestApproval : null,
            })],
        };
        return JsonSerializer.SerializeToUtf8Bytes(told, RolloutJson.Relaxed.Rollout).Length + ForReasons + approvals * ForApproval
            + (rollout.Hooks is null ? 0 : ForHooks) + (rollout.Provisioned is null ? 0 : ForProvisioned)
            + (rollout.Analysis is null ? 0 : ForAnalysis)
            + (rollout.SilentAlarms is null ? 0 : ForSilentAlarms) + (rollout.DisregardedAlarms?.Count ?? 0) * ForDisregardedAlarm;

        bool IsAsked(Step step) => step.ApprovalSeconds > 0 || (step.IsCompared && rollout.Analysis?.ApprovalSeconds is not null);
    }

    public static string? FaultOf(Rollout rollout) => Largest(rollout) is var size && size < Limits.DocumentBytes
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"The rollout's document would need up to {size:N0} bytes and may have {Limits.DocumentBytes:N0}. ")
            + "Use fewer steps, fewer alarms, fewer metrics or shorter names.";
}
