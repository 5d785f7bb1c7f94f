using Canary.Input;
using Canary.Ports;
using Canary.Wording;

namespace Canary.Planning;

/// <summary>What of callers, and of what the function calls, a rollout that shares traffic sees too late or not at all.</summary>
internal static class CallerWarnings
{
    // Lambda tries an asynchronous event again after one minute, and once more after two.
    private const int AsyncRetrySeconds = 180;

    public static IEnumerable<string> Of(RolloutRequest request, PlanFindings found)
    {
        var shared = request.Steps.Where(step => step.IsCompared).Sum(step => step.BakeSeconds);
        if (shared == 0 || found.Stable is not { } stable || found.Candidate(request) is not { } candidate) return [];
        return OfTimes(candidate, shared)
            .Concat(OfNetwork(stable, candidate))
            .Concat(EventSourceWarnings.Of(request, found));
    }

    private static IEnumerable<string> OfTimes(FunctionVersion candidate, int shared)
    {
        if (candidate.TimeoutSeconds > shared)
            yield return $"A request of {VersionFaults.Title(candidate)} may take {candidate.TimeoutSeconds} s, its time-out, "
                + $"and the steps share traffic for {shared} s: one that hangs is counted only after the promotion. "
                + "Bake for longer, or give the function a shorter time-out.";
        if (candidate.DeadLetterTarget is not null && shared < AsyncRetrySeconds)
            yield return "Lambda tries a failed asynchronous event again after one minute and after two more, at either version, "
                + $"and the steps share traffic for {shared} s: what the new version loses reaches the dead-letter queue "
                + "only after the promotion. Bake for longer if an alarm watches that queue.";
    }

    private static IEnumerable<string> OfNetwork(FunctionVersion stable, FunctionVersion candidate)
    {
        if (stable.Network == candidate.Network) yield break;
        yield return $"{VersionFaults.Title(candidate)} {Place(candidate)}, and version {stable.Version}, which is live, "
            + $"{Place(stable)}: whether it reaches what it calls is seen only when it has traffic, or in a hook before.";
    }

    private static string Place(FunctionVersion version) =>
        version.Network is { } network ? $"is in {Quoted.Clip(network, 200)}" : "is in no VPC";
}
