namespace Canary.Rollouts.Plans;

/// <summary>The alias's provisioned concurrency in a rollout; null in the document where the alias has none.</summary>
/// <param name="Before">How many environments the alias had before the rollout.</param>
/// <param name="During">How many it is to have while both versions share them, or null to leave them.</param>
public sealed record ProvisionedPlan(int Before, int? During);
