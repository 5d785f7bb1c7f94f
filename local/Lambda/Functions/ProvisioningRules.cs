using Canary.Local.Lambda.Errors;
using Canary.Local.Lambda.Model;

namespace Canary.Local.Lambda.Functions;

/// <summary>What Lambda asks of provisioned concurrency before it takes it.</summary>
internal static class ProvisioningRules
{
    /// <summary>A version is provisioned once: by itself, or by one alias.</summary>
    public static void CheckVersion(FunctionRecord function, string qualifier, string version)
    {
        var isAlias = qualifier != version;
        if (isAlias && function.Provisioned.ContainsKey(version))
            throw LambdaErrors.Conflict(
                "Alias can't be used for Provisioned Concurrency configuration on an already Provisioned version");
        var others = function.Provisioned.Keys.Where(
            other => other != qualifier && function.Aliases.GetValueOrDefault(other)?.FunctionVersion == version);
        if (!others.Any()) return;
        throw LambdaErrors.Conflict(isAlias
            ? "Alias can't be used for Provisioned Concurrency configuration on an already Provisioned version"
            : "Version is pointed by a Provisioned Concurrency alias");
    }

    /// <summary>It comes out of what is reserved for the function, or else out of what is not reserved in the account.</summary>
    public static void CheckLimits(FunctionStore store, FunctionRecord function, string qualifier, int requested)
    {
        var all = requested + function.Provisioned.Where(entry => entry.Key != qualifier).Sum(entry => entry.Value.Requested);
        if (function.ReservedConcurrency is { } reserved)
        {
            if (all <= reserved) return;
            throw LambdaErrors.Invalid(
                "Requested Provisioned Concurrency should not be greater than the reservedConcurrentExecution for function");
        }
        var free = ConcurrencyLimits.AccountConcurrency
            - store.Functions.Values.Where(other => other != function)
                .Sum(other => other.ReservedConcurrency ?? other.TotalProvisioned);
        if (all > free)
            throw LambdaErrors.Invalid(
                $"Specified ConcurrentExecutions for function is greater than account's unreserved concurrency [{free}].");
        if (free - all < ConcurrencyLimits.UnreservedMinimum)
        {
            throw LambdaErrors.Invalid(
                "Specified ConcurrentExecutions for function decreases account's "
                + "UnreservedConcurrentExecution below its minimum value of "
                + $"[{ConcurrencyLimits.UnreservedMinimum}].");
        }
    }
}
