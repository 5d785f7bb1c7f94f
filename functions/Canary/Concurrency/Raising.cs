using Canary.Rollouts;

namespace Canary.Concurrency;

/// <summary>More provisioned concurrency for the alias while two versions share it, and back to what it was.</summary>
public static class Raising
{
    /// <summary>What to raise it to before the next shift; null where there is nothing to raise, or it is raised already.</summary>
    internal static int? Next(Rollout rollout) =>
        rollout is { CurrentStep: < 0, Provisioned: { RaisedAt: null, During: { } during } plan } && during > plan.Before ? during : null;

    /// <summary>Notes that more was asked for.</summary>
    public static Rollout Raised(Rollout rollout, DateTimeOffset at)
    {
        var text = $"The provisioned concurrency of {rollout.Alias} is raised from {rollout.Provisioned!.Before} to {rollout.Provisioned.During}.";
        return (rollout with { Provisioned = rollout.Provisioned with { RaisedAt = at }, Reason = text }).Tell(at, "RaiseConcurrency", text);
    }

    /// <summary>Goes on once it is there.</summary>
    /// <exception cref="ConcurrencyNotReady">It is not there yet: ask again later.</exception>
    /// <exception cref="ConcurrencyFailed">It will never be.</exception>
    public static Rollout Awaited(Rollout rollout, ProvisionedConcurrency? found, DateTimeOffset at)
    {
        if (found is null) throw new ConcurrencyFailed($"The provisioned concurrency of {rollout.Alias} was deleted by somebody else.");
        if (found.IsFailed) throw new ConcurrencyFailed($"The provisioned concurrency of {rollout.Alias} is FAILED: {found.StatusReason ?? "no reason given"}");
        if (!found.IsReady) throw new ConcurrencyNotReady($"The provisioned concurrency of {rollout.Alias} is {found.Status}.");
        var text = $"{rollout.Alias} has {found.Requested} provisioned environments.";
        var decision = Baking.Advance(rollout, text);
        return (rollout with { Decision = decision, Reason = decision.Reason }).Tell(at, "AwaitConcurrency", text);
    }

    /// <summary>Whether this rollout may have changed the alias's provisioned concurrency, so that it has to look after it.</summary>
    public static bool MayHaveChanged(Rollout rollout) => rollout.Provisioned is not null && (MayHaveRaised(rollout) || Promoting.MayHavePromoted(rollout));

    /// <summary>What to put it back to; null where it is as it was, or somebody else has changed it since.</summary>
    public static int? Back(Rollout rollout, ProvisionedConcurrency? found)
    {
        if (rollout.Provisioned is not { } plan) return null;
        // A rollback after the promotion may have had to take it away, and lost its way then.
        if (found is null) return Promoting.MayHavePromoted(rollout) ? plan.Before : null;
        return MayHaveRaised(rollout) && found.Requested == plan.During && plan.During != plan.Before ? plan.Before : null;
    }

    private static bool MayHaveRaised(Rollout rollout) =>
        rollout.Provisioned is { RaisedAt: not null } || rollout.Decision.Next == NextState.RaiseConcurrency;
}
