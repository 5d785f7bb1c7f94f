using Canary.Aliases;
using Canary.Errors;
using Canary.Executions;
using Canary.Rollouts;
using Canary.Wording;

namespace Canary.States;

/// <summary>
/// What is left to do after an execution that was stopped, timed out or broke: no state of it runs any more, and no Catch did.
/// </summary>
public static class RestoreAlias
{
    /// <summary>
    /// Whether an event tells by itself that nothing was touched: the plan refused the rollout.
    /// Only an execution that failed says its own error: one that was stopped says what whoever stopped it gave as one.
    /// </summary>
    public static bool IsRefusal(RestoreAliasDetail ended) => ended is { Status: "FAILED", Error: nameof(Outcome.Refused) };

    /// <summary>
    /// Whether an event tells by itself that there is nothing to give back: it was refused, or <c>Rollback</c> has done it.
    /// A thousand rollouts that one alarm rolls back must not bring as many looks at aliases among their own writes.
    /// </summary>
    public static bool IsGivenBack(RestoreAliasDetail ended) =>
        IsRefusal(ended) || ended is { Status: "FAILED", Error: nameof(Outcome.RolledBack) };

    /// <summary>When the execution of an event ended; null where that is no time.</summary>
    public static DateTimeOffset? EndOf(RestoreAliasDetail ended) =>
        ended.StopDate is { } stop and >= 0 && stop <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(stop)
            : null;

    /// <summary>
    /// The rollout with what stopped it, as if a Catch had caught it. The story tells it even of one that was on its way back.
    /// </summary>
    public static Rollout Caught(StoppedExecution stopped)
    {
        var (rollout, end) = (stopped.Rollout!, EndText(stopped));
        var caught = rollout with { Error = rollout.Error ?? new CaughtError(stopped.Status, end) };
        return stopped.EndedAt is { } at ? caught.Tell(at, stopped.State!, end) : caught;
    }

    /// <summary>The document as it is left in the end: what was done is told of no state of the state machine.</summary>
    public static Rollout Restored(Rollout rollout) =>
        rollout with { Story = [.. rollout.Story.SkipLast(1), rollout.Story[^1] with { State = nameof(RestoreAlias) }] };

    /// <summary>What has to be done with the alias as it was found; null where the rollout settled it itself.</summary>
    /// <param name="rollout">The rollout as it stood.</param>
    /// <param name="found">The alias.</param>
    /// <exception cref="RollbackNotFinished">
    /// The alias that it created cannot be read yet, or was deleted: look again later.
    /// </exception>
    /// <exception cref="WeightLeftBehind">
    /// The rollout's last weight stands there without its mark: a person has to say whose it is.
    /// </exception>
    public static RollbackMove? Choose(Rollout rollout, Alias? found)
    {
        if (found is null && rollout is { StableVersion: null, Internal.PromotedAt: not null })
            throw new RollbackNotFinished(
                $"The alias {rollout.Alias} of {rollout.Function}, which this rollout created, reads as missing.");
        // A Lambda that was given up may have written after the rollback: its mark is still taken off then.
        var isSettled = rollout.Outcome is not (Outcome.InProgress or Outcome.Promoted or Outcome.Created);
        var isOver = isSettled && (found is null || Ownership.Holder(found) != rollout.Execution);
        var move = isOver ? (RollbackMove?)null : Rollback.Choose(rollout, found, unbroken: false, isOver: true);
        // One that was redriven could not tell either, and left its weight as somebody else's.
        var isLeft = move == RollbackMove.LeaveToOthers
            || (isOver && rollout.Outcome is (Outcome.AliasChanged or Outcome.RolloutInProgress));
        if (isLeft && found is not null && Ownership.Holder(found) is null && Ownership.IsLeftWeight(rollout, found))
            throw new WeightLeftBehind(rollout.Execution, rollout.Function, rollout.Alias, found.State);
        return move;
    }

    // What whoever stopped it says is theirs: any words, or none.
    private static string EndText(StoppedExecution stopped)
    {
        var cause = stopped.Cause is { } given ? $": {Quoted.Clip(given)}" : "";
        var error = stopped.Error is { } named ? $", with {Quoted.Name(named)}" : "";
        return Sentence.Ended($"The execution ended in the state {stopped.State}{error}{cause}");
    }
}
