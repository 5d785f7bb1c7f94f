using Canary.Ports;
using Canary.Rollouts;
using Canary.Statistics;
using Canary.Wording;

namespace Canary.Analysis;

/// <summary>
/// Compares the candidate with the stable version by what CloudWatch tells of both. Each reading is of all minutes,
/// and judges them anew; between two readings the last finding holds.
/// </summary>
public static class VersionComparison
{
    private const string WouldGoBack = "A dry run: the analysis would have gone back here";

    private static readonly Verdict NothingYet = new(HealthState.Inconclusive, "no minute of both versions is over yet");

    /// <summary>What a check asks of the metrics; null where there is nothing to compare, or nothing new to learn.</summary>
    /// <param name="rollout">The rollout.</param>
    /// <param name="at">When the check began, by the execution's time.</param>
    public static MetricRequest? Asked(Rollout rollout, DateTimeOffset at)
    {
        if (rollout.Internal.Analysis is not { IsEmpty: false }
            || ComparedSpan.Of(rollout, at) is not { } span
            || span.From >= span.Until
            || !Readings.IsDue(rollout, at))
        {
            return null;
        }
        return new(
            [.. new[] { Candidate(rollout), Stable(rollout) }.SelectMany(metrics => Queries(metrics, rollout))],
            span.From,
            span.Until);
    }

    /// <summary>Judges the candidate.</summary>
    /// <param name="rollout">The rollout.</param>
    /// <param name="reading">What was read; null where nothing was asked.</param>
    /// <param name="at">When the check began, by the execution's time.</param>
    /// <returns>Null where there is nothing to compare.</returns>
    public static Judgement? Judge(Rollout rollout, MetricReading? reading, DateTimeOffset at)
    {
        if (rollout is not { Plan.Analysis: { } plan, Internal.Analysis: { } known }
            || ComparedSpan.Of(rollout, at) is not { } span)
        {
            return null;
        }
        if (known.IsEmpty) return new(
            new(HealthState.Inconclusive, "too few requests were seen before the rollout to say what is slow"), [], 1, false);
        if (reading is null)
            return Judgement.Kept(known.Latest is { } last ? new(last.Health, last.Reason) : NothingYet, known.IsSuspicious);
        if (reading.Fault is { } fault)
        {
            return Judgement.Blind(
                $"the metrics could not be read: {Quoted.Clip(fault.Message, Limits.AnswerLength)}",
                fault.Kind == MetricFaultKind.Throttled);
        }
        var traffic = new SharedTraffic(reading, span, Candidate(rollout), Stable(rollout), known);
        List<Judgement> parts = [];
        if (known.Errors is { } calibration)
        {
            parts.Add(SignalJudge.Soonest(rollout, plan.Errors!.From(Tolerance.Errors), soFar =>
                [new("failed", soFar ? traffic.FailedSoFar() : traffic.Failed(), calibration)]));
        }
        if (known.Slow is { } thresholds)
        {
            parts.Add(SignalJudge.Soonest(rollout, plan.Latency!.From(Tolerance.Latency), soFar =>
                [.. thresholds.Select((slow, i) => Timed(slow, soFar ? traffic.SlowSoFar(i, slow) : traffic.Slow(i, slow)))]));
        }
        parts.AddRange((plan.Metrics ?? []).Select((_, i) =>
            CustomComparison.Judge(rollout, i, new(reading, span, traffic, Candidate(rollout), Stable(rollout), i))));
        return Judgement.Join(parts) with
        {
            SeesPresentWeight = traffic.SeesPresentWeight,
            SeemsWorse = FirstSigns.Are(traffic, known.Slow),
            ThrottledAt = traffic.ThrottledAt,
        };
    }

    /// <summary>Notes what was found; a dry run tells once when it would have gone back.</summary>
    internal static Rollout Noted(Rollout rollout, Judgement? judgement, DateTimeOffset at)
    {
        if (judgement is null or { IsKept: true } || rollout.Internal.Analysis is null) return rollout;
        var (health, reason) = judgement.Verdict;
        double? evidence = judgement.IsBlind ? null : judgement.Evidence is [.., var newest] ? Math.Round(newest, 3) : 0;
        var latest = new AnalysisFinding(health, evidence, Quoted.Clip(reason, Limits.AnswerLength));
        var noted = Blindness.Noted(ThrottledTraffic.Warned(rollout, judgement.ThrottledAt, at), judgement, at)
            .Note(own => own with { Analysis = Known(own.Analysis!) });
        // Late data may change its mind, and a reading that fails does: once is enough,
        // for the document may not grow with each check.
        return rollout.Plan.Analysis!.DryRun
            && health == HealthState.Unhealthy
            && !rollout.Story.Any(entry => entry.Text.StartsWith(WouldGoBack, StringComparison.Ordinal))
            ? noted.Tell(at, "CheckHealth", Quoted.Clip($"{WouldGoBack}: {reason}.", Limits.AnswerLength))
            : noted;

        AnalysisMemory Known(AnalysisMemory own) => own with
        {
            Latest = latest,
            IsSuspicious = judgement.Suspicious,
            SeemsWorse = judgement.SeemsWorse,
            IsThrottled = judgement.IsThrottled,
            ReadAt = judgement.IsBlind ? own.ReadAt : at,
        };
    }

    private static VersionMetrics Candidate(Rollout rollout) =>
        new("c", FunctionName.NameOf(rollout.Function), rollout.Alias, rollout.CandidateVersion);

    private static VersionMetrics Stable(Rollout rollout) =>
        new("s", FunctionName.NameOf(rollout.Function), rollout.Alias, rollout.StableVersion);

    private static IEnumerable<MetricQuery> Queries(VersionMetrics metrics, Rollout rollout) =>
    [
        metrics.Invocations, metrics.Errors, metrics.ErrorSamples, metrics.Throttles,
        .. rollout.Internal.Analysis?.Slow?.Select((slow, i) => metrics.Slow(i, slow.Milliseconds)).Prepend(metrics.Durations)
            ?? [],
        .. (rollout.Plan.Analysis?.Metrics ?? []).SelectMany((metric, i) => metrics.Custom(i, metric)),
    ];

    private static Signal Timed(SlowThreshold slow, IReadOnlyList<Minute> minutes) =>
        new($"took {(slow.CountsQuick ? "at most" : "over")} {slow.Text}", minutes, slow.Calibration)
        {
            IsGood = slow.CountsQuick,
        };
}
