using Canary.Rollouts;

namespace Canary.Functions.Writes;

/// <summary>What came of a rollback.</summary>
/// <param name="Rollout">The rollout at its end.</param>
/// <param name="IsWritten">Whether the alias was changed for it: it may have been as it should be.</param>
public sealed record RollbackChange(Rollout Rollout, bool IsWritten);
