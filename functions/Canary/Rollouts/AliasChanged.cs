namespace Canary.Rollouts;

/// <summary>Somebody else changed the alias during the rollout. The class's name is contract: the state machine knows this error by it.</summary>
public sealed class AliasChanged : Exception
{
    /// <summary>Says what was found.</summary>
    public AliasChanged(string aliasName, AliasState wanted, Alias? found)
        : base($"Somebody else changed the alias {aliasName} during the rollout: {Difference(wanted, found)}.")
    {
    }

    private static string Difference(AliasState wanted, Alias? found) => found switch
    {
        null => "it was deleted",
        _ when found.State != wanted => $"it is at {found.State}, where this rollout wanted {wanted}",
        _ => $"it is at {found.State}, as this rollout wanted, but its description is {Quoted.Of(found.Description)}, where this rollout's mark should be",
    };
}
