using Canary.Local.Faults;
using Canary.Local.Lambda.Errors;
using Canary.Local.Lambda.Model;

namespace Canary.Local.Lambda.Functions;

/// <summary>The verbs on aliases.</summary>
internal sealed class AliasBook(FunctionStore store, ProvisionedConcurrencyBook provisioned)
{
    public AliasConfiguration Create(
        string function, string name, string version, string? description, IReadOnlyDictionary<string, double>? weights)
    {
        AliasRules.CheckShape(name, version, description, weights);
        lock (store.Gate)
        {
            var record = store.Require(store.ParseFunction(function), version);
            AliasRules.CheckRouting(store, record, version, weights);
            var arn = store.Arn(record.Name, name);
            if (record.Aliases.ContainsKey(name)) throw LambdaErrors.Conflict($"Alias already exists: {arn}");
            return Write(
                record, name, new AliasConfiguration(arn, name, version, description ?? "", OrNone(weights), NewRevision()))!;
        }
    }

    public AliasConfiguration Get(string function, string name, StaleRead? stale = null)
    {
        AliasRules.CheckShape(name, null, null, null);
        lock (store.Gate)
        {
            var record = store.Require(store.ParseFunction(function));
            var write = record.AliasWrites.GetValueOrDefault(name);
            var alias = stale?.Misses(write, store.Now) is true ? write!.Before : record.Aliases.GetValueOrDefault(name);
            return alias ?? throw LambdaErrors.AliasNotFound(store.Arn(record.Name, name));
        }
    }

    public AliasConfiguration Update(string function, string name, AliasUpdate change)
    {
        AliasRules.CheckShape(name, change.FunctionVersion, change.Description, change.Weights);
        lock (store.Gate)
        {
            var record = store.Require(store.ParseFunction(function));
            var alias = record.Aliases.GetValueOrDefault(name)
                ?? throw LambdaErrors.NotFound($"Alias not found: {store.Arn(record.Name, name)}");
            if (change.RevisionId is not null && change.RevisionId != alias.RevisionId) throw LambdaErrors.StaleRevision();
            // Weights that the request does not mention stay, and must fit the version that it does mention.
            var updated = alias with
            {
                FunctionVersion = change.FunctionVersion ?? alias.FunctionVersion,
                Description = change.Description ?? alias.Description,
                Weights = change.Weights is null ? alias.Weights : OrNone(change.Weights),
                RevisionId = NewRevision(),
            };
            AliasRules.CheckRouting(store, record, updated.FunctionVersion, updated.Weights);
            return Write(record, name, provisioned.Shift(record, alias, updated, change))!;
        }
    }

    /// <summary>Deletes it. That it was not there is no error.</summary>
    public void Delete(string function, string name)
    {
        AliasRules.CheckShape(name, null, null, null);
        lock (store.Gate) Write(store.Require(store.ParseFunction(function)), name, null);
    }

    /// <summary>Gives an alias another revision and changes nothing else. Call it under the store's lock.</summary>
    public void Rotate(FunctionRecord function, string name) =>
        Write(function, name, function.Aliases[name] with { RevisionId = NewRevision() });

    public IReadOnlyList<AliasConfiguration> List(string function, string? version)
    {
        AliasRules.CheckVersion(version);
        lock (store.Gate)
        {
            var aliases = store.Require(store.ParseFunction(function)).Aliases.Values;
            return [.. aliases.Where(alias => version is null || alias.LeadsTo(version))];
        }
    }

    private AliasConfiguration? Write(FunctionRecord function, string name, AliasConfiguration? alias)
    {
        function.AliasWrites[name] = new(function.Aliases.GetValueOrDefault(name), store.Now);
        if (alias is not null)
        {
            function.Aliases[name] = alias;
            store.Changed(alias);
            return alias;
        }
        function.Aliases.Remove(name);
        function.Provisioned.Remove(name);
        function.EventInvokes.Remove(name);
        function.Policies.Remove(name);
        function.Urls.Remove(name);
        function.Shifts.Remove(name);
        return null;
    }

    private static Dictionary<string, double>? OrNone(IReadOnlyDictionary<string, double>? weights) =>
        weights is { Count: > 0 } ? new Dictionary<string, double>(weights) : null;

    private static string NewRevision() => Guid.NewGuid().ToString();
}
