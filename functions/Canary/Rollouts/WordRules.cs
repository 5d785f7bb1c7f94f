using Canary.Aliases;
using Canary.Wording;

namespace Canary.Rollouts;

/// <summary>Which words a rollout can act on, as it stands.</summary>
public static class WordRules
{
    /// <summary>Why a word cannot be acted on, as a sentence of its own; null where it can.</summary>
    public static string? WhyNot(Rollout rollout, WordKind kind)
    {
        ArgumentNullException.ThrowIfNull(rollout);
        if (rollout.Outcome != Outcome.InProgress) return $"{rollout.Title} is at its end.";
        if (rollout.Internal.Next == NextState.Rollback) return $"{rollout.Title} is on its way back already.";
        if (rollout.StableVersion is null) return "There was no version before, so there is nothing to shift and no way back.";
        return kind switch
        {
            WordKind.Pause => OfPause(rollout),
            WordKind.Resume => rollout.Internal.Words?.PausedUntil is null ? "It is not paused." : null,
            WordKind.Skip => OfApproval(rollout, ahead: 1),
            WordKind.Promote => OfApproval(rollout, ahead: rollout.Steps.Count),
            WordKind.Approve or WordKind.Reject =>
                rollout.Internal.ApprovalRequest is null ? "It does not wait for approval." : null,
            _ => null,
        };
    }

    private static string? OfPause(Rollout rollout) =>
        rollout.Internal.ApprovalRequest is { } asked
            ? $"It waits for a person already, until {Sentence.Time(asked.ExpiresAt)}."
        : rollout.Internal.PauseSeconds <= 0 ? "It has been paused for as long as its execution's history allows."
        : null;

    // Who may hurry a rollout need not be one who may approve it.
    private static string? OfApproval(Rollout rollout, int ahead)
    {
        var first = Math.Max(0, rollout.Internal.CurrentStep);
        if (rollout.Internal.ApprovalRequest is { } asked)
            return $"Step {asked.Step} waits for a person, who has to approve or reject it.";
        for (var i = first; i < Math.Min(first + ahead, rollout.Steps.Count); i++)
        {
            if (rollout.Steps[i] is { ApprovalSeconds: > 0, Approval: null })
                return $"Step {i + 1} asks for a person's approval, and no other word goes past it.";
        }
        return null;
    }
}
