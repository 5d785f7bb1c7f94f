using Canary.Aliases;

namespace Canary.Errors;

/// <summary>
/// A rollout has ended, and its last weight stands on the alias without its mark: somebody wrote another description over it,
/// or set the very same weight again. Nobody but a person can tell which, so the weight stays, and every look at it is a fault
/// that people are told of.
/// </summary>
public sealed class WeightLeftBehind : Exception
{
    /// <summary>Says where, and how to settle it.</summary>
    public WeightLeftBehind(string execution, string function, string aliasName, AliasState found)
        : base(
            $"LOOK AT THE ALIAS {aliasName} of {function}: it is at {found}, without any rollout's mark. The rollout {execution} "
                + "had it so and has ended; since then somebody else has changed the alias, so it is left alone. "
                + "If nobody means that weight, give version "
                + $"{found.Version} everything: aws lambda update-alias --function-name {function} --name {aliasName} "
                + $"--function-version {found.Version} --routing-config '{{}}'")
    {
    }
}
