using Canary.Aliases;
using Canary.Errors;
using Canary.Executions;

namespace Canary.Functions.Reads;

/// <summary>Looks whether the rollout that an alias's mark names is still at it. Anybody may write a mark.</summary>
public sealed class HoldReader(IExecutions executions)
{
    /// <summary>What the mark is worth; null where there is none.</summary>
    public async Task<HoldReading?> ReadAsync(string functionName, string aliasName, Alias? alias, DateTimeOffset at)
    {
        if (alias is null || Hold.HolderOf(alias.Description) is not { } holder) return null;
        if (!Hold.IsExecution(holder)) return new(holder, HoldState.Missing);
        try
        {
            return HoldReading.Of(holder, await executions.FindAsync(holder), functionName, aliasName, at);
        }
        catch (AccessDenied)
        {
            return new(holder, HoldState.Unknown);
        }
    }
}
