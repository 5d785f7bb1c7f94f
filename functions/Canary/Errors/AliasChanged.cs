using Canary.Aliases;
using Canary.Wording;

namespace Canary.Errors;

/// <summary>
/// Somebody else changed the alias during the rollout. The class's name is contract: the state machine knows this error by it.
/// </summary>
public sealed class AliasChanged : Exception
{
    /// <summary>Says what was found.</summary>
    /// <param name="aliasName">The alias.</param>
    /// <param name="wanted">Where this rollout wanted its traffic to go.</param>
    /// <param name="found">What was found; null where it was deleted.</param>
    /// <param name="isAsPlanned">Whether its description is as the plan found it, before the rollout held it.</param>
    public AliasChanged(string aliasName, AliasState wanted, Alias? found, bool isAsPlanned = false)
        : base($"Somebody else changed the alias {aliasName} during the rollout: {Difference(wanted, found, isAsPlanned)}.")
    {
    }

    private static string Difference(AliasState wanted, Alias? found, bool isAsPlanned) => found switch
    {
        null => "it was deleted",
        _ when found.State != wanted => $"it is at {found.State}, where this rollout wanted {wanted}",
        _ when isAsPlanned =>
            $"it is at {found.State} as it was planned, but at another revision. Nothing was touched; start again",
        _ =>
            $"it is at {found.State}, as this rollout wanted, but its description is {Quoted.Of(found.Description)}, "
            + "where this rollout's mark should be",
    };
}
