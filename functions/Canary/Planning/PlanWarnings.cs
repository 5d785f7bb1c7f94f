using Canary.Input;

namespace Canary.Planning;

/// <summary>What a plan lets pass, but whoever releases it should know.</summary>
internal static class PlanWarnings
{
    public static IEnumerable<string> Of(RolloutRequest request, PlanFindings found) =>
        OfCreation(request, found)
            .Concat(OfHold(request, found))
            .Concat(OfVersions(request, found))
            .Concat(OfDurability(request, found))
            .Concat(ConcurrencyWarnings.Of(request, found))
            .Concat(CallerWarnings.Of(request, found))
            .Concat(OfWatch(request, found));

    private static IEnumerable<string> OfCreation(RolloutRequest request, PlanFindings found)
    {
        if (found.Alias is not null) yield break;
        yield return $"{request.AliasName} is created by this rollout, so the new version has all traffic at once: "
            + "the steps are not used, "
            + $"{(request.Alarms.Count > 0 ? "the alarms are not watched, " : "")}and there is no version to go back to.";
    }

    private static IEnumerable<string> OfHold(RolloutRequest request, PlanFindings found)
    {
        if (found.Alias is { } alias && HoldFaults.WarningOf(request, alias.State, found.Hold) is { } warning)
            yield return warning;
    }

    // A bake that nothing watches only takes time.
    private static IEnumerable<string> OfWatch(RolloutRequest request, PlanFindings found)
    {
        if (found.Alias is null || request.Alarms.Count > 0) yield break;
        var isCompared = request is { ComparesVersions: true, Analysis.DryRun: false };
        if (!isCompared && request.Steps.Any(step => step is { BakeSeconds: > 0, AfterPromotion: false }))
            yield return "Nothing is watched while the steps bake: no alarm is named, and the versions are not compared. "
                + "Nothing can stop it but you.";
        foreach (var step in request.Steps.Where(step => step.AfterPromotion))
        {
            yield return $"Nothing is watched in the {step.BakeSeconds} s after the promotion: "
                + "only alarms are watched then, and none is named. "
                + "Name one in alarms, or leave bakeAfterPromotionSeconds out.";
        }
    }

    private static IEnumerable<string> OfVersions(RolloutRequest request, PlanFindings found)
    {
        if (found.Stable is not { } stable) yield break;
        if (stable.State is not (null or "Active"))
            yield return $"Version {stable.Version}, which is live, is {stable.State}. "
                + "A rollback leads to a version that cannot serve at once.";
        if (request.SharesTraffic || found.Candidate(request) is not { } candidate) yield break;
        if (stable.Role != candidate.Role || stable.DeadLetterTarget != candidate.DeadLetterTarget)
            yield return $"{VersionFaults.Title(candidate)} has another execution role or dead-letter "
                + $"queue than version {stable.Version}, which is live.";
    }

    private static IEnumerable<string> OfDurability(RolloutRequest request, PlanFindings found)
    {
        if (found.Stable is not { } stable) yield break;
        var durable = found.Candidate(request) is { IsDurable: true } candidate ? candidate : stable;
        if (!durable.IsDurable) yield break;
        yield return $"{VersionFaults.Title(durable)} is a durable function. "
            + "An execution stays on the version that it began with, "
            + "so a rollback does not take back those that the new version has begun. "
            + "Errors counts failed invocations, replays included, and no failed executions: "
            + "name an alarm on DurableExecutionFailed in alarms.";
    }
}
