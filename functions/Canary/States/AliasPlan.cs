using Canary.Aliases;
using Canary.Rollouts;

namespace Canary.States;

/// <summary>
/// What the alias is to be at each point of a rollout. What of it is the rollout's own says <see cref="Ownership"/>.
/// </summary>
public static class AliasPlan
{
    /// <summary>Where it was before. A rollout that creates its alias has no such state: see <see cref="CreateAlias"/>.</summary>
    internal static AliasState Stable(Rollout rollout) => new(rollout.StableVersion!);

    /// <summary>What it is in a step.</summary>
    internal static AliasState At(Rollout rollout, int step) =>
        new AliasState(rollout.StableVersion!).Shifted(rollout.CandidateVersion!, rollout.Steps[step].Weight);

    /// <summary>The candidate, alone.</summary>
    internal static AliasState Promoted(Rollout rollout) => new(rollout.CandidateVersion!);

    /// <summary>
    /// What an alias with provisioned concurrency shows after the promotion, until the candidate is provisioned:
    /// the candidate, and everything to the stable version. That shift is Lambda's own.
    /// </summary>
    internal static AliasState Shown(Rollout rollout) => new(rollout.CandidateVersion!, rollout.StableVersion, 1);

    /// <summary>The same on the way back.</summary>
    public static AliasState ShownBack(Rollout rollout) => new(rollout.StableVersion!, rollout.CandidateVersion, 1);

    /// <summary>What this rollout wrote last, as far as the document knows.</summary>
    internal static AliasState Current(Rollout rollout) => rollout switch
    {
        { Internal.PromotedAt: not null } => Promoted(rollout),
        { Internal.CurrentStep: >= 0 } => At(rollout, rollout.Internal.CurrentStep),
        _ => Stable(rollout),
    };

    /// <summary>
    /// Whether it has promoted and gone on, as far as the document knows, or was about to: the answer may have been lost.
    /// </summary>
    internal static bool MayHavePromoted(Rollout rollout) =>
        rollout.Internal.PromotedAt is not null
        || (rollout.Decision.Next == NextState.Promote && !NextStep.EndsWithPromotion(rollout));

    /// <summary>The last change of the alias: it carries the description that was there before.</summary>
    internal static AliasWrite Freed(Rollout rollout, AliasState state) => new(state, rollout.Internal.Alias.DescriptionBefore);

    /// <summary>
    /// A change of the alias during the rollout: it carries the mark. A word stays behind it until a check has looked at it.
    /// </summary>
    internal static AliasWrite Marked(Rollout rollout, AliasState state) =>
        new(state, Hold.Of(rollout.Execution, rollout.Internal.Alias.NewWord));
}
