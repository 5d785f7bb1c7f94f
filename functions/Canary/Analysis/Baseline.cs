using Canary.Input;
using Canary.Ports;
using Canary.Rollouts;
using Canary.Rollouts.Plans;
using Canary.Statistics;
using Canary.Wording;

namespace Canary.Analysis;

/// <summary>What was usual before the rollout: how bursty failures were, and what a slow request is.</summary>
public static class Baseline
{
    internal const int MinutesUnderWay = 3;
    private const int FewestSparseMinutes = 10;
    private const string OwnPrefix = "v";

    /// <summary>What is asked first; null where the request compares nothing.</summary>
    public static MetricRequest? Requests(RolloutRequest request, string stable, DateTimeOffset at)
    {
        if (!request.ComparesVersions) return null;
        List<MetricQuery> queries = [];
        var both = Both(request, stable);
        foreach (var metrics in both)
            queries.AddRange([metrics.Invocations, metrics.ErrorSamples, metrics.Errors, metrics.Throttles]);
        if (request.Analysis!.Latency is not null) queries.AddRange(SlowRequests.Usual(both[0]));
        queries.AddRange(request.Analysis.Metrics.SelectMany((metric, i) => both[0].Custom(i, metric)));
        return Span(queries, at);
    }

    /// <summary>
    /// What is asked then, where too little is told of the stable version by itself; null where that is enough, or not needed,
    /// or the alias has as few requests.
    /// </summary>
    public static MetricRequest? OfTheAlias(RolloutRequest request, string stable, DateTimeOffset at, MetricReading requests)
    {
        var both = Both(request, stable);
        var all = requests.Of(both[1].Invocations.Id).Values.Sum();
        return request.Analysis!.Latency is null || SlowRequests.IsEnough(both[0], requests) || all < SlowRequests.FewestDurations
            ? null
            : Span([.. SlowRequests.Usual(both[1])], at);
    }

    /// <summary>What is asked once it is known what is slow; null where that is not judged, or not known.</summary>
    public static MetricRequest? Slow(RolloutRequest request, string stable, DateTimeOffset at, MetricReading requests)
    {
        var (both, thresholds) = (Both(request, stable), SlowRequests.Thresholds(request, stable, requests));
        return thresholds.Count == 0
            ? null
            : Span(
                [.. (SlowRequests.IsEnough(both[0], requests) ? both[..1] : both)
                    .SelectMany(one => thresholds.Select((slow, i) => one.Slow(i, slow.Milliseconds)).Prepend(one.Durations))],
                at);
    }

    /// <summary>What is known from before the rollout; null where there is nothing to compare.</summary>
    internal static AnalysisMemory? Known(RolloutRequest request, string? stable, TrafficHistory? history)
    {
        if (!request.ComparesVersions || stable is null || history is null) return null;
        var asked = request.Analysis!;
        var both = Both(request, stable);
        var minutes = Minutes(history.Requests, both[0].Invocations, both[1].Invocations).ToList();
        var sparse = IsSparse(both, history.Requests, minutes);
        var failed = minutes.ToDictionary(minute => minute, minute => Failed(both, history.Requests, minute, sparse == true));
        return new()
        {
            Errors = asked.Errors is null ? null : Calibration.Of(failed.Values),
            Slow = Slow(asked.Latency, both, SlowRequests.Thresholds(request, stable, history.Requests), history.Slow),
            Metrics = asked.Metrics.Count == 0
                ? null
                : [.. asked.Metrics.Select((metric, i) => Custom(metric, both[0].CustomId(i), failed, history.Requests))],
            SparseErrors = sparse,
            RequestsPerMinute = UsualTraffic.Newest(both, history.Requests, minutes, sparse == true),
            PlannedMinutes = request.Steps.Where(step => step.IsCompared).Sum(step => step.BakeSeconds) / 60,
        };
    }

