using System.Globalization;
using Canary.Ports;
using Canary.Rollouts;
using Canary.Rollouts.Plans;
using Canary.Statistics;
using Canary.Wording;

namespace Canary.Analysis;

/// <summary>Compares the candidate with the stable version by what CloudWatch tells of both. Keeps nothing: each check reads and judges all minutes anew.</summary>
public static class VersionComparison
{
    private const string Throttled = "Lambda took no request of either version";

    private const string WouldGoBack = "A dry run: the analysis would have gone back here";

    /// <summary>What a check asks of the metrics; null where there is nothing to compare, or nothing more to learn.</summary>
    /// <param name="rollout">The rollout.</param>
    /// <param name="at">When the check began, by the execution's time.</param>
    public static MetricRequest? Asked(Rollout rollout, DateTimeOffset at)
    {
        if (rollout.Analysis is not { IsEmpty: false } plan || ComparedSpan.Of(rollout, at) is not { } span || span.From >= span.Until) return null;
        return new([.. new[] { Candidate(rollout), Stable(rollout) }.SelectMany(metrics => Queries(metrics, plan))], span.From, span.Until);
    }

    /// <summary>Judges the candidate.</summary>
    /// <param name="rollout">The rollout.</param>
    /// <param name="reading">What was read; null where nothing was asked.</param>
    /// <param name="at">When the check began, by the execution's time.</param>
    /// <returns>Null where there is nothing to compare.</returns>
    public static Judgement? Judge(Rollout rollout, MetricReading? reading, DateTimeOffset at)
    {
        if (rollout.Analysis is not { } plan || ComparedSpan.Of(rollout, at) is not { } span) return null;
        if (plan.IsEmpty) return new(new(HealthState.Inconclusive, "too few requests were seen before the rollout to say what is slow"), [], 1, false);
        if (reading is null) return null;
        if (reading.Fault is { } fault) return Judgement.Blind($"the metrics could not be read: {Limits.Clip(fault.Message, Limits.AnswerLength)}");
        var traffic = new SharedTraffic(reading, span, Candidate(rollout), Stable(rollout), plan.SparseErrors);
        List<Judgement> parts = [];
        if (plan.Errors is { } errors)
            parts.Add(Judge(plan, errors.Tolerance.From(Tolerance.Errors), new Signal("failed", traffic.Failed(), errors.Calibration)));
        if (plan.Latency is { } latency)
        {
            parts.Add(Judge(plan, latency.Tolerance.From(Tolerance.Latency),
                [.. latency.Thresholds.Select((slow, i) => new Signal($"took over {slow.Text}", traffic.Slow(i), slow.Calibration))]));
        }
        parts.AddRange((plan.Metrics ?? []).Select((custom, i) => Judge(plan, custom, i, traffic)));
        return Judgement.Join(parts) with { SeesPresentWeight = traffic.SeesPresentWeight, ThrottledAt = traffic.ThrottledAt };
    }

    /// <summary>Notes what was found; a dry run tells once when it would have gone back.</summary>
    internal static Rollout Noted(Rollout rollout, Judgement? judgement, DateTimeOffset at)
    {
        if (judgement is null || rollout.Analysis is not { } plan) return rollout;
        var (health, reason) = judgement.Verdict;
        double? evidence = judgement.IsBlind ? null : judgement.Evidence is [.., var newest] ? Math.Round(newest, 3) : 0;
        var noted = Warned(rollout, judgement, at) with { Analysis = plan with { Latest = new(health, evidence, Limits.Clip(reason, Limits.AnswerLength)) } };
        // Late data may change its mind, and a reading that fails does: once is enough, for the document may not grow with each check.
        return plan.DryRun && health == HealthState.Unhealthy && !rollout.Story.Any(entry => entry.Text.StartsWith(WouldGoBack, StringComparison.Ordinal))
            ? noted.Tell(at, "CheckHealth", Limits.Clip($"{WouldGoBack}: {reason}.", Limits.AnswerLength))
            : noted;
    }

    // Whoever set the reserved concurrency to 0 has stopped the function, not the candidate: neither version is to blame, and nothing can be compared.
    private static Rollout Warned(Rollout rollout, Judgement judgement, DateTimeOffset at)
    {
        if (judgement.ThrottledAt is not { } minute) return rollout;
        if (rollout.Warnings?.Any(text => text.StartsWith(Throttled, StringComparison.Ordinal)) == true) return rollout;
        var text = $"{Throttled} in the minute of {Sentence.Time(minute)}: it throttled them all. "
            + "Look whether the function's reserved concurrency is 0, or the account's concurrency is used up.";
        return (rollout with { Warnings = [.. rollout.Warnings ?? [], text] }).Tell(at, "CheckHealth", text);
    }

    private static VersionMetrics Candidate(Rollout rollout) => new("c", FunctionName.NameOf(rollout.Function), rollout.Alias, rollout.CandidateVersion);

    private static VersionMetrics Stable(Rollout rollout) => new("s", FunctionName.NameOf(rollout.Function), rollout.Alias, rollout.StableVersion);

    private static IEnumerable<MetricQuery> Queries(VersionMetrics metrics, AnalysisPlan plan) =>
    [
        metrics.Invocations, metrics.Errors, metrics.ErrorSamples, metrics.Throttles,
        .. plan.Latency is { } latency ? latency.Thresholds.Select((slow, i) => metrics.Slow(i, slow.Milliseconds)).Prepend(metrics.Durations) : [],
        .. (plan.Metrics ?? []).SelectMany((custom, i) => metrics.Custom(i, custom.Metric)),
    ];

    private static Judgement Judge(AnalysisPlan plan, CustomMetricPlan custom, int index, SharedTraffic traffic)
    {
        var (metric, tolerance) = (custom.Metric, custom.Metric.Tolerance.From(Tolerance.Errors) with { SkipsWeightChanges = true });
        if (metric.Kind == MetricKind.Value) return ValueJudge.Judge(metric.Name, traffic.Values(index), metric.IsGood, tolerance, plan.PlannedMinutes);
        if (!traffic.CanCount(index, custom)) return new(new(HealthState.Inconclusive, $"no values of {metric.Name} could be compared"), [], 1, false);
        var title = string.Create(CultureInfo.InvariantCulture, $"counted as {metric.Name}");
        return Judge(plan, tolerance, new Signal(title, traffic.Counted(index), custom.Calibration) { IsGood = metric.IsGood });
    }

    private static Judgement Judge(AnalysisPlan plan, Tolerance tolerance, params Signal[] signals) => SequentialJudge.Judge(
        signals, tolerance, new AnalysisOptions { MinimumRequests = plan.MinimumRequests, PlannedLooks = plan.PlannedMinutes });
}
