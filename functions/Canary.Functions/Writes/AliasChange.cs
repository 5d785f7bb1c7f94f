using Canary.Aliases;
using Canary.Rollouts;

namespace Canary.Functions.Writes;

/// <summary>A change of the alias that was made.</summary>
/// <param name="Rollout">The rollout, at the revision over which the change was made.</param>
/// <param name="Alias">The alias as it is now.</param>
public sealed record AliasChange(Rollout Rollout, Alias Alias);
