namespace Canary.Errors;

/// <summary>Another rollout holds the alias. The class's name is contract: the state machine knows this error by it.</summary>
public sealed class RolloutInProgress : Exception
{
    /// <summary>Names the rollout that holds it.</summary>
    public RolloutInProgress(string aliasName, string holder)
        : base($"The alias {aliasName} is held by the rollout {holder}.")
    {
    }
}
