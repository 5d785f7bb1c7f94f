using Canary.Ports;
using Canary.Rollouts;
using Canary.Rollouts.Plans;
using Canary.Statistics;

namespace Canary.Analysis;

/// <summary>What both versions did in the same minutes, as it was read.</summary>
internal sealed class SharedTraffic
{
    // An environment is kept for longer than this: nobody says for how long.
    private const int MinutesWarm = 5;

    private readonly MetricReading _reading;
    private readonly ComparedSpan _span;
    private readonly VersionMetrics _candidate;
    private readonly VersionMetrics _stable;
    private readonly bool? _sparseErrors;
    private readonly bool _tellsZeros;
    private readonly IReadOnlyList<DateTimeOffset> _minutes;

    public SharedTraffic(
        MetricReading reading, ComparedSpan span, VersionMetrics candidate, VersionMetrics stable, bool? sparseErrors)
    {
        (_reading, _span, _candidate, _stable, _sparseErrors) = (reading, span, candidate, stable, sparseErrors);
        _tellsZeros = candidate.TellsZeros(reading) || stable.TellsZeros(reading);
        var followed = Followed(one => _tellsZeros ? one.ErrorSamples : one.Invocations);
        // What the stable version did before the candidate had its first request is no comparison, and reads oddly.
        _minutes = [.. span.Minutes(
            minute => span.IsWhole(minute, followed), minute => Requests(candidate, minute) + Requests(stable, minute) == 0)
            .SkipWhile(minute => Requests(candidate, minute) == 0)];
    }

    /// <summary>Failed requests. A minute of which only one half has arrived waits for the other.</summary>
    public IReadOnlyList<Minute> Failed() => All(minute => Both(one => Failed(one, minute)));

    /// <summary>Slow requests. Cold starts follow each shift and each idle time, and are none of the code's doing.</summary>
    public IReadOnlyList<Minute> Slow(int index)
    {
        var followed = Followed(one => one.Durations);
        return
        [
            .. All(minute => Both(one => _span.IsWhole(minute, followed) ? one.Slow(_reading, minute, index) : null))
                .Select(minute => minute with { WeightChanged = HasColdStarts(minute.Start) || !IsWarm(minute.Start) }),
        ];
    }

    /// <summary>
    /// Whether a minute is among them in which both versions served at the present weight, and slow requests could be judged.
    /// </summary>
    public bool SeesPresentWeight => _span.Changes is [.., var last]
        && _minutes.Any(minute => last.IsOver(minute) && Requests(_candidate, minute) > 0 && Requests(_stable, minute) > 0);

    /// <summary>The newest minute in which Lambda took no request of either version; null where there is none.</summary>
    public DateTimeOffset? ThrottledAt
    {
        get
        {
            DateTimeOffset? newest = null;
            // What is still under way is no silence.
            for (var minute = _span.From; minute < _span.Until && _span.IsUsuallyThere(minute); minute = minute.AddMinutes(1))
            {
                if (_candidate.WasThrottled(_reading, minute) && _stable.WasThrottled(_reading, minute)) newest = minute;
            }
            return newest;
        }
    }

    /// <summary>
    /// Whether a metric that counts requests can be compared: no value of it may mean 0, or that there is no such metric.
    /// </summary>
    public bool CanCount(int index, CustomMetric metric, MetricBaseline baseline) =>
        (baseline.WasSeen || Has(_stable, index)) && (!metric.IsGood || Has(_candidate, index));

    private bool Has(VersionMetrics metrics, int index) => _reading.Of(metrics.CustomId(index)).Count > 0;

    /// <summary>
    /// Requests that a metric of the user's own counts. A request that it never reports was none of these.
    /// It reports at a request's end, and so with another weight's requests in the minute after a shift.
    /// </summary>
    public IReadOnlyList<Minute> Counted(int index) =>
    [
        .. All(minute => Both(one => Failed(one, minute) is { } requests && Counted(one, minute, index) is { } count
            ? requests with { Bad = (long)Math.Clamp(Math.Round(count), 0, requests.Requests) }
            : null)).Where(HasArrived).Select(minute => minute with { WeightChanged = HasColdStarts(minute.Start) }),
    ];

    /// <summary>A metric's values, where both versions have one.</summary>
    public IReadOnlyList<ComparedValues> Values(int index) =>
    [
        .. _minutes.Select(minute => new ComparedValues(minute, Value(_candidate, minute, index), Value(_stable, minute, index))),
    ];

    // The newest minute for which both versions have metrics. What came before it has arrived
    // whole, for metrics come in the order of time.
    private DateTimeOffset? Followed(Func<VersionMetrics, MetricQuery> query)
    {
        var newest = new[] { _candidate, _stable }.Select(one => _reading.Of(query(one).Id).Keys.DefaultIfEmpty().Max()).Min();
        return newest == default ? null : newest;
    }

    // What is still under way is no silence.
    private bool HasArrived(Minute minute) => _span.IsSettled(minute.Start) || (minute.Candidate + minute.Stable).Requests > 0;

    private double? Value(VersionMetrics metrics, DateTimeOffset minute, int index) =>
        HasColdStarts(minute) ? null : ArrivedValue(metrics, minute, index);

    private bool HasColdStarts(DateTimeOffset minute) => _span.Changes.Any(change => change.MayHaveColdStarts(minute));

    // Lambda drops an environment that idles for some minutes. A version with little of the traffic would pay for that alone.
    private bool IsWarm(DateTimeOffset minute) => new[] { _candidate, _stable }.All(version =>
        Enumerable.Range(1, MinutesWarm).Any(ago => Requests(version, minute.AddMinutes(-ago)) > 0));

    private double? Counted(VersionMetrics metrics, DateTimeOffset minute, int index) =>
        ArrivedValue(metrics, minute, index) ?? (_span.IsSettled(minute) ? 0 : null);

    private double? ArrivedValue(VersionMetrics metrics, DateTimeOffset minute, int index) =>
        _span.IsUsuallyThere(minute)
        && _reading.Of(metrics.CustomId(index)).TryGetValue(minute, out var value)
        && double.IsFinite(value) ? value : null;

    private long Requests(VersionMetrics metrics, DateTimeOffset minute) => Failed(metrics, minute)?.Requests ?? 0;

    // Lambda reports throttles only where there were some, so the other version's may be still under way.
    private Counts? Failed(VersionMetrics metrics, DateTimeOffset minute) => metrics.Failed(
        _reading,
        minute,
        withThrottles: _span.IsSettled(minute)
            || (_candidate.TellsThrottles(_reading, minute) && _stable.TellsThrottles(_reading, minute)),
        missingIsZero: _sparseErrors ?? (!_tellsZeros && _span.IsSettled(minute)));

    // What is known of one version alone cannot be compared.
    private (Counts Candidate, Counts Stable) Both(Func<VersionMetrics, Counts?> of) =>
        of(_candidate) is { } candidate && of(_stable) is { } stable ? (candidate, stable) : default;

    private Minute[] All(Func<DateTimeOffset, (Counts Candidate, Counts Stable)> of) =>
        [.. _minutes.Select(minute => Changed(minute, of(minute)))];

    private Minute Changed(DateTimeOffset start, (Counts Candidate, Counts Stable) counts)
    {
        var changes = _span.Changes.Where(change => change.IsIn(start)).ToList();
        return new(start, counts.Candidate, counts.Stable)
        {
            WeightChanged = changes.Count > 0,
            LargestShare = changes.Select(change => change.After).DefaultIfEmpty().Max(),
            LargestStableShare = changes.Select(change => 1 - change.Before).DefaultIfEmpty().Max(),
        };
    }
}
