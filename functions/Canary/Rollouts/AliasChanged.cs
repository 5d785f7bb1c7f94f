namespace Canary.Rollouts;

/// <summary>Somebody else changed the alias during the rollout. The class's name is contract: the state machine knows this error by it.</summary>
public sealed class AliasChanged : Exception
{
    /// <summary>Says what was found.</summary>
    public AliasChanged(string aliasName, AliasState wanted, AliasState? found)
        : base($"Somebody else changed the alias {aliasName} during the rollout: it is at {found?.ToString() ?? "nothing, for it was deleted"}, "
            + $"where this rollout wanted {wanted}.")
    {
    }
}
