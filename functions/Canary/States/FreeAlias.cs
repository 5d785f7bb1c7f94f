using Canary.Alarms;
using Canary.Aliases;
using Canary.Rollouts;

namespace Canary.States;

/// <summary>The state <c>FreeAlias</c>: lets go of the alias at the end.</summary>
public static class FreeAlias
{
    /// <summary>The alias as it is, with the description that it had before.</summary>
    public static AliasWrite Wanted(Rollout rollout) => AliasPlan.Freed(rollout, AliasPlan.Current(rollout));

    /// <summary>Notes that the alias is free again, and what the rollout came to.</summary>
    /// <param name="rollout">The rollout.</param>
    /// <param name="alias">The alias as it is now.</param>
    /// <param name="at">The execution's time.</param>
    /// <param name="warning">What could not be put back, or null.</param>
    public static Rollout Freed(Rollout rollout, Alias alias, DateTimeOffset at, string? warning = null) =>
        Ended(Words.ToldLate(rollout, null, "FreeAlias", at).Wrote(alias), alias, at, warning)
            .Tell(at, "FreeAlias", $"{rollout.Alias} is free for the next rollout.");

    /// <summary>Notes what the rollout came to.</summary>
    internal static Rollout Ended(Rollout rollout, Alias alias, DateTimeOffset at, string? warning = null)
    {
        var outcome = rollout.Internal.PromotedAt is null
            ? Outcome.NothingToDo
            : rollout.StableVersion is null ? Outcome.Created
            : Outcome.Promoted;
        var silent = outcome == Outcome.Promoted ? WatchedAlarms.WarningOf(rollout) : null;
        string[] warnings = [.. rollout.Warnings ?? [], .. new[] { silent, warning }.OfType<string>()];
        return (rollout.End(outcome, alias, at) with { Warnings = warnings.Length > 0 ? warnings : null })
            .Decide(new(NextState.Succeeded, rollout.Reason));
    }

    /// <summary>
    /// Whether the rollout's last change of the alias is made, as far as anybody can tell: it leaves no mark.
    /// Its answer may have been lost. Every check has passed by then, and the alias may be another rollout's since.
    /// </summary>
    internal static bool IsDone(Rollout rollout, Alias found) =>
        rollout is { StableVersion: not null, Internal.HeldAt: not null } && found.State == AliasPlan.Promoted(rollout)
        && rollout.Decision.Next switch
        {
            NextState.Promote => NextStep.EndsWithPromotion(rollout) && Promote.Wanted(rollout).IsDoneIn(found),
            NextState.FreeAlias => Wanted(rollout).IsDoneIn(found),
            _ => false,
        };
}
