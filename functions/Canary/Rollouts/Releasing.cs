namespace Canary.Rollouts;

/// <summary>Lets go of the alias at the end.</summary>
public static class Releasing
{
    /// <summary>The alias as it is, with the description that it had before.</summary>
    public static AliasWrite Wanted(Rollout rollout) => new(Holding.Current(rollout), rollout.DescriptionBefore);

    /// <summary>Goes to the end: nothing stands between the rollout and its success but letting go.</summary>
    internal static Rollout Next(Rollout rollout, string reason) => rollout with { Reason = reason, Decision = new(NextState.Release, reason) };

    /// <summary>Notes that the alias is free again, and what the rollout came to.</summary>
    /// <param name="rollout">The rollout.</param>
    /// <param name="alias">The alias as it is now.</param>
    /// <param name="at">The execution's time.</param>
    /// <param name="warning">What could not be put back, or null.</param>
    public static Rollout Released(Rollout rollout, Alias alias, DateTimeOffset at, string? warning = null)
    {
        var outcome = rollout.PromotedAt is null ? Outcome.NothingToDo : rollout.StableVersion is null ? Outcome.Created : Outcome.Promoted;
        var silent = outcome == Outcome.Promoted ? Watching.WarningOf(rollout) : null;
        string[] warnings = [.. rollout.Warnings ?? [], .. new[] { silent, warning }.OfType<string>()];
        return (rollout.Wrote(alias) with
        {
            Outcome = outcome,
            Warnings = warnings.Length > 0 ? warnings : null,
            Decision = new(NextState.Succeeded, rollout.Decision.Reason),
        }).Tell(at, "Release", $"{rollout.Alias} is free for the next rollout.");
    }
}
