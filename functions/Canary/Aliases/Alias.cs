namespace Canary.Aliases;

/// <summary>An alias as it was read or written.</summary>
/// <param name="State">Where its traffic goes.</param>
/// <param name="RevisionId">Lambda's id of this very state: every change makes another one.</param>
/// <param name="Description">
/// Its description; empty where it has none. While a rollout holds the alias, its <see cref="Hold"/>.
/// </param>
public sealed record Alias(AliasState State, string RevisionId, string Description = "")
{
    /// <summary>
    /// False where the description is a <see cref="Hold"/> that names no rollout that runs: then it is words like any others.
    /// </summary>
    public bool HoldCounts { get; init; } = true;
}
