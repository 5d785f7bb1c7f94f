using Canary.Aliases;
using Canary.Checks;
using Canary.Rollouts;

namespace Canary.States;

/// <summary>The state <c>ShiftWeight</c>: from one weight to the next.</summary>
public static class ShiftWeight
{
    /// <summary>What the alias is to be in the next step.</summary>
    public static AliasWrite Wanted(Rollout rollout) =>
        AliasPlan.Marked(rollout, AliasPlan.At(rollout, rollout.Internal.CurrentStep + 1));

    /// <summary>Notes that the alias was shifted, and bakes.</summary>
    /// <param name="rollout">The rollout.</param>
    /// <param name="alias">The alias as it is now.</param>
    /// <param name="at">The execution's time.</param>
    public static Rollout Shifted(Rollout rollout, Alias alias, DateTimeOffset at)
    {
        var index = rollout.Internal.CurrentStep + 1;
        var step = rollout.Steps[index];
        var where = $"Step {index + 1} of {rollout.StepsToPromotion}: {step.Weight}";
        var reason = $"{where} of {rollout.Alias} goes to version {rollout.CandidateVersion} for {step.BakeSeconds} s.";
        return Words.Done(rollout).Wrote(alias)
            .Decide(new(NextState.Bake, reason, Math.Min(CheckPace.WaitSeconds(rollout), step.BakeSeconds)))
            .Note(own => own with { CurrentStep = index })
            .WithStep(index, begun => begun with { StartedAt = at, Checks = 0 })
            .TellOfStep(at, "ShiftWeight", $"{where} to version {rollout.CandidateVersion}, for {step.BakeSeconds} s.");
    }
}
