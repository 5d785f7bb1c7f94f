using Canary.Input;
using Canary.Ports;
using Canary.Rollouts;
using Canary.Wording;

namespace Canary.Planning;

/// <summary>What of the function's concurrency keeps a rollout from being begun.</summary>
internal static class ConcurrencyFaults
{
    public static IEnumerable<string> Of(RolloutRequest request, PlanFindings found)
    {
        if (found.Alias is not { } alias || request.TargetVersion == alias.State.Version) return [];
        var own = found.Provisioned.FirstOrDefault(one => one.Qualifier == request.AliasName);
        return OfAlias(request, own, found).Concat(OfRaise(request, own, found));
    }

    /// <summary>
    /// Why a version cannot be promoted, which would provision it a second time; null where nothing keeps it from that.
    /// </summary>
    /// <remarks>
    /// Source: Lambda developer guide, "Configuring provisioned concurrency": a version has one configuration,
    /// its own or an alias's.
    /// </remarks>
    public static string? OfPromotion(ConcurrencyMemory? known, string version, string alias) =>
        known?.Taken?.GetValueOrDefault(version) is not { } taker ? null
        : taker == version
        ? $"Version {version} and the alias {alias} both have provisioned concurrency. "
            + "A version may have it only once, so the promotion would be refused: "
            + "delete the version's."
        : $"Version {version} is provisioned for the alias {Quoted.Of(taker)}, "
            + $"and the alias {alias} has provisioned concurrency too. A version may have it "
            + "only once, so the promotion would be refused: take it from one of the two aliases, or release another version.";

    private static IEnumerable<string> OfAlias(RolloutRequest request, ProvisionedConcurrency? own, PlanFindings found)
    {
        if (own is null) yield break;
        if (own.IsFailed)
            yield return $"The provisioned concurrency of {request.AliasName} is FAILED "
                + $"({own.StatusReason ?? "no reason given"}). "
                + "Configure it anew or delete it.";
        else if (!own.IsReady)
            yield return $"The provisioned concurrency of {request.AliasName} is {own.Status}. "
                + "Wait until it is READY, then start again.";
        if (request.TargetVersion is { } target
            && OfPromotion(found.TakenVersions(request), target, request.AliasName) is { } taken)
            yield return taken;
    }

    private static IEnumerable<string> OfRaise(RolloutRequest request, ProvisionedConcurrency? own, PlanFindings found)
    {
        if (request.ProvisionedConcurrency is not { } wanted) yield break;
        if (own is null)
            yield return $"provisionedConcurrency is {wanted}, but the alias {request.AliasName} has no "
                + "provisioned concurrency to raise. Leave it out.";
        else if (wanted < own.Requested)
            yield return $"provisionedConcurrency is {wanted}, but the alias {request.AliasName} has {own.Requested} already. "
                + "Give that many or more.";
        var others = found.Provisioned.Where(one => one != own).Sum(one => one.Requested);
        if (own is not null && found.Reserved is { } reserved && wanted + others > reserved)
            yield return $"provisionedConcurrency is {wanted}{(others > 0 ? $", beside {others} for others" : "")}, "
                + "but the function's "
                + $"reserved concurrency is {reserved}. Reserve more, or give less.";
    }
}
