using Canary.Aliases;
using Canary.Rollouts;

namespace Canary.States;

/// <summary>The state <c>Promote</c>: from the last step to the candidate alone.</summary>
public static class Promote
{
    /// <summary>The candidate, alone. Where nothing comes after it, the alias is free with it.</summary>
    public static AliasWrite Wanted(Rollout rollout) =>
        (NextStep.EndsWithPromotion(rollout)
            ? AliasPlan.Freed(rollout, AliasPlan.Promoted(rollout))
            : AliasPlan.Marked(rollout, AliasPlan.Promoted(rollout))) with
        { Meanwhile = AliasPlan.Shown(rollout) };

    /// <summary>Notes that the candidate has taken over.</summary>
    /// <param name="rollout">The rollout.</param>
    /// <param name="alias">The alias as it is now.</param>
    /// <param name="at">The execution's time.</param>
    public static Rollout Promoted(Rollout rollout, Alias alias, DateTimeOffset at)
    {
        var index = rollout.StepsToPromotion - 1;
        var settled = rollout.Plan.ProvisionedConcurrency is null && alias.State == AliasPlan.Promoted(rollout);
        var reason = settled
            ? Ending.Promoted(rollout)
            : $"{rollout.Alias} of {rollout.Function} is at version {rollout.CandidateVersion} now; Lambda keeps all traffic at "
                + $"version {rollout.StableVersion} until that is provisioned.";
        var ended = NextStep.EndsWithPromotion(rollout) ? Words.ToldLate(rollout, null, "Promote", at) : rollout;
        var promoted = Words.Done(ended).Wrote(alias).Note(own => own with { PromotedAt = at, CurrentStep = index })
            .WithStep(index, last => last with { StartedAt = last.StartedAt ?? at, EndedAt = at }).Tell(at, "Promote", reason);
        return !settled ? promoted.Decide(new(NextState.AwaitPromotion, reason))
            : NextStep.EndsWithPromotion(rollout) ? FreeAlias.Ended(promoted with { Reason = reason }, alias, at)
            : NextStep.AfterPromotion(promoted, reason, at);
    }
}
