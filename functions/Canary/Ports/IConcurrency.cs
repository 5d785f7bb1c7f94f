using Canary.Errors;

namespace Canary.Ports;

/// <summary>The port to a function's provisioned concurrency.</summary>
public interface IConcurrency
{
    /// <summary>
    /// All provisioned concurrency of a function, of aliases and of versions; none where the function does not exist.
    /// </summary>
    Task<IReadOnlyList<ProvisionedConcurrency>> ListAsync(string functionName);

    /// <summary>The provisioned concurrency of an alias; null where it has none.</summary>
    Task<ProvisionedConcurrency?> FindAsync(string functionName, string aliasName);

    /// <summary>
    /// Asks for provisioned concurrency, which takes minutes to be there. Lambda refuses it while the alias has weights.
    /// </summary>
    /// <exception cref="ConcurrencyFailed">Lambda does not grant it.</exception>
    Task PutAsync(string functionName, string aliasName, int requested);

    /// <summary>Takes it away; that there was none is no error.</summary>
    Task DeleteAsync(string functionName, string aliasName);
}
