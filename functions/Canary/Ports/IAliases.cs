using Canary.Aliases;
using Canary.Errors;

namespace Canary.Ports;

/// <summary>The port to a function's aliases.</summary>
public interface IAliases
{
    /// <summary>
    /// Reads an alias; null when the function or the alias does not exist.
    /// Just after a change the answer may still be the old one.
    /// </summary>
    Task<Alias?> FindAsync(string functionName, string aliasName);

    /// <summary>Creates an alias.</summary>
    /// <returns>
    /// The alias as it is now; null when there is one of this name already, or its version cannot take traffic yet, and nothing
    /// was changed.
    /// </returns>
    /// <exception cref="VersionGone">The function, or the version that the alias is to name, does not exist.</exception>
    Task<Alias?> CreateAsync(string functionName, string aliasName, AliasWrite write);

    /// <summary>Changes the description, and nothing else, if the alias still is at <paramref name="revisionId"/>.</summary>
    /// <returns>The alias as it is now; null when it was at another revision and nothing was changed.</returns>
    /// <exception cref="VersionGone">The alias does not exist.</exception>
    /// <exception cref="AliasShifting">Lambda shifts the alias by itself just now, and lets nobody else change it.</exception>
    Task<Alias?> DescribeAsync(string functionName, string aliasName, string description, string revisionId);

    /// <summary>
    /// Changes version, weights and description in one call, if the alias still is at <paramref name="revisionId"/>.
    /// </summary>
    /// <returns>The alias as it is now; null when it was at another revision and nothing was changed.</returns>
    /// <exception cref="VersionGone">The alias, or a version that the change names, does not exist.</exception>
    /// <exception cref="AliasShifting">Lambda shifts the alias by itself just now, and lets nobody else do so.</exception>
    Task<Alias?> UpdateAsync(string functionName, string aliasName, AliasWrite write, string revisionId);
}
