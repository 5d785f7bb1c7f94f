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

    /// <summary>The alias as it is now.</summary>
    internal AliasMemory Seen(Alias alias) => this with { PreviousRevision = Revision, Revision = alias.RevisionId };
}
