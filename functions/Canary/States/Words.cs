using Canary.Aliases;
using Canary.Errors;
using Canary.Rollouts;
using Canary.Wording;

namespace Canary.States;

/// <summary>
/// What becomes of a person's word. A check acts on it, once; a write that meets one makes room for a check first;
/// one that comes too late is told.
/// </summary>
public static class Words
{
    /// <summary>
    /// Whether the rollout has met a word of which no check knows, so that no change is made before one has looked at it.
    /// Before the first step there is no check: the word stays behind the mark until there is.
    /// </summary>
    /// <exception cref="Aborted">It is one that ends the rollout.</exception>
    public static bool ComeFirst(Rollout rollout)
    {
        ArgumentNullException.ThrowIfNull(rollout);
        return !End(rollout) && rollout.Internal.Alias.NewWord is not null && rollout.Internal.CurrentStep >= 0;
    }

    /// <summary>The same where no check comes any more: only a word that ends the rollout counts. Never true.</summary>
    /// <exception cref="Aborted">It has met one that ends the rollout.</exception>
    public static bool End(Rollout rollout)
    {
        ArgumentNullException.ThrowIfNull(rollout);
        return rollout.Internal.Alias.NewWord is { } text
            && Word.Read(text) is { Kind: WordKind.Abort } abort
            && WordRules.WhyNot(rollout, abort.Kind) is null
                ? throw new Aborted($"{abort.Who} aborted it{abort.Because}")
                : false;
    }

    /// <summary>Goes to a check at once, which looks at the word.</summary>
    public static Rollout CheckFirst(Rollout rollout)
    {
        ArgumentNullException.ThrowIfNull(rollout);
        return rollout.Decide(new(NextState.Bake, $"{rollout.StepTitle}: somebody has said a word, which is looked at first."));
    }

    /// <summary>Notes what was said, and whether it can be acted on.</summary>
    /// <param name="rollout">The rollout.</param>
    /// <param name="isUnhealthy">Whether the check has found the candidate unhealthy: only an abort is heard beside that.</param>
    /// <param name="left">Seconds that are left of the step.</param>
    /// <param name="at">When the check began.</param>
    internal static Rollout Heard(Rollout rollout, bool isUnhealthy, int left, DateTimeOffset at)
    {
        if (rollout.Internal.Alias.NewWord is not { } text) return rollout;
        rollout = rollout.Note(own => own with { Alias = own.Alias.Heard() });
        if (Word.Read(text) is not { } word)
            return Told(rollout, at, "CheckHealth", $"Somebody wrote {Quoted.Of(text)} behind the mark, which is no word.");
        if (isUnhealthy && word.Kind != WordKind.Abort)
            return Told(rollout, at, "CheckHealth", $"{Asked(word)}, too late: the candidate is unhealthy.");
        return WordRules.WhyNot(rollout, word.Kind) is { } whyNot
            ? Told(rollout, at, "CheckHealth", $"{Asked(word)}, which cannot be done: {Sentence.GoingOn(whyNot)}")
            : Taken(rollout, word, text, left, at);
    }

    /// <summary>Tells of a word that nothing can be done about any more.</summary>
    /// <param name="rollout">The rollout, at its end.</param>
    /// <param name="found">The alias as it was found; null where it was not read.</param>
    /// <param name="state">The state that ends it.</param>
    /// <param name="at">The execution's time.</param>
    public static Rollout ToldLate(Rollout rollout, Alias? found, string state, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(rollout);
        var isOwn = found is not null && Ownership.IsHeld(rollout, found);
        var text = isOwn ? Hold.BehindOf(found!.Description) : rollout.Internal.Alias.NewWord;
        if (text is null || text == rollout.Internal.Alias.Word || rollout.Error is { Error: nameof(Aborted) }) return rollout;
        var said = Word.Read(text) is { } word ? Asked(word) : $"Somebody wrote {Quoted.Of(text)} behind the mark";
        return Told(rollout, at, state, $"{said}, too late: {rollout.Title} was at its end.")
            .Note(own => own with { Alias = own.Alias with { Word = text, NewWord = null } });
    }

