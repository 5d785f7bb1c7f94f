namespace Canary.Rollouts;

/// <summary>What the alias was before the rollout, besides its version.</summary>
/// <param name="RevisionId">Its revision.</param>
/// <param name="Description">Its description, empty where it had none: the rollout's last change puts it back.</param>
public sealed record AliasBefore(string RevisionId, string Description);
