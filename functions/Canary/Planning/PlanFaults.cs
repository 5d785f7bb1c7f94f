using System.Globalization;
using Canary.Input;
using Canary.Ports;
using Canary.Rollouts;
using Canary.Wording;

namespace Canary.Planning;

/// <summary>
/// What speaks against a request besides its own text: what it names is missing or unfit, or its plan does not fit an execution.
/// </summary>
internal static class PlanFaults
{
    public static IEnumerable<string> Of(RolloutRequest request, PlanFindings found) =>
        OfFunction(request, found)
            .Concat(OwnFunctions.FaultsOf(request, found))
            .Concat(OfAlias(request, found))
            .Concat(OfTarget(request, found))
            .Concat(VersionFaults.Of(request, found)).Concat(ConcurrencyFaults.Of(request, found)).Concat(OfHooks(request, found))
            .Concat(OfAlarms(request, found)).Concat(OfHistory(request));

    private static IEnumerable<string> OfFunction(RolloutRequest request, PlanFindings found)
    {
        if (request.FunctionName.Length > 0 && found is { MayReadFunction: true, Latest: null })
            yield return $"The function {Quoted.Of(request.FunctionName)} does not exist in this account and Region. "
                + "Check functionName.";
    }

    private static IEnumerable<string> OfAlias(RolloutRequest request, PlanFindings found)
    {
        if (request.AliasName.Length == 0 || found.Latest is null) yield break;
        if (found.Alias is not { State: var state })
        {
            if (request.CreateAlias) yield break;
            yield return $"The function has no alias {Quoted.Of(request.AliasName)}. "
                + "Create it at the version that is live now, then start again. "
                + "Or, if none is live yet, give createAlias: true, and it is created at the new version.";
        }
        else if (found.Hold is { } hold && HoldFaults.Of(request, state, hold) is { } held)
            yield return held;
        else if (!state.IsSettled && found.Hold is null)
            yield return $"The alias {Quoted.Of(request.AliasName)} is at {state}: "
                + "something else shifts its traffic, or it was left half-way. "
                + "Settle the alias at one version.";
        else if (state.Version == "$LATEST")
            yield return $"The alias {Quoted.Of(request.AliasName)} is at $LATEST, which cannot share traffic. "
                + "Publish a version and point the alias at it.";
    }

    private static IEnumerable<string> OfTarget(RolloutRequest request, PlanFindings found)
    {
        if (found.Latest is null) yield break;
        var candidate = found.Candidate(request);
        if (candidate is null)
            yield return $"targetVersion {Quoted.Of(request.TargetVersion!)} does not exist. "
                + "Name a published version of the function, or leave it out to publish one.";
        else if (request.CodeSha256 is { } hash && candidate.CodeSha256 != hash)
            yield return $"codeSha256 is \"{hash}\", but version {candidate.Version} has \"{candidate.CodeSha256}\". "
                + "Name the version that holds your code, or upload it first.";
    }

    private static IEnumerable<string> OfHooks(RolloutRequest request, PlanFindings found) =>
        (request.Hooks?.All() ?? []).Where(one => found.MissingHooks.Contains(one.Hook.FunctionName)).Select(one =>
            $"{one.Field} names the function {Quoted.Of(one.Hook.FunctionName)}, "
            + "which does not exist in this account and Region. "
            + "Deploy it first, or leave it out.");

    private static IEnumerable<string> OfAlarms(RolloutRequest request, PlanFindings found)
    {
        foreach (var name in found.MayReadAlarms ? request.Alarms : [])
        {
            switch (found.Alarms.FirstOrDefault(alarm => alarm.Name == name))
            {
                case null when NameInArn(name) is { } inArn:
                    yield return $"The alarm {Quoted.Of(name)} does not exist: alarms holds names, and this is an ARN. "
                        + $"Give its name, {Quoted.Of(inArn)}.";
                    break;
                case null:
                    yield return $"The alarm {Quoted.Of(name)} does not exist in this account and Region. Check alarms.";
                    break;
                case { State: AlarmState.Alarm } alarm when !request.AllowAlarmsInAlarm.Contains(name):
                    yield return $"The alarm {Quoted.Of(name)} is in ALARM already, so it could not tell a bad candidate. "
                        + "Wait until it is OK, or, if this "
                        + "rollout is to fix it, name it in allowAlarmsInAlarm. "
                        + $"CloudWatch says: {alarm.Reason ?? "no reason given"}";
                    break;
            }
        }
    }

    // A name may hold colons of its own.
    private static string? NameInArn(string name) =>
        name.StartsWith("arn:", StringComparison.Ordinal)
        && name.Split(':', 7) is [_, _, "cloudwatch", _, _, "alarm", { Length: > 0 } inArn] ? inArn : null;

    internal static IEnumerable<string> OfHistory(RolloutRequest request)
    {
        if (request.Steps.Count == 0) yield break;
        var steps = request.LongestSteps;
        // The time for which the analysis may hold the rollout is beside its plan, and small.
        var total = steps.Sum(step => (long)step.BakeSeconds + step.ApprovalSeconds)
            - (request.Analysis is { DryRun: false } analysis ? analysis.WaitSeconds + Limits.UnreadableSeconds : 0);
        if (request is { ComparesVersions: true, Analysis.MayAsk: true } && TotalBake.FaultOf(total) is { } tooLong)
            yield return $"{tooLong} Give fewer steps, or less of analysis.approvalSeconds.";
        if (request.CheckIntervalSeconds is not { } interval) yield break;
        var shortest = HistoryBudget.ShortestInterval(steps);
        if (interval < shortest)
        {
            var checks = HistoryBudget.Checks(steps, interval).ToString("N0", CultureInfo.InvariantCulture);
            yield return $"checkIntervalSeconds is {interval}, which makes {checks} checks: "
                + $"more than the history of one execution holds. Give {shortest} or more, or leave it out.";
        }
    }
}
