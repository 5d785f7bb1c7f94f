namespace Canary.Rollouts;

/// <summary>
/// A rollout has ended, and its last weight stands on the alias without its mark: somebody wrote another description over it, or set the very
/// same weight again. Nobody but a person can tell which, so the weight stays, and every look at it is a fault that people are told of.
/// </summary>
public sealed class WeightLeftBehind : Exception
{
    /// <summary>Says where, and how to settle it.</summary>
    public WeightLeftBehind(Rollout rollout, AliasState found)
        : base($"LOOK AT THE ALIAS {rollout.Alias} of {rollout.Function}: it is at {found}, without any rollout's mark. The rollout {rollout.Execution} "
            + "had it so and has ended; since then somebody else has changed the alias, so it is left alone. If nobody means that weight, give version "
            + $"{found.Version} everything: aws lambda update-alias --function-name {rollout.Function} --name {rollout.Alias} "
            + $"--function-version {found.Version} --routing-config '{{}}'")
    {
    }
}
