using Canary.Input;
using Canary.Ports;
using Canary.Rollouts;
using Canary.Wording;

namespace Canary.Planning;

/// <summary>
/// What keeps the candidate, or what will be published as it, from sharing the alias's traffic with the stable version.
/// </summary>
internal static class VersionFaults
{
    public static IEnumerable<string> Of(RolloutRequest request, PlanFindings found)
    {
        if (found.Candidate(request) is not { } candidate || candidate.Version == found.Alias?.State.Version) yield break;
        if (!candidate.IsUsable) yield return $"{Title(candidate)} {Trouble(candidate)}";
        if (found.Stable is not { } stable || !request.SharesTraffic) yield break;
        if (stable.Role != candidate.Role) yield return Unequal(stable, candidate, "execution role", stable.Role, candidate.Role);
        if (stable.DeadLetterTarget != candidate.DeadLetterTarget)
            yield return Unequal(stable, candidate, "dead-letter queue", stable.DeadLetterTarget, candidate.DeadLetterTarget);
    }

    /// <summary>How a fault names a version.</summary>
    internal static string Title(FunctionVersion version) =>
        version.Version == "$LATEST" ? "$LATEST" : $"Version {version.Version}";

    private static string Unequal(FunctionVersion stable, FunctionVersion candidate, string what, string? one, string? other) =>
        $"{Title(stable)}, which is live, has the {what} {Named(one)}, and {Title(candidate)} has {Named(other)}. "
        + "Lambda shares an alias's traffic only "
            + "between versions that have the same. "
            + "Publish a version with the same, or release this one with deploymentConfig \"AllAtOnce\", which shares none.";

    private static string Named(string? arn) => arn is null ? "none" : Quoted.Of(arn);

    private static string Trouble(FunctionVersion version)
    {
        var reason = Quoted.Clip(version.StateReason ?? "no reason given", Limits.FaultLength / 3);
        var another = version.Version == "$LATEST" ? "Update the function" : "Name another version";
        return version.State switch
        {
            null or "Active" or "Pending" => $"failed to update ({reason}). {another}, then start again.",
            "Inactive" =>
                $"is Inactive ({reason}): it was idle for long. Invoke it once, wait until it is Active, then start again.",
            "Deactivating" or "Deactivated" => $"is {version.State} ({reason}). "
                + "Wait until it is Inactive, invoke it once, wait until it is Active, then start again.",
            "Deleting" => $"is Deleting. {another}, then start again.",
            _ => $"is {version.State} ({reason}) and cannot be invoked. {another}, then start again.",
        };
    }
}
