namespace Canary.Rollouts;

/// <summary>The port to a function's aliases.</summary>
public interface IAliases
{
    /// <summary>Reads an alias; null when the function or the alias does not exist.</summary>
    Task<Alias?> FindAsync(string functionName, string aliasName);

    /// <summary>Sets version and weights in one call, if the alias still is at <paramref name="revisionId"/>.</summary>
    /// <returns>The alias as it is now; null when it was at another revision and nothing was changed.</returns>
    Task<Alias?> UpdateAsync(string functionName, string aliasName, AliasState wanted, string revisionId);
}
