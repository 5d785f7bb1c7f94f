using Canary.Input;
using Canary.Ports;

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
        if (request.TargetVersion is { } target && found.TakenVersions(request)?.FaultOf(target, request.AliasName) is { } taken)
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
