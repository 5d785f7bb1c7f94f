namespace Canary.Errors;

/// <summary>
/// Lambda refused a change since the alias is at another revision, but still reads as the old one:
/// reads lag behind writes for a moment. The state machine tries again.
/// </summary>
public sealed class StaleAlias : Exception
{
    /// <summary>Says which.</summary>
    public StaleAlias(string aliasName, string? revisionId)
        : base(revisionId is null
            ? $"Lambda refuses to create the alias {aliasName}, which still reads as missing."
            : $"The alias {aliasName} still reads as revision {revisionId}, which Lambda no longer takes.")
    {
    }
}