    /// <summary>What the request asks of the analysis, as far as it can come to bear.</summary>
    internal static AnalysisPlan Plan(AnalysisRequest asked) => new()
    {
        Errors = asked.Errors,
        Latency = asked.Latency,
        Metrics = asked.Metrics.Count == 0 ? null : asked.Metrics,
        MinimumRequests = asked.MinimumRequests,
        OnInconclusive = asked.OnInconclusive,
        WaitSeconds = asked.WaitSeconds,
        AfterWait = asked.OnInconclusive == OnInconclusive.Wait ? asked.AfterWait : null,
        OnUnreadable = asked.OnUnreadable,
        ApprovalSeconds = asked.MayAsk ? asked.ApprovalSeconds : null,
        DryRun = asked.DryRun,
        PromoteEarly = asked.PromoteEarly,
    };

    /// <summary>
    /// The user's metrics of which nothing was seen: a name that is mistaken looks like one that never happens.
    /// </summary>
    internal static IEnumerable<string> Unseen(AnalysisRequest asked, TrafficHistory history) =>
        asked.Metrics.Where((_, i) => history.Requests.Of(new VersionMetrics(OwnPrefix, "", "", null).CustomId(i)).Count == 0)
            .Select(metric => metric.Name);

    // The alias was at one version, so where nothing is told of that one by itself, what the alias did is what it did,
    // or what the one before it did.
    internal static VersionMetrics[] Both(RolloutRequest request, string stable)
    {
        var name = FunctionName.NameOf(request.FunctionName);
        return [new(OwnPrefix, name, request.AliasName, stable), new("a", name, request.AliasName, null)];
    }

    private static MetricRequest Span(List<MetricQuery> queries, DateTimeOffset at)
    {
        var until = Minute.Of(at).AddMinutes(-MinutesUnderWay);
        return new(queries, until.AddMinutes(-Calibration.HistoryMinutes), until);
    }

    internal static IOrderedEnumerable<DateTimeOffset> Minutes(MetricReading reading, params MetricQuery[] queries) =>
        queries.SelectMany(query => reading.Of(query.Id).Keys).Distinct().Order();

    // In so many minutes without a 0 that it is no accident of what has arrived. Null is not known.
    private static bool? IsSparse(VersionMetrics[] both, MetricReading reading, List<DateTimeOffset> minutes) =>
        both.Any(one => one.TellsZeros(reading)) ? false
        : minutes.Count(minute => both.Any(one => one.LacksErrors(reading, minute))) >= FewestSparseMinutes ? true
        : null;

    private static Counts Failed(VersionMetrics[] both, MetricReading reading, DateTimeOffset minute, bool sparse) =>
        both.Select(one => one.Failed(reading, minute, withThrottles: true, missingIsZero: sparse) ?? default)
            .FirstOrDefault(counts => counts.Requests > 0);

    private static List<SlowThreshold>? Slow(
        ToleranceChoice? asked, VersionMetrics[] both, List<SlowThreshold> thresholds, MetricReading? slow)
    {
        if (asked is null || slow is null || thresholds.Count == 0) return null;
        var minutes = Minutes(slow, both[0].Durations, both[1].Durations).ToList();
        return [.. thresholds.Select((threshold, i) => threshold with
        {
            Calibration = Calibration.Of(minutes.Select(minute =>
                both.Select(one => one.Slow(slow, minute, i, threshold)).FirstOrDefault(counts => counts.Requests > 0))),
        })];
    }

    private static MetricBaseline Custom(
        CustomMetric metric, string id, Dictionary<DateTimeOffset, Counts> requests, MetricReading reading) => new(
        metric.Kind == MetricKind.Value ? Calibration.Steady : Calibration.Of(requests.OrderBy(minute => minute.Key).Select(
            minute => minute.Value with
            {
                Bad = Math.Min(minute.Value.Requests, (long)Math.Max(0, reading.Of(id).GetValueOrDefault(minute.Key))),
            })),
        reading.Of(id).Count > 0);
}
