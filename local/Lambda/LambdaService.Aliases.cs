using Canary.Local.Faults;
using Canary.Local.Lambda.Model;

namespace Canary.Local.Lambda;

// Aliases, and what functions and aliases have: provisioned concurrency, policies, URLs.
public sealed partial class LambdaService
{
    /// <summary>Creates an alias, with an additional version and its weight if <paramref name="weights"/> has one.</summary>
    public AliasConfiguration CreateAlias(
        string function, string name, string functionVersion, string? description =
            null, IReadOnlyDictionary<string, double>? weights = null) =>
        _aliases.Create(function, name, functionVersion, description, weights);

    /// <summary>The alias as it is now.</summary>
    public AliasConfiguration GetAlias(string function, string name, StaleRead? stale = null) =>
        _aliases.Get(function, name, stale);

    /// <summary>Changes what <paramref name="change"/> mentions and nothing else. The revision changes in any case.</summary>
    public AliasConfiguration UpdateAlias(string function, string name, AliasUpdate change) =>
        _aliases.Update(function, name, change);

    /// <summary>Deletes an alias; that there is none is no error.</summary>
    public void DeleteAlias(string function, string name) => _aliases.Delete(function, name);

    /// <summary>The function's aliases by name, or only those that lead to one version.</summary>
    public IReadOnlyList<AliasConfiguration> ListAliases(string function, string? functionVersion = null) =>
        _aliases.List(function, functionVersion);

    /// <summary>Adds a statement to the policy of a function, a version or an alias, which gets another revision by it.</summary>
    /// <returns>The statement, as JSON.</returns>
    public string AddPermission(string function, string? qualifier, Grant permission, string? revisionId = null)
    {
        ArgumentNullException.ThrowIfNull(permission);
        return _policies.Add(function, qualifier, permission, revisionId);
    }

    /// <summary>Takes a statement away, with the same effect.</summary>
    public void RemovePermission(string function, string? qualifier, string statementId, string? revisionId = null) =>
        _policies.Remove(function, qualifier, statementId, revisionId);

    /// <summary>Gives a function or an alias a URL, at which nothing answers here.</summary>
    public FunctionUrl CreateFunctionUrl(string function, string? qualifier, string authType, string? invokeMode = null) =>
        _urls.Create(function, qualifier, authType, invokeMode);

    /// <summary>Changes what is not null and nothing else.</summary>
    public FunctionUrl UpdateFunctionUrl(string function, string? qualifier, string? authType, string? invokeMode = null) =>
        _urls.Update(function, qualifier, authType, invokeMode);

    /// <summary>The URL of a function or an alias.</summary>
    public FunctionUrl GetFunctionUrl(string function, string? qualifier = null) => _urls.Get(function, qualifier);

    /// <summary>Takes it away.</summary>
    public void DeleteFunctionUrl(string function, string? qualifier = null) => _urls.Delete(function, qualifier);

    /// <summary>The function's own URL, and its aliases'.</summary>
    public IReadOnlyList<FunctionUrl> ListFunctionUrls(string function) => _urls.List(function);

    /// <summary>
    /// Wants provisioned concurrency for an alias or a version. The answer shows it as IN_PROGRESS in any case.
    /// </summary>
    public ProvisionedConcurrencyConfig PutProvisionedConcurrency(string function, string qualifier, int requested) =>
        _provisioned.Put(function, qualifier, requested);

    /// <summary>Reads the provisioned concurrency of an alias or a version.</summary>
    public ProvisionedConcurrencyConfig GetProvisionedConcurrency(string function, string qualifier) =>
        _provisioned.Get(function, qualifier);

    /// <summary>Takes it away; that there is none is no error.</summary>
    public void DeleteProvisionedConcurrency(string function, string qualifier) => _provisioned.Delete(function, qualifier);

    /// <summary>All provisioned concurrency of a function, by alias or version.</summary>
    public IReadOnlyList<ProvisionedConcurrencyConfig> ListProvisionedConcurrency(string function) => _provisioned.List(function);

    /// <summary>The policy as JSON, and the revision that guards it.</summary>
    public (string Policy, string RevisionId) GetPolicy(string function, string? qualifier = null) =>
        _policies.Get(function, qualifier);
}
