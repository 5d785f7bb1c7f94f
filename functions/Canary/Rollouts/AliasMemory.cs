using Canary.Aliases;

namespace Canary.Rollouts;

/// <summary>What a rollout remembers of its alias. Everything is null where there was no alias.</summary>
public sealed record AliasMemory
{
    /// <summary>Its RevisionId after the rollout's last look at it or change of it.</summary>
    public string? Revision { get; init; }

    /// <summary>Its RevisionId before that: a read that lags behind still shows it.</summary>
    public string? PreviousRevision { get; init; }

    /// <summary>Its RevisionId before the rollout held it: what still reads so then is out of date.</summary>
    public string? RevisionBefore { get; init; }

    /// <summary>Its description before the rollout, empty where it had none: the rollout's last change puts it back.</summary>
    public string? DescriptionBefore { get; init; }

    /// <summary>
    /// What somebody has written behind the rollout's mark, and the rollout has acted on or told of; null once it is gone.
    /// </summary>
    public string? Word { get; init; }

    /// <summary>The same where no check has looked at it yet.</summary>
    public string? NewWord { get; init; }

    /// <summary>The alias as it is now.</summary>
    internal AliasMemory Seen(Alias alias)
    {
        var found = Hold.BehindOf(alias.Description);
        var isKnown = found == Word;
        return this with
        {
            PreviousRevision = Revision,
            Revision = alias.RevisionId,
            Word = isKnown ? Word : null,
            NewWord = isKnown ? null : found,
        };
    }

    /// <summary>The word was looked at: it is not looked at again.</summary>
    internal AliasMemory Heard() => this with { Word = NewWord ?? Word, NewWord = null };
}
