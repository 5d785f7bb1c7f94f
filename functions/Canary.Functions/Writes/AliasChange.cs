using Canary.Aliases;
using Canary.Rollouts;

namespace Canary.Functions.Writes;

/// <summary>A change of the alias that was made, or that gave way to a person's word.</summary>
/// <param name="Rollout">The rollout, at the revision over which the change was made, or with the word.</param>
/// <param name="Alias">The alias as it is now; null where nothing was changed.</param>
public sealed record AliasChange(Rollout Rollout, Alias? Alias);
