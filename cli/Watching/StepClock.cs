using Canary.Rollouts;

namespace Canary.Cli.Watching;

/// <summary>How long the step in force, or a person's time to approve it, still lasts.</summary>
/// <param name="Left">What is left of it; zero once it is over.</param>
/// <param name="Whole">How long it is.</param>
/// <param name="IsApproval">Whether it is a person who is waited for.</param>
internal sealed record StepClock(TimeSpan Left, TimeSpan Whole, bool IsApproval)
{
    /// <summary>The share of it that has passed, 0 to 1.</summary>
    public double Passed => 1 - Left / Whole;

    /// <returns>Null where nothing lasts: before the first step, on the way back, and at the end.</returns>
    public static StepClock? Of(RolloutView view, DateTimeOffset now)
    {
        if (view.HasEnded || view.Document is not { Outcome: Outcome.InProgress, Internal.CurrentStep: >= 0 } document)
            return null;
        var step = document.Steps[document.Internal.CurrentStep];
        if (document.Internal.ApprovalRequest is { } asked)
            return Until(asked.ExpiresAt, step.ApprovalSeconds, now, isApproval: true);
        var bakes = document.Decision.Next == NextState.Bake && step is { BakeSeconds: > 0, StartedAt: not null };
        return bakes ? Until(step.StartedAt!.Value.AddSeconds(step.BakeSeconds), step.BakeSeconds, now, isApproval: false) : null;
    }

    private static StepClock? Until(DateTimeOffset end, int seconds, DateTimeOffset now, bool isApproval)
    {
        if (seconds <= 0) return null;
        var whole = TimeSpan.FromSeconds(seconds);
        var left = end - now;
        return new(left < TimeSpan.Zero ? TimeSpan.Zero : left > whole ? whole : left, whole, isApproval);
    }
}
