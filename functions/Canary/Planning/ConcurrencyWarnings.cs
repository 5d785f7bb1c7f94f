using Canary.Input;
using Canary.Ports;

namespace Canary.Planning;

/// <summary>What of the function's concurrency does not keep a rollout from being begun, but may hurt it.</summary>
internal static class ConcurrencyWarnings
{
    public static IEnumerable<string> Of(RolloutRequest request, PlanFindings found)
    {
        if (found.Alias is null) return [];
        var own = found.Provisioned.FirstOrDefault(one => one.Qualifier == request.AliasName);
        return OfReserved(found).Concat(own is null ? OfVersions(request, found) : OfAlias(request, own));
    }

    private static IEnumerable<string> OfAlias(RolloutRequest request, ProvisionedConcurrency own)
    {
        yield return $"{request.AliasName} has provisioned concurrency: "
            + "after the promotion Lambda itself keeps all traffic at the old version until the new "
            + "one is provisioned, which takes minutes, and a rollback after that takes as long.";
        if (request.SharesTraffic && request.ProvisionedConcurrency is null)
            yield return $"Both versions share the {own.Requested} provisioned environments "
                + $"of {request.AliasName} while its traffic is split. "
                + "provisionedConcurrency raises them for that time.";
        if (!request.SharesTraffic && request.ProvisionedConcurrency > own.Requested)
            yield return $"provisionedConcurrency is {request.ProvisionedConcurrency}, but no step shares traffic: "
                + "nothing is raised.";
    }

    private static IEnumerable<string> OfVersions(RolloutRequest request, PlanFindings found)
    {
        if (!found.Provisioned.Any(one => one.Qualifier == found.Alias!.State.Version)) yield break;
        if (found.Provisioned.Any(one => one.Qualifier == request.TargetVersion)) yield break;
        yield return $"Version {found.Alias!.State.Version}, which is live, has provisioned concurrency of its own, "
            + "and the new version will have none: "
            + "expect cold starts.";
    }

    private static IEnumerable<string> OfReserved(PlanFindings found)
    {
        if (found.Reserved is not { } reserved) yield break;
        var provisioned = found.Provisioned.Sum(one => one.Requested);
        if (reserved == 0)
            yield return "The function's reserved concurrency is 0: Lambda throttles every invocation, "
                + "so the new version cannot be tried.";
        else if (reserved <= provisioned)
            yield return $"The function's reserved concurrency, {reserved}, is all provisioned: "
                + "Lambda throttles whatever is not, the new version's share included.";
    }
}
