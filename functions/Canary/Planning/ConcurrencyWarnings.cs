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
        return OfReserved(request, found).Concat(own is null ? OfVersions(request, found) : OfAlias(request, own));
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

    private static IEnumerable<string> OfReserved(RolloutRequest request, PlanFindings found)
    {
        if (found.Reserved is not { } reserved) yield break;
        var provisioned = found.Provisioned.Sum(one => one.Requested);
        var (free, isForIt) = (reserved - provisioned, found.Provisioned.Any(one =>
            one.Qualifier == request.AliasName || one.Qualifier == request.TargetVersion));
        // What the live version has of its own stays its own after the promotion.
        var live = found.Provisioned.Where(one => one.Qualifier == found.Alias!.State.Version).Sum(one => one.Requested);
        if (reserved == 0)
            yield return "The function's reserved concurrency is 0: Lambda throttles every invocation, "
                + "so the new version cannot be tried.";
        else if (free <= 0)
            yield return $"The function's reserved concurrency, {reserved}, is all provisioned"
                + (isForIt
                    ? ": Lambda throttles whatever goes beyond it."
                    : ", and none of it for the new version: Lambda throttles its whole share. "
                        + "Reserve more, or provision less.");
        else if (!isForIt && free < live)
            yield return $"Of the function's reserved concurrency, {reserved}, {free} are left to the new version, "
                + $"where version {found.Alias!.State.Version} has {live} of its own: "
                + "after the promotion all traffic has no more. "
                + "Reserve more, or provision less.";
    }
}
