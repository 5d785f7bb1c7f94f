using System.Globalization;
using Canary.Aliases;
using Canary.Executions;
using Canary.Rollouts;
using Canary.Wording;

namespace Canary.Answers;

/// <summary>What Control and Approve answer: whether the word was written, for tools, and a sentence, for people.</summary>
/// <param name="Accepted">Whether it stands on the alias now. Where not, nothing was changed, as far as is known.</param>
/// <param name="Message">What was asked of which rollout and when it is seen, or what was wrong and what to do.</param>
public sealed record WordAnswer(bool Accepted, string Message)
{
    /// <summary>The rollout's execution; null where none was found.</summary>
    public string? Execution { get; init; }

    /// <summary>When the rollout sees it at the latest; null where no check comes yet.</summary>
    public DateTimeOffset? SeenBy { get; init; }

    /// <summary>The word stands on the alias.</summary>
    /// <param name="word">The word.</param>
    /// <param name="rollout">The rollout, as far as it has come.</param>
    /// <param name="seenBy">When a check sees it; null where none comes yet.</param>
    public static WordAnswer Taken(Word word, Rollout rollout, DateTimeOffset? seenBy)
    {
        var seen = seenBy is { } time ? $"The rollout sees it by {Sentence.Time(time)}."
            : rollout.Internal.CurrentStep < 0 ? "The rollout sees it when its first step begins."
            : "The rollout sees it with its next change or check.";
        return new(true, $"{Sentence.Ended($"{word.Who} {Said(word, rollout)}{Why(word)}")}{Next(word, rollout)} {seen}")
        {
            Execution = rollout.Execution,
            SeenBy = seenBy,
        };
    }

    /// <summary>The word itself cannot be used.</summary>
    public static WordAnswer Unfit(IReadOnlyCollection<string> faults) =>
        No(string.Join(" ", faults.Count == 1 ? faults : faults.Select((fault, i) => $"({i + 1}) {fault}")));

    /// <summary>The word was not written.</summary>
    /// <param name="why">Why, and what to do.</param>
    /// <param name="execution">The rollout; null where none was found.</param>
    public static WordAnswer No(string why, string? execution = null) =>
        new(false, $"Nothing was asked of any rollout. {why}") { Execution = execution };

    /// <summary>No rollout holds the alias.</summary>
    /// <param name="title">Function and alias.</param>
    /// <param name="found">The alias; null where it does not exist.</param>
    public static WordAnswer NotHeld(string title, Alias? found) => No(
        found is null ? $"There is no alias {title}. Check the names." : $"No rollout holds {title}: it is at {found.State}.");

    /// <summary>The rollout does not hold its alias, or is over.</summary>
    public static WordAnswer NotHeld(string execution, StandingExecution? standing) => No(
        $"The rollout {Quoted.Text(execution, WordRequest.LongestExecution)} " + standing switch
        {
            null => "does not exist, or has not begun. Check its name.",
            { Status: { } status } => $"has ended as {status}.",
            { Rollout: null } => $"is not planned yet: it is in the state {standing.State}. Try again.",
            _ => $"does not hold its alias: it is in the state {standing.State}.",
        },
        execution);

    /// <summary>A call was not answered: it may have been the one that wrote the word.</summary>
    public static WordAnswer Unanswered(string message) => new(
        false,
        $"It is not known whether the word was written, for AWS gave no answer. Say it again. AWS says: {Quoted.Clip(message)}");

    private static string Said(Word word, Rollout rollout)
    {
        var title = $"the rollout of {rollout.Title}, {Where(rollout)}";
        var step = $"step {rollout.Internal.CurrentStep + 1} of {rollout.StepsToPromotion} of {title}";
        return word.Kind switch
        {
            WordKind.Pause => string.Create(
                CultureInfo.InvariantCulture, $"asked to pause {title}, for {word.Seconds ?? Limits.DefaultPause:N0} s"),
            WordKind.Resume => $"asked to resume {title}",
            WordKind.Skip => $"asked for the next step of {title}",
            WordKind.Promote => $"asked to promote {title}",
            WordKind.Abort => $"aborted {title}",
            WordKind.Approve => $"approved {step}",
            _ => $"rejected {step}",
        };
    }

    private static string Where(Rollout rollout) =>
        rollout.Internal is { CurrentStep: >= 0 and var step }
            ? $"{rollout.Steps[step].Weight} at version {rollout.CandidateVersion}"
            : "before its first step";

    private static string Why(Word word) => word.Why is null ? "" : $": {Quoted.Text(word.Why, Limits.ReasonLength)}";

    private static string Next(Word word, Rollout rollout) => word.Kind switch
    {
        WordKind.Approve or WordKind.Skip or WordKind.Promote => " It goes on if the check that sees this finds nothing wrong.",
        WordKind.Abort or WordKind.Reject => $" All traffic goes back to version {rollout.StableVersion}.",
        _ => "",
    };
}
