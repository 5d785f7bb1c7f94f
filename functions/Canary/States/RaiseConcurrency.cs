using Canary.Ports;
using Canary.Rollouts;

namespace Canary.States;

/// <summary>
/// The state <c>RaiseConcurrency</c>: more provisioned concurrency for the alias while two versions share it,
/// and back to what it was.
/// </summary>
public static class RaiseConcurrency
{
    /// <summary>Notes that more was asked for.</summary>
    public static Rollout Raised(Rollout rollout, DateTimeOffset at)
    {
        var plan = rollout.Plan.ProvisionedConcurrency!;
        var text = $"The provisioned concurrency of {rollout.Alias} is raised from {plan.Before} to {plan.During}.";
        return (rollout with { Reason = text })
            .Note(own => own with { Concurrency = own.Concurrency! with { RaisedAt = at } })
            .Tell(at, "RaiseConcurrency", text);
    }

    /// <summary>
    /// Whether this rollout may have changed the alias's provisioned concurrency, so that it has to look after it.
    /// </summary>
    public static bool MayHaveChanged(Rollout rollout) =>
        rollout.Plan.ProvisionedConcurrency is not null && (MayHaveRaised(rollout) || AliasPlan.MayHavePromoted(rollout));

    /// <summary>What to put it back to; null where it is as it was, or somebody else has changed it since.</summary>
    public static int? Back(Rollout rollout, ProvisionedConcurrency? found)
    {
        if (rollout.Plan.ProvisionedConcurrency is not { } plan) return null;
        // A rollback after the promotion may have had to take it away, and lost its way then.
        if (found is null) return AliasPlan.MayHavePromoted(rollout) ? plan.Before : null;
        return MayHaveRaised(rollout) && found.Requested == plan.During && plan.During != plan.Before ? plan.Before : null;
    }

    private static bool MayHaveRaised(Rollout rollout) =>
        rollout.Internal.Concurrency is { RaisedAt: not null } || rollout.Decision.Next == NextState.RaiseConcurrency;
}
