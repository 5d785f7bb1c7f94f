namespace Canary.Local.Lambda.Model;

/// <summary>What UpdateAlias is to change. What is null stays as it is.</summary>
/// <param name="FunctionVersion">The new primary version.</param>
/// <param name="Description">The new description.</param>
/// <param name="Weights">The new additional version and its share; empty clears the routing.</param>
/// <param name="RevisionId">The update is refused unless the alias still has this one.</param>
public sealed record AliasUpdate(
    string? FunctionVersion = null,
    string? Description = null,
    IReadOnlyDictionary<string, double>? Weights = null,
    string? RevisionId = null);
