namespace Canary.Rollouts;

/// <summary>From the last step to the candidate alone.</summary>
public static class Promoting
{
    /// <summary>The candidate, alone.</summary>
    public static AliasWrite Wanted(Rollout rollout) => Holding.Marked(rollout, State(rollout));

    internal static AliasState State(Rollout rollout) => new(rollout.CandidateVersion!);

    /// <summary>Notes that the candidate has taken over.</summary>
    /// <param name="rollout">The rollout.</param>
    /// <param name="alias">The alias as it is now.</param>
    /// <param name="at">The execution's time.</param>
    public static Rollout Promoted(Rollout rollout, Alias alias, DateTimeOffset at)
    {
        var reason = $"{rollout.Alias} of {rollout.Function} is at version {rollout.CandidateVersion} now, with all traffic. "
            + $"It was at version {rollout.StableVersion}.";
        var promoted = (rollout.Wrote(alias) with
        {
            PromotedAt = at,
            CurrentStep = rollout.Steps.Count - 1,
        }).WithStep(rollout.Steps.Count - 1, last => last with { From = last.From ?? at, Until = at }).Tell(at, "Promote", reason);
        return Releasing.Next(promoted, reason);
    }
}
