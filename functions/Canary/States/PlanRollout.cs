using Canary.Alarms;
using Canary.Analysis;
using Canary.Input;
using Canary.Planning;
using Canary.Rollouts;
using Canary.Wording;

namespace Canary.States;

/// <summary>Makes a rollout of a request, or refuses it with every fault of the request and of what it names.</summary>
public static class PlanRollout
{
    /// <summary>Fixes the plan. Nothing has been changed when it is refused.</summary>
    /// <param name="request">What was read of the input.</param>
    /// <param name="faults">What was wrong with the input.</param>
    /// <param name="found">What the request names.</param>
    /// <param name="execution">The execution's ARN.</param>
    /// <param name="at">The execution's time.</param>
    public static Rollout Plan(
        RolloutRequest request, IReadOnlyList<string> faults, PlanFindings found, string execution, DateTimeOffset at)
    {
        IReadOnlyList<string> all = [.. faults, .. PlanFaults.Of(request, found)];
        if (all.Count > 0) return Refuse(request, all, found, execution, at);

        var rollout = Begin(request, found, execution, at);
        if (DocumentSize.FaultOf(rollout) is { } fault) return Refuse(request, [fault], found, execution, at);
        return rollout.Internal.Next == NextState.Succeeded
            ? rollout.End(Outcome.NothingToDo, found.Alias, at)
            : DocumentSize.Fitted(rollout);
    }

    private static Rollout Begin(RolloutRequest request, PlanFindings found, string execution, DateTimeOffset at)
    {
        var alias = found.Alias;
        var stable = alias?.State.Version;
        var disregarded = found.DisregardedAlarms(request);
        var interval = request.CheckIntervalSeconds
            ?? Math.Max(Limits.DefaultCheckInterval, HistoryBudget.ShortestInterval(request.LongestSteps));
        // What a rollout left behind is put in order even where there is nothing to release.
        var nothing = stable is not null && request.TargetVersion == stable && found.Hold is null;
        var decision = Decide(request, stable, nothing);
        var known = nothing ? null : Baseline.Known(request, stable, found.History);
        var analysis = known is null ? null : Baseline.Plan(request.Analysis!);
        var sight = known?.Errors is { } errors
            ? new SightText(
                request, UsualTraffic.Of(request, stable!, found.History!, known.SparseErrors == true, at), errors)
            : null;
        var warnings = PlanWarnings.Of(request, found)
            .Concat(known is null ? [] : AnalysisText.WarningsOf(request.Analysis!, known, found.History!))
            .Concat(sight?.Warning is { } blind ? [blind] : []).ToList();
        var plan = stable is null
            ? $"{request.AliasName} is created, with all traffic at once."
            : PlanText.Of(request, interval, disregarded, analysis) + AnalysisText.Of(analysis, known) + sight?.Sentences;
        return new Rollout
        {
            Reason = decision.Reason,
            Outcome = Outcome.InProgress,
            SchemaVersion = Rollout.Schema,
            Function = request.FunctionName,
            FunctionArn = FunctionName.ArnOf(request.FunctionName, execution),
            Alias = request.AliasName,
            Execution = execution,
            StartedAt = at,
            StableVersion = stable,
            CandidateVersion = request.TargetVersion,
            Steps = stable is null ? [] : request.Steps,
            Warnings = nothing || warnings.Count == 0 ? null : warnings,
            Plan = new()
            {
                DeploymentConfig = request.DeploymentConfig,
                TargetVersion = request.TargetVersion,
                CodeSha256 = request.CodeSha256,
                Description = request.Description,
                By = request.By,
                Reason = request.Reason,
                CheckIntervalSeconds = interval,
                OnPauseExpired = request.OnPauseExpired,
                Alarms = stable is null ? [] : request.Alarms,
                Analysis = analysis,
                Hooks = request.Hooks,
                ProvisionedConcurrency = found.Provision(request),
            },
            Internal = new()
            {
                Next = decision.Next,
                CurrentStep = -1,
                Alias = new()
                {
                    Revision = alias?.RevisionId,
                    DescriptionBefore = found.Hold is null ? alias?.Description ?? "" : "",
                },
                DisregardedAlarms = stable is null || disregarded.Count == 0 ? null : disregarded,
                SilentAlarms = stable is null ? null : WatchedAlarms.SilentOf(request.Alarms, found.Alarms),
                Analysis = known,
                Concurrency = found.TakenVersions(request),
                PauseSeconds = stable is null || nothing ? 0 : HistoryBudget.PauseSeconds(request.LongestSteps, interval),
            },
        }.Tell(
            at, "PlanRollout", PlanText.OfStart(request) + plan + (nothing ? "" : PlanText.OfWaiting(found.Candidate(request))));
    }

    private static Decision Decide(RolloutRequest request, string? stable, bool nothing) =>
        stable is null
            ? new(NextState.PublishVersion, $"There is no alias {request.AliasName} yet, so there is nothing to shift from.")
        : nothing ? new(
            NextState.Succeeded, Ending.NothingToDo($"{FunctionName.NameOf(request.FunctionName)}:{request.AliasName}", stable))
        : new(NextState.HoldAlias, $"{request.AliasName} is at version {stable}.");

    private static Rollout Refuse(
        RolloutRequest request, IReadOnlyList<string> faults, PlanFindings found, string execution, DateTimeOffset at)
    {
        // A reason that lists everything is what the console shows; the list beside it is for programs. Both must fit.
        // One alone may take the room of two: a half of a command to paste is of no use.
        var longest = faults.Count == 1 ? 2 * Limits.FaultLength : Limits.FaultLength;
        var told = faults.Select(fault => Quoted.Clip(fault, longest)).Take(12).ToList();
        var more = faults.Count > told.Count ? $" And {faults.Count - told.Count} more." : "";
        var numbered = told.Count == 1 ? told[0] : string.Join(" ", told.Select((fault, i) => $"({i + 1}) {fault}"));
        var listed = $"{(faults.Count == 1 ? "" : $"{faults.Count} faults: ")}{numbered}{more}";
        var isHeld = found.Hold is { Counts: true };
        var refused = new Rollout
        {
            Reason = listed,
            Outcome = isHeld ? Outcome.RolloutInProgress : Outcome.Refused,
            SchemaVersion = Rollout.Schema,
            Function = request.FunctionName,
            FunctionArn = request.FunctionName.Length == 0 ? null : FunctionName.ArnOf(request.FunctionName, execution),
            Alias = request.AliasName,
            Execution = execution,
            StartedAt = at,
            EndedAt = at,
            Faults = told,
            HeldBy = found.Hold?.Holder,
            Plan = new() { TargetVersion = request.TargetVersion, By = request.By, Reason = request.Reason },
            Internal = new() { Next = NextState.Failed, CurrentStep = -1, Alias = new() },
        };
        return (refused with { Reason = Ending.Refused(refused, found.Alias, listed) })
            .Tell(at, "PlanRollout", PlanText.OfStart(request)
                + (isHeld ? "Not begun, since another rollout holds the alias." : "Refused."));
    }
}