    /// <summary>The rollout as a check would have left it that saw the abort; any other as it is.</summary>
    internal static Rollout ToldOfAbort(Rollout rollout)
    {
        if (rollout.Error is not { Error: nameof(Aborted) } error) return rollout;
        var where = rollout.Internal.CurrentStep < 0 ? "Before the first step" : rollout.StepTitle;
        return (rollout with { Error = null })
            .Decide(new(NextState.Rollback, Sentence.Ended($"{where}: {error.Message()}")));
    }

    /// <summary>The word that is to be acted on; null where there is none.</summary>
    internal static Word? Pending(Rollout rollout) => rollout.Internal.Words?.Pending is { } text ? Word.Read(text) : null;

    /// <summary>The rollout where its next change is made: what was asked for has happened.</summary>
    internal static Rollout Done(Rollout rollout) => rollout.Internal.Words is null ? rollout : With(rollout, words => words with
    {
        Pending = null,
    });

    /// <summary>Changes what is remembered.</summary>
    internal static Rollout With(Rollout rollout, Func<WordMemory, WordMemory> change) =>
        rollout.Note(own => own with { Words = change(own.Words ?? new()) });

    private static Rollout Taken(Rollout rollout, Word word, string text, int left, DateTimeOffset at)
    {
        switch (word.Kind)
        {
            case WordKind.Pause:
                var until = Pause.EndOf(rollout, word, left, at);
                return Told(
                    With(rollout, words => words with { Pending = null, PausedBy = word.Who, PausedUntil = until }),
                    at, "CheckHealth", $"{word.Who} paused the rollout until {Sentence.Time(until)}{word.Because}");
            case WordKind.Resume:
                return Told(
                    With(rollout, words => words.Resumed()), at, "CheckHealth", $"{word.Who} resumed the rollout{word.Because}");
            case WordKind.Approve or WordKind.Reject:
                return Answered(rollout, word, at);
            default:
                var asked = With(rollout, words => words.Resumed() with { Pending = text });
                return word.Kind == WordKind.Abort ? asked : Told(asked, at, "CheckHealth", $"{Asked(word)}{word.Because}");
        }
    }

    private static Rollout Answered(Rollout rollout, Word word, DateTimeOffset at)
    {
        var approved = word.Kind == WordKind.Approve;
        var why = word.Why is null ? null : Quoted.Clip(word.Why, rollout.Internal.StepReasonLength);
        var said = $"{rollout.StepTitle}: {word.Who} {(approved ? "approved" : "rejected")} it{word.Because}";
        return With(rollout, words => words.Resumed())
            .Note(own => own with { ApprovalRequest = null })
            .WithStep(rollout.Internal.CurrentStep, step => step with { Approval = new(approved, word.Who, at, why) })
            .Tell(at, "CheckHealth", Quoted.Clip(Sentence.Ended(said), Limits.WordLength));
    }

    private static string Asked(Word word) => word.Kind switch
    {
        WordKind.Pause => $"{word.Who} asked to pause it",
        WordKind.Resume => $"{word.Who} asked to resume it",
        WordKind.Skip => $"{word.Who} asked for the next step",
        WordKind.Promote => $"{word.Who} asked for the promotion",
        WordKind.Abort => $"{word.Who} aborted it",
        WordKind.Approve => $"{word.Who} approved it",
        _ => $"{word.Who} rejected it",
    };

    private static Rollout Told(Rollout rollout, DateTimeOffset at, string state, string text) =>
        rollout.Internal.Words?.Told >= rollout.Internal.WordsInStory
            ? rollout
            : With(rollout, words => words with { Told = words.Told + 1 })
                .Tell(at, state, Quoted.Clip(Sentence.Ended(text), Limits.WordLength));
}
