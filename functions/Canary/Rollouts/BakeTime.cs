namespace Canary.Rollouts;

/// <summary>The time of the step in force.</summary>
/// <param name="From">When its bake began.</param>
/// <param name="Until">When its bake is over.</param>
internal readonly record struct BakeTime(DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>As a check sees it.</summary>
    /// <param name="rollout">The rollout.</param>
    /// <param name="at">When the check began.</param>
    public static BakeTime Of(Rollout rollout, DateTimeOffset at)
    {
        var step = rollout.CurrentStep;
        // The bake began when the first wait did, not when ShiftWeight was entered: its retries must not eat the bake.
        var from = step.Checks > 0 ? step.StartedAt!.Value : at.AddSeconds(-rollout.Decision.WaitSeconds);
        return new(from, from.AddSeconds(step.BakeSeconds));
    }

    /// <summary>Seconds that are left of it; none where it is over.</summary>
    public int Left(DateTimeOffset at) => (int)Math.Ceiling((Until - at).TotalSeconds);

    /// <summary>Whether it is over, and was not yet at the check before.</summary>
    public bool IsJustOver(Rollout rollout, DateTimeOffset at) =>
        Until <= at && at.AddSeconds(-rollout.Internal.WaitSeconds) < Until;
}
