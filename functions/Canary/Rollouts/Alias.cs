namespace Canary.Rollouts;

/// <summary>An alias as it was read or written.</summary>
/// <param name="State">Where its traffic goes.</param>
/// <param name="RevisionId">Lambda's id of this very state: every change makes another one.</param>
public sealed record Alias(AliasState State, string RevisionId);
