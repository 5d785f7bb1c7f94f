using Canary.Local.Lambda.Errors;
using Canary.Local.Lambda.Model;
using Canary.Local.Wire;

namespace Canary.Local.Lambda.Functions;

/// <summary>How many invocations of a function may be in flight at a time, over all its versions.</summary>
internal sealed class ConcurrencyLimits(FunctionStore store)
{
    public const int AccountConcurrency = 1000;
    public const int UnreservedMinimum = 100;

    public int? Get(string function)
    {
        lock (store.Gate) return store.Require(store.ParseFunction(function)).ReservedConcurrency;
    }

    public void Put(string function, int? reserved)
    {
        lock (store.Gate)
        {
            // AWS was recorded to name $LATEST when the limit is set, to look for the function first, and to name it plainly when
            // the limit is read.
            var record = store.Require(store.ParseFunction(function), reserved is null ? null : VersionRecord.Latest);
            new MemberConstraints()
                .That(
                    reserved is null or >= 0,
                    "reservedConcurrentExecutions",
                    reserved,
                    "Member must have value greater than or equal to 0")
                .ThrowIfAny();
            var others = store.Functions.Values.Where(other => other != record).Sum(other => other.ReservedConcurrency ?? 0);
            if (others + (reserved ?? 0) > AccountConcurrency - UnreservedMinimum)
            {
                throw LambdaErrors.Invalid(
                    "Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution "
                    + $"below its minimum value of [{UnreservedMinimum}].");
            }
            if (reserved < record.TotalProvisioned)
            {
                throw LambdaErrors.Invalid(
                    $"ReservedConcurrentExecutions  {reserved} should not be lower than function's total provisioned "
                    + $"concurrency [{record.TotalProvisioned}].");
            }
            record.ReservedConcurrency = reserved;
        }
    }
}
