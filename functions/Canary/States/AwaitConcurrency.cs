using Canary.Errors;
using Canary.Ports;
using Canary.Rollouts;

namespace Canary.States;

/// <summary>The state <c>AwaitConcurrency</c>: waits for the provisioned concurrency that was asked for.</summary>
public static class AwaitConcurrency
{
    /// <summary>Goes on once it is there.</summary>
    /// <exception cref="ConcurrencyNotReady">It is not there yet: ask again later.</exception>
    /// <exception cref="ConcurrencyFailed">It will never be.</exception>
    public static Rollout Awaited(Rollout rollout, ProvisionedConcurrency? found, DateTimeOffset at)
    {
        if (found is null)
            throw new ConcurrencyFailed($"The provisioned concurrency of {rollout.Alias} was deleted by somebody else.");
        if (found.IsFailed) throw new ConcurrencyFailed(
            $"The provisioned concurrency of {rollout.Alias} is FAILED: {found.StatusReason ?? "no reason given"}");
        if (!found.IsReady) throw new ConcurrencyNotReady($"The provisioned concurrency of {rollout.Alias} is {found.Status}.");
        var text = $"{rollout.Alias} has {found.Requested} provisioned environments.";
        return rollout.Decide(NextStep.Advance(rollout, text)).Tell(at, "AwaitConcurrency", text);
    }
}
