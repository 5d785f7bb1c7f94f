using Canary.Hooks;

namespace Canary.Rollouts;

/// <summary>From the last step to the candidate alone.</summary>
public static class Promoting
{
    /// <summary>The candidate, alone.</summary>
    public static AliasWrite Wanted(Rollout rollout) => Holding.Marked(rollout, State(rollout)) with { Meanwhile = Settling.Shown(rollout) };

    internal static AliasState State(Rollout rollout) => new(rollout.CandidateVersion!);

    /// <summary>Notes that the candidate has taken over.</summary>
    /// <param name="rollout">The rollout.</param>
    /// <param name="alias">The alias as it is now.</param>
    /// <param name="at">The execution's time.</param>
    public static Rollout Promoted(Rollout rollout, Alias alias, DateTimeOffset at)
    {
        var index = rollout.StepsToPromotion - 1;
        var settled = rollout.Provisioned is null && alias.State == State(rollout);
        var reason = settled
            ? Ending.Promoted(rollout)
            : $"{rollout.Alias} of {rollout.Function} is at version {rollout.CandidateVersion} now; Lambda keeps all traffic at "
                + $"version {rollout.StableVersion} until that is provisioned.";
        var promoted = (rollout.Wrote(alias) with
        {
            PromotedAt = at,
            CurrentStep = index,
        }).WithStep(index, last => last with { From = last.From ?? at, Until = at }).Tell(at, "Promote", reason);
        return settled ? Next(promoted, reason, at) : promoted with { Reason = reason, Decision = new(NextState.AwaitPromotion, reason) };
    }

    /// <summary>Goes on once the candidate has all traffic: to the hook that comes then, or on.</summary>
    internal static Rollout Next(Rollout promoted, string reason, DateTimeOffset at) =>
        Hooking.After(promoted, reason) is { } hook ? promoted with { Reason = reason, Decision = hook } : Settled(promoted, reason, at);

    /// <summary>Goes on after the promotion and its hook: to the bake that follows it, or to the end.</summary>
    internal static Rollout Settled(Rollout promoted, string reason, DateTimeOffset at)
    {
        var after = promoted.StepsToPromotion;
        return after < promoted.Steps.Count ? BakeOn(promoted, after, at) : Releasing.Next(promoted, reason);
    }

    /// <summary>Begins the bake after the promotion.</summary>
    private static Rollout BakeOn(Rollout promoted, int index, DateTimeOffset at)
    {
        var seconds = promoted.Steps[index].BakeSeconds;
        var reason = $"{promoted.Alias} is at version {promoted.CandidateVersion}, with all traffic, "
            + $"and is watched until {Sentence.Time(at.AddSeconds(seconds))}.";
        return (promoted with
        {
            CurrentStep = index,
            Reason = reason,
            Decision = new(NextState.Bake, reason, Math.Min(promoted.CheckIntervalSeconds, seconds)),
        }).WithStep(index, begun => begun with { From = at, Checks = 0 });
    }

    /// <summary>Whether it has promoted, as far as the document knows, or was about to: the answer may have been lost.</summary>
    internal static bool MayHavePromoted(Rollout rollout) => rollout.PromotedAt is not null || rollout.Decision.Next == NextState.Promote;
}
