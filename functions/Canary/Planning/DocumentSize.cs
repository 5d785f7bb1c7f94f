using System.Globalization;
using System.Text.Json;
using Canary.Aliases;
using Canary.Rollouts;
using Canary.Statistics;

namespace Canary.Planning;

/// <summary>
/// Keeps the rollout's document below what a Fail state's cause holds, at its largest:
/// every step told, every reason as long as it may be.
/// </summary>
internal static class DocumentSize
{
    // The reason, the error's message, the story's last entry, and those that come once: hold, version, promotion and end.
    private const int ForReasons = 3 * (Limits.ReasonLength + 400) + 1_200;
    // A step's begin, a wait for a person, or a hold by the analysis, as the story tells it.
    private const int ForStoryOfStep = 200;
    // What more room the reasons get is taken from what is left above this.
    private const int Reserve = 4_096;
    private const int ForHooks = 2 * (Limits.AnswerLength + 200);
    private const int ForApproval = Limits.WordLength + 100;
    // What the story tells of people's words, and what stands behind the mark, seen and unseen.
    private const int ForWord = Limits.WordLength + 80;
    private const int ForNewestWord = 3 * Limits.DescriptionLength + 200;

    // What the last check found, the warning of a promotion without a verdict, what a dry run tells,
    // twice that everything was throttled, and that the metrics could not be read: a warning, and twice as a story with an end.
    private const int ForAnalysis = 8 * (Limits.AnswerLength + 150) + 2 * 150;

    // The warning of those without data, and what the story tells of those that are OK again: their names leave the list for it.
    private const int ForSilentAlarms = Limits.AnswerLength + 250;
    private const int ForDisregardedAlarm = 250;

    // What raising it, and Lambda's own shift, add to the story.
    private const int ForProvisioned = 1_500;

    /// <summary>The bytes that the document may come to.</summary>
    public static int Largest(Rollout rollout)
    {
        var reason = new string('x', rollout.Internal.StepReasonLength);
        var approval = new StepApproval(false, new string('x', Word.LongestName), DateTimeOffset.MaxValue, reason);
        var approvals = Approvals(rollout);
        var told = rollout with
        {
            CandidateVersion = "9999999999",
            CandidateArn = $"{rollout.FunctionArn}:9999999999",
            EndedAt = DateTimeOffset.MaxValue,
            FinalWeightPercent = 99.99m,
            Steps = [.. rollout.Steps.Select(step => step with
            {
                StartedAt = DateTimeOffset.MaxValue,
                EndedAt = DateTimeOffset.MaxValue,
                Checks = 99_999,
                Health = HealthState.Inconclusive,
                Reason = reason,
                ApprovalSeconds = IsAsked(rollout, step) ? Limits.TotalBakeSeconds : 0,
                Approval = IsAsked(rollout, step) ? approval : null,
            })],
        };
        return JsonSerializer.SerializeToUtf8Bytes(told, RolloutJson.Relaxed.Rollout).Length
            + ForReasons
            + ForNewestWord + rollout.Internal.WordsInStory * ForWord
            + approvals * ForApproval
            + (rollout.Internal.StoryHasSteps ? StoryOfSteps(rollout) * ForStoryOfStep : 0)
            + (rollout.Plan.Hooks is null ? 0 : ForHooks) + (rollout.Plan.ProvisionedConcurrency is null ? 0 : ForProvisioned)
            + (rollout.Plan.Analysis is null ? 0 : ForAnalysis)
            + (rollout.Internal.SilentAlarms is null ? 0 : ForSilentAlarms)
            + (rollout.Internal.DisregardedAlarms?.Count ?? 0) * ForDisregardedAlarm;
    }

    /// <summary>What is wrong with the plan, where it is too large even with short reasons; null where nothing is.</summary>
    public static string? FaultOf(Rollout rollout) => Largest(Least(rollout)) is var size && size < Limits.DocumentBytes
        ? null
        : string.Create(
            CultureInfo.InvariantCulture,
            $"The rollout's document would need up to {size:N0} bytes and may have {Limits.DocumentBytes:N0}. ")
            + "Use fewer steps, fewer alarms, fewer metrics or shorter names.";

    /// <summary>
    /// The rollout with a story that tells of each step, and whole reasons, as far as there is room:
    /// a few steps have it, a hundred have not.
    /// </summary>
    public static Rollout Fitted(Rollout rollout)
    {
        var least = Least(rollout);
        var withSteps = least.Note(own => own with { StoryHasSteps = true });
        var fitted = Left(withSteps) >= 0 ? withSteps : least;
        // A character may take two bytes, as a quote does.
        var more = Math.Max(0, Left(fitted)) / (2 * Math.Max(1, rollout.Steps.Count + Approvals(rollout)));
        return fitted.Note(own => own with { StepReasonLength = Math.Min(Limits.ReasonLength, Limits.StepReasonLength + more) });
    }

    private static Rollout Least(Rollout rollout) =>
        rollout.Note(own => own with { StepReasonLength = Limits.StepReasonLength, StoryHasSteps = false });

    private static int Left(Rollout rollout) => Limits.DocumentBytes - Reserve - Largest(rollout);

    private static int Approvals(Rollout rollout) => rollout.Steps.Count(step => IsAsked(rollout, step));

    private static bool IsAsked(Rollout rollout, Step step) =>
        step.ApprovalSeconds > 0 || (step.IsCompared && rollout.Plan.Analysis?.ApprovalSeconds is not null);

    // Each step begins, may wait for a person, and may be held by the analysis.
    private static int StoryOfSteps(Rollout rollout) =>
        rollout.Steps.Count
        + Approvals(rollout)
        + (rollout.Plan.Analysis is null ? 0 : rollout.Steps.Count(step => step.IsCompared));
}
