namespace Canary.Rollouts;

/// <summary>From wherever the rollout stands back to the stable version, without touching what it did not write.</summary>
public static class RollingBack
{
    /// <summary>The stable version, alone.</summary>
    public static AliasState Wanted(Rollout rollout) => new(rollout.StableVersion!);

    /// <summary>What has to be done with the alias as it was found.</summary>
    /// <remarks>
    /// The revision alone does not tell: the rollout's own write may have succeeded while its answer was lost. So a state that this rollout
    /// wrote, or was about to write, is its own.
    /// </remarks>
    public static RollbackMove Choose(Rollout rollout, Alias? found)
    {
        if (found is null) return RollbackMove.LeaveToOthers;
        if (found.State == Wanted(rollout)) return MayStillBeWritten(rollout) ? RollbackMove.Restore : RollbackMove.Nothing;
        return OwnStates(rollout).Contains(found.State) ? RollbackMove.Restore : RollbackMove.LeaveToOthers;
    }

    /// <summary>Notes how it ended.</summary>
    /// <param name="rollout">The rollout.</param>
    /// <param name="move">What was done.</param>
    /// <param name="alias">The alias as it is now.</param>
    /// <param name="at">The execution's time.</param>
    public static Rollout RolledBack(Rollout rollout, RollbackMove move, Alias? alias, DateTimeOffset at)
    {
        var now = move == RollbackMove.LeaveToOthers
            ? $"Somebody else changed {rollout.Alias}: it is at {alias?.State.ToString() ?? "nothing, for it was deleted"}, and was left so."
            : $"{rollout.Alias} is at version {rollout.StableVersion}, with all traffic.";
        var error = rollout.Error is { } caught ? caught with { Cause = caught.Message() } : null;
        var why = error is null ? rollout.Decision.Reason : $"{error.Error}: {error.Cause}";
        return (End(rollout, at) with
        {
            Outcome = OutcomeOf(move, error),
            Reason = $"{now} {why}",
            Error = error,
            AliasRevision = alias?.RevisionId,
            Decision = new(NextState.Failed, now),
        }).Tell(at, "Rollback", Limits.Clip($"{now} {why}"));
    }

    /// <summary>
    /// A Lambda that timed out may still run, and its change of the alias may still come. Writing the stable state once more gives the alias
    /// another RevisionId, and then that change is refused.
    /// </summary>
    private static bool MayStillBeWritten(Rollout rollout) =>
        rollout is { Error.Error: not nameof(AliasChanged), Decision.Next: NextState.ShiftWeight or NextState.Promote };

    private static Rollout End(Rollout rollout, DateTimeOffset at) =>
        rollout.CurrentStep < 0 ? rollout : rollout.WithStep(rollout.CurrentStep, step => step with { Until = step.Until ?? at });

    private static Outcome OutcomeOf(RollbackMove move, CaughtError? error) => (move, error?.Error) switch
    {
        (RollbackMove.LeaveToOthers, _) or (RollbackMove.Nothing, nameof(AliasChanged)) => Outcome.AliasChanged,
        (_, null) => Outcome.RolledBack,
        _ => Outcome.Failed,
    };

    private static IEnumerable<AliasState> OwnStates(Rollout rollout)
    {
        if (rollout.CurrentStep >= 0) yield return Shifting.At(rollout, rollout.CurrentStep);
        switch (rollout.Decision.Next)
        {
            case NextState.ShiftWeight:
                yield return Shifting.Wanted(rollout);
                break;
            case NextState.Promote:
                yield return Promoting.Wanted(rollout);
                break;
        }
    }
}
