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
    private readonly Arrival _arrival;
    private readonly IReadOnlyList<DateTimeOffset> _told;
    private readonly IReadOnlyList<DateTimeOffset> _minutes;

    public SharedTraffic(
        MetricReading reading, ComparedSpan span, VersionMetrics candidate, VersionMetrics stable, AnalysisMemory known)
    {
        (_reading, _span, _candidate, _stable, _sparseErrors) = (reading, span, candidate, stable, known.SparseErrors);
        _tellsZeros = candidate.TellsZeros(reading) || stable.TellsZeros(reading);
        // What the stable version did before the candidate had its first request is no comparison, and reads oddly.
        _told = [.. span.Minutes(minute => Total(minute) == 0).SkipWhile(minute => Requests(candidate, minute) == 0)];
        var whole = _told.Where(minute => span.IsDue(minute) && span.Shares(minute).Smallest > 0).Select(Total).ToList();
        _arrival = new(
            span,
            TrafficLevel.Of(whole, known.RequestsPerMinute),
            _told.Select(minute => Total(minute) / span.Passed(minute)).DefaultIfEmpty().Max(),
            _tellsZeros);
        _minutes = [.. _told.Where(minute =>
            _arrival.IsWhole(minute, Requests(candidate, minute), Requests(stable, minute)))];
    }

    /// <summary>Failed requests. A minute of which only one half has arrived waits for the other.</summary>
    public IReadOnlyList<Minute> Failed() => All(_minutes, minute => Both(one => Failed(one, minute)));

    /// <summary>
    /// Failed requests as far as they have arrived. In minutes that are not whole, what may be true of both versions excuses
    /// the candidate: enough to see at once that nothing works, and never to see that all is well.
    /// </summary>
    public IReadOnlyList<Minute> FailedSoFar() => !_tellsZeros
        ? Failed()
        : [.. All(_told, minute => Both(one => Failed(one, minute)))
            .Select(minute => _minutes.Contains(minute.Start) ? minute : _arrival.Excused(minute))
            .OfType<Minute>()];

    /// <summary>Slow requests. Cold starts follow each shift and each idle time, and are none of the code's doing.</summary>
    public IReadOnlyList<Minute> Slow(int index) =>
    [
        .. All(_minutes, minute => Both(one => one.Slow(_reading, minute, index)))
            .Select(minute => _arrival.IsWhole(minute.Start, minute.Candidate.Requests, minute.Stable.Requests)
                ? minute
                : minute with { Candidate = default, Stable = default })
            .Select(minute => minute with { WeightChanged = HasColdStarts(minute.Start) || !IsWarm(minute.Start) }),
    ];

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
        .. All(_minutes, minute => Both(one => Failed(one, minute) is { } requests && Counted(one, minute, index) is { } count
            ? requests with { Bad = (long)Math.Clamp(Math.Round(count), 0, requests.Requests) }
            : null)).Where(HasArrived).Select(minute => minute with { WeightChanged = HasColdStarts(minute.Start) }),
    ];

    /// <summary>A metric's values, where both versions have one.</summary>
    public IReadOnlyList<ComparedValues> Values(int index) =>
    [
        .. _minutes.Select(minute => new ComparedValues(minute, Value(_candidate, minute, index), Value(_stable, minute, index))),
    ];

    private long Total(DateTimeOffset minute) => Requests(_candidate, minute) + Requests(_stable, minute);

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

    private Minute[] All(
        IReadOnlyList<DateTimeOffset> minutes, Func<DateTimeOffset, (Counts Candidate, Counts Stable)> of) =>
        [.. minutes.Select(minute => Changed(minute, of(minute)))];

    // Where the weight changed, or not all has arrived, the share that was seen is not the one that the failures were shared by.
    private Minute Changed(DateTimeOffset start, (Counts Candidate, Counts Stable) counts)
    {
        var changed = _span.Changes.Any(change => change.IsIn(start));
        var minute = new Minute(start, counts.Candidate, counts.Stable) { WeightChanged = changed };
        var (smallest, largest) = _span.Shares(start);
        return changed || !_span.IsDue(start)
            ? minute with { LargestShare = largest, LargestStableShare = 1 - smallest }
            : minute;
    }
}
