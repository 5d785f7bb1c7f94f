using Canary.Rollouts;

namespace Canary.Analysis;

/// <summary>When the candidate's share of the traffic changed.</summary>
/// <param name="From">The earliest moment at which it may have changed.</param>
/// <param name="Until">The latest moment, by the execution's time.</param>
/// <param name="Before">The share before, 0 to 1.</param>
/// <param name="After">The share after, 0 to 1.</param>
internal sealed record WeightChange(DateTimeOffset From, DateTimeOffset Until, double Before, double After)
{
    // A changed alias is not the same at once for all of Lambda.
    private static readonly TimeSpan Propagation = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ColdStarts = TimeSpan.FromSeconds(60);

    /// <summary>The changes so far, one for each step that has begun.</summary>
    /// <param name="rollout">The rollout.</param>
    /// <param name="at">When the check began.</param>
    public static IReadOnlyList<WeightChange> Of(Rollout rollout, DateTimeOffset at)
    {
        List<WeightChange> changes = [];
        for (var i = 0; i <= rollout.Internal.CurrentStep
            && rollout.Steps[i] is { StartedAt: { } from, AfterPromotion: false } step; i++)
        {
            var earliest = i == 0 ? rollout.Internal.HeldAt ?? from : rollout.Steps[i - 1].EndedAt ?? from;
            // Before its first check a step's beginning is that of its shift,
            // which may have been tried several times until the wait began.
            var latest = i == rollout.Internal.CurrentStep && step.Checks is null or 0
                ? at.AddSeconds(-rollout.Decision.WaitSeconds)
                : from;
            changes.Add(new(earliest, latest, i == 0 ? 0 : rollout.Steps[i - 1].Weight.Fraction, step.Weight.Fraction));
        }
        return changes;
    }

    /// <summary>Whether the share may have changed within a minute.</summary>
    public bool IsIn(DateTimeOffset minute) => minute <= Until + Propagation && minute.AddMinutes(1) > From;

    /// <summary>Whether a minute may have seen the cold starts that follow.</summary>
    public bool MayHaveColdStarts(DateTimeOffset minute) => !IsOver(minute) && minute.AddMinutes(1) > From;

    /// <summary>Whether a minute began after the cold starts that follow.</summary>
    public bool IsOver(DateTimeOffset minute) => minute > Until + ColdStarts;
}
