using Canary.Aliases;
using Canary.Errors;
using Canary.Ports;
using Canary.Rollouts;

namespace Canary.States;

/// <summary>
/// The state <c>AwaitPromotion</c>: waits for Lambda's own shift after the promotion of an alias with provisioned concurrency:
/// all traffic stays at the stable version until the candidate is provisioned. Then the weights vanish,
/// and the alias has another revision.
/// </summary>
public static class AwaitPromotion
{
    /// <summary>Goes on once the candidate serves everything.</summary>
    /// <param name="rollout">The rollout.</param>
    /// <param name="found">The alias.</param>
    /// <param name="provisioned">Its provisioned concurrency.</param>
    /// <param name="at">The execution's time.</param>
    /// <exception cref="PromotionNotFinished">It does not yet: ask again later.</exception>
    /// <exception cref="PromotionFailed">It never will.</exception>
    /// <exception cref="AliasChanged">Somebody else changed or deleted the alias.</exception>
    /// <exception cref="RolloutInProgress">Another rollout holds it.</exception>
    public static Rollout Settled(Rollout rollout, Alias? found, ProvisionedConcurrency? provisioned, DateTimeOffset at)
    {
        // A read may lag behind the promotion itself.
        var lags = found is not null && found.RevisionId == rollout.Internal.Alias.PreviousRevision;
        var own = found is not null && Promote.Wanted(rollout).IsDoneIn(found);
        if (!own && !lags) throw Ownership.Conflict(rollout, AliasPlan.Promoted(rollout), found);
        if (provisioned is { IsFailed: true })
            throw new PromotionFailed("Lambda could not provision "
                + $"version {rollout.CandidateVersion}: {provisioned.StatusReason ?? "no reason given"}");
        if (lags || found!.State == AliasPlan.Shown(rollout) || provisioned is { IsReady: false })
            throw new PromotionNotFinished(
                $"{rollout.Alias} is at {found!.State}, its provisioned concurrency {provisioned?.Status ?? "gone"}.");
        var reason = $"Lambda has provisioned version {rollout.CandidateVersion}, which has all traffic of {rollout.Alias} now.";
        return NextStep.AfterPromotion(rollout.Wrote(found).Tell(at, "AwaitPromotion", reason), Ending.Promoted(rollout), at);
    }
}
