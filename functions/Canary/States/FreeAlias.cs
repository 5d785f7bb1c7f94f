using Canary.Alarms;
using Canary.Aliases;
using Canary.Rollouts;

namespace Canary.States;

/// <summary>The state <c>FreeAlias</c>: lets go of the alias at the end.</summary>
public static class FreeAlias
{
    /// <summary>The alias as it is, with the description that it had before.</summary>
    public static AliasWrite Wanted(Rollout rollout) => new(AliasPlan.Current(rollout), rollout.Internal.Alias.DescriptionBefore);

    /// <summary>Notes that the alias is free again, and what the rollout came to.</summary>
    /// <param name="rollout">The rollout.</param>
    /// <param name="alias">The alias as it is now.</param>
    /// <param name="at">The execution's time.</param>
    /// <param name="warning">What could not be put back, or null.</param>
    public static Rollout Freed(Rollout rollout, Alias alias, DateTimeOffset at, string? warning = null)
    {
        var outcome = rollout.Internal.PromotedAt is null
            ? Outcome.NothingToDo
            : rollout.StableVersion is null ? Outcome.Created
            : Outcome.Promoted;
        var silent = outcome == Outcome.Promoted ? WatchedAlarms.WarningOf(rollout) : null;
        string[] warnings = [.. rollout.Warnings ?? [], .. new[] { silent, warning }.OfType<string>()];
        return (rollout.Wrote(alias).End(outcome, alias, at) with { Warnings = warnings.Length > 0 ? warnings : null })
            .Decide(new(NextState.Succeeded, rollout.Reason))
            .Tell(at, "FreeAlias", $"{rollout.Alias} is free for the next rollout.");
    }
}
