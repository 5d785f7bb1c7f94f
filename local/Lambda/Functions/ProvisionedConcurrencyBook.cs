using Canary.Local.Lambda.Errors;
using Canary.Local.Lambda.Model;
using Canary.Local.Wire;

namespace Canary.Local.Lambda.Functions;

/// <summary>The verbs on provisioned concurrency.</summary>
internal sealed class ProvisionedConcurrencyBook(FunctionStore store)
{
    public ProvisionedConcurrencyConfig Put(string function, string qualifier, int requested)
    {
        const string Unpublished = "Provisioned Concurrency Configs cannot be applied to unpublished function versions.";
        new MemberConstraints()
            .That(
                requested >= 1, "provisionedConcurrentExecutions", requested, "Member must have value greater than or equal to 1")
            .ThrowIfAny();
        lock (store.Gate)
        {
            var (record, named) = Find(function, qualifier, Unpublished);
            var alias = record.Aliases.GetValueOrDefault(named);
            if (alias is { FunctionVersion: VersionRecord.Latest }) throw LambdaErrors.Invalid(Unpublished);
            if (alias is { Weights: not null })
                throw LambdaErrors.Invalid("Alias with weights can not be used with Provisioned Concurrency");
            var version = store.RequireVersion(record, alias?.FunctionVersion ?? named);
            ProvisioningRules.CheckVersion(record, named, version.Number);
            ProvisioningRules.CheckLimits(store, record, named, requested);
            if (version.Definition.SnapStart)
                throw LambdaErrors.Invalid("Provisioned Concurrency is not supported for functions with SnapStart.");
            if (version.StateAt(store.Now) is var state and not "Active") throw LambdaErrors.InState(state);
            var before = record.Provisioned.GetValueOrDefault(named)?.Allocated(store.Now) ?? 0;
            record.Provisioned[named] = Begin(record, version, requested, Math.Min(before, requested));
            version.Rotate();
            // Even what is ready at once was in progress when this was answered.
            var arn = store.Arn(record.Name, named);
            return record.Provisioned[named].View(arn, store.Now) with
            {
                Status = "IN_PROGRESS",
                StatusReason = null,
                Allocated = Math.Min(before, requested),
            };
        }
    }

    public ProvisionedConcurrencyConfig Get(string function, string qualifier)
    {
        lock (store.Gate)
        {
            var (record, named) = Find(function, qualifier);
            return record.Provisioned.GetValueOrDefault(named)?.View(store.Arn(record.Name, named), store.Now)
                ?? throw LambdaErrors.NotProvisioned();
        }
    }

    /// <summary>Takes it away. That there was none is no error.</summary>
    public void Delete(string function, string qualifier)
    {
        lock (store.Gate)
        {
            var (record, named) = Find(function, qualifier);
            if (!record.Provisioned.Remove(named)) return;
            record.Shifts.Remove(named);
            var version = record.Aliases.GetValueOrDefault(named)?.FunctionVersion ?? named;
            record.Version(version)?.Rotate();
        }
    }

    public IReadOnlyList<ProvisionedConcurrencyConfig> List(string function)
    {
        lock (store.Gate)
        {
            var record = store.Require(store.ParseFunction(function));
            return [.. record.Provisioned.Select(entry => entry.Value.View(store.Arn(record.Name, entry.Key), store.Now))];
        }
    }

    /// <summary>
    /// The alias as an update leaves it: a new version of an alias with provisioned concurrency takes no traffic before it is
    /// provisioned.
    /// </summary>
    /// <exception cref="Wire.AwsException">
    /// The alias is caught in an earlier shift, or the version has provisioned concurrency of its own.
    /// </exception>
    public AliasConfiguration Shift(
        FunctionRecord function, AliasConfiguration before, AliasConfiguration after, AliasUpdate change)
    {
        if (!function.Provisioned.TryGetValue(before.Name, out var current)) return after;
        if (function.Shifts.ContainsKey(before.Name) && (change.FunctionVersion is not null || change.Weights is not null))
            throw LambdaErrors.Invalid("Invalid alias configuration for Provisioned Concurrency");
        if (after.FunctionVersion == before.FunctionVersion) return after;
        if (after.FunctionVersion == VersionRecord.Latest)
            throw LambdaErrors.Invalid("Invalid alias configuration for Provisioned Concurrency");
        ProvisioningRules.CheckVersion(function, before.Name, after.FunctionVersion);
        var version = store.RequireVersion(function, after.FunctionVersion);
        var begun = function.Provisioned[before.Name] = Begin(function, version, current.Requested, 0);
        version.Rotate();
        if (after.Weights is not null) return after;
        function.Shifts[before.Name] = new ImplicitShift(begun.Due, begun.Failure is not null, Guid.NewGuid().ToString());
        return after with { Weights = new Dictionary<string, double> { [before.FunctionVersion] = 1 } };
    }

    private Provisioning Begin(FunctionRecord function, VersionRecord version, int requested, int before)
    {
        var due = store.Now + store.LifecycleOf(function).ProvisioningDelay;
        return new Provisioning(
            requested, before, store.Now, due, version.FailsToInitialize ? "FUNCTION_ERROR_INIT_FAILURE" : null);
    }

    private (FunctionRecord Function, string Qualifier) Find(
        string function, string qualifier, string unpublished =
            "The function resource provided must be an alias or a published version.")
    {
        var reference = FunctionReference.Parse(function, qualifier, store.Account, isPlain: true);
        if (reference.Qualifier is VersionRecord.Latest) throw LambdaErrors.Invalid(unpublished);
        var named = reference.Qualifier!;
        // An alias of a function that is not there is an alias that is not there.
        if (store.Functions.ContainsKey(reference.Name))
        {
            var record = store.Require(reference);
            if (record.Aliases.ContainsKey(named) || record.Version(named) is not null) return (record, named);
        }
        var arn = store.Arn(reference.Name, named);
        throw named.All(char.IsAsciiDigit) ? LambdaErrors.FunctionNotFound(arn) : LambdaErrors.AliasNotFound(arn);
    }
}
