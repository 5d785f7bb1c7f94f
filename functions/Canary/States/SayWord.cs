using Canary.Aliases;
using Canary.Answers;
using Canary.Checks;
using Canary.Executions;
using Canary.Rollouts;

namespace Canary.States;

/// <summary>What <c>Control</c> and <c>Approve</c> make of a person's word: whether it is written, and the answer.</summary>
public static class SayWord
{
    /// <summary>The rollout that holds the alias, if it is the one that is meant; null where there is none.</summary>
    public static string? HolderOf(WordRequest request, Alias found)
    {
        ArgumentNullException.ThrowIfNull(request);
        var holder = Ownership.Holder(found);
        return request.Execution is null || request.Execution == holder ? holder : null;
    }

    /// <summary>Decides by how far the rollout has come.</summary>
    /// <param name="request">The word.</param>
    /// <param name="holder">The rollout that holds the alias.</param>
    /// <param name="standing">How it stands; null where it does not exist.</param>
    /// <param name="found">The alias.</param>
    /// <param name="at">When it is said.</param>
    /// <returns>The answer, if the alias is still as found; and what its description is to be, or null for no change.</returns>
    public static (WordAnswer Answer, string? Description) To(
        WordRequest request, string holder, StandingExecution? standing, Alias found, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(request);
        var word = request.Word;
        if (standing?.Rollout is not { } rollout) return (WordAnswer.NotHeld(holder, standing), null);
        if (!request.IsOf(rollout))
            return No($"The mark on {request.Title} names the rollout {holder}, which is of {rollout.Title}.");
        if (WordRules.WhyNot(rollout, word.Kind) is { } whyNot) return No(whyNot);
        if (Hold.Of(holder, word) is not { } description)
            return No("The alias's description has no room for the seconds beside so long a name. Leave them out.");
        var taken = WordAnswer.Taken(
            word, rollout, AliasLook.SecondsToHear(rollout) is { } seconds ? at.AddSeconds(seconds) : null);
        // A first try may have written it, and its answer been lost.
        if (found.Description == description) return (taken, null);
        return Unseen(rollout, found) is { } before && !MayReplace(before, word)
            ? No($"{before.Who} has said {before.Name} before, and the rollout has not seen that yet.")
            : (taken, description);

        (WordAnswer, string?) No(string why) => (WordAnswer.No(why, holder), null);
    }

    // The mailbox holds one word. What nobody has acted on gives way to a safer one alone, or to what the same person says
    // now; and what gives the candidate up is not taken back by anything but the rollout itself.
    private static bool MayReplace(Word before, Word word) => Safety(word) < Safety(before)
        || (before.By is not null && word.By is { } by && before.MayBeOf(by) && (before.Kind == word.Kind || Safety(before) > 1));

    private static int Safety(Word word) => word.Kind switch
    {
        WordKind.Abort => 0,
        WordKind.Reject => 1,
        WordKind.Pause => 2,
        _ => 3,
    };

    private static Word? Unseen(Rollout rollout, Alias found) =>
        Hold.BehindOf(found.Description) is { } text && text != rollout.Internal.Alias.Word ? Word.Read(text) : null;
}
