using Canary.Ports;
using Canary.Rollouts;
using Canary.Statistics;

namespace Canary.Analysis;

/// <summary>What both versions did in the same minutes, as it was read.</summary>
internal sealed class SharedTraffic
{
    private readonly MetricReading _reading;
    private readonly ComparedSpan _span;
    private readonly VersionMetrics _candidate;
    private readonly VersionMetrics _stable;
    private readonly bool? _sparseErrors;
    private readonly bool _tellsZeros;
    private readonly WarmUp _warmUp;
    private readonly Arrival _arrival;
    private readonly IReadOnlyList<DateTimeOffset> _told;
    private readonly IReadOnlyList<DateTimeOffset> _minutes;

    public SharedTraffic(
        MetricReading reading, ComparedSpan span, VersionMetrics candidate, VersionMetrics stable, AnalysisMemory known)
    {
        (_reading, _span, _candidate, _stable, _sparseErrors) = (reading, span, candidate, stable, known.SparseErrors);
        _tellsZeros = candidate.TellsZeros(reading) || stable.TellsZeros(reading);
        _warmUp = new(span, minute => Requests(candidate, minute), minute => Requests(stable, minute));
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

    /// <summary>The minutes that have arrived whole, in the order of time.</summary>
    public IReadOnlyList<DateTimeOffset> Minutes => _minutes;

    /// <summary>Failed requests. A minute of which only one half has arrived waits for the other.</summary>
    public IReadOnlyList<Minute> Failed() => All(_minutes, minute => Both(one => Failed(one, minute)));

    /// <summary>
    /// Failed requests as far as they have arrived. In minutes that are not whole, what may be true of both versions excuses
    /// the candidate: enough to see at once that nothing works, and never to see that all is well.
    /// </summary>
    public IReadOnlyList<Minute> FailedSoFar() => !_tellsZeros
        ? Failed()
        : [.. All(_told, minute => Both(one => Failed(one, minute)))
            .Select(minute => IsWhole(minute) ? minute : _arrival.Excused(minute))
            .OfType<Minute>()];

    /// <summary>Slow requests, or quick ones.</summary>
    public IReadOnlyList<Minute> Slow(int index, SlowThreshold threshold) => Warm(
        All(_minutes, minute => Both(one => one.Slow(_reading, minute, index, threshold)))
            .Select(minute => IsWhole(minute) ? minute : Untold(minute)));

    /// <summary>The same of slow requests as <see cref="FailedSoFar"/>. Of quick ones too few may just be under way.</summary>
    public IReadOnlyList<Minute> SlowSoFar(int index, SlowThreshold threshold) => Warm(
        All(_told, minute => Both(one => one.Slow(_reading, minute, index, threshold)))
            .Select(minute => IsWhole(minute) ? minute
                : threshold.CountsQuick ? Untold(minute)
                : _arrival.Excused(minute) ?? Untold(minute)));

    /// <summary>Failed requests of each minute, whole or not.</summary>
    public IEnumerable<(Counts Candidate, Counts Stable)> FailedAsTold() =>
        _told.Select(minute => Both(one => Failed(one, minute)));

    /// <summary>Slow requests, or quick ones, of each minute without cold starts, whole or not.</summary>
    public IEnumerable<(Counts Candidate, Counts Stable)> SlowAsTold(int index, SlowThreshold threshold) =>
        _told.Where(minute => !_warmUp.MayBeIn(minute))
            .Select(minute => Both(one => one.Slow(_reading, minute, index, threshold)));

    /// <summary>
    /// Whether a minute is among them in which both versions served at the present weight, and slow requests could be judged.
    /// </summary>
    public bool SeesPresentWeight => _span.Changes is [.., var last]
        && _minutes.Any(minute => last.IsOver(minute) && !_warmUp.FollowsAShift(minute)
            && Requests(_candidate, minute) > 0 && Requests(_stable, minute) > 0);

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

    private IReadOnlyList<Minute> Warm(IEnumerable<Minute> minutes) =>
        [.. minutes.Select(minute => minute with { WeightChanged = _warmUp.MayBeIn(minute.Start) })];

    private static Minute Untold(Minute minute) => minute with { Candidate = default, Stable = default };

    private bool IsWhole(Minute minute) =>
        _arrival.IsWhole(minute.Start, minute.Candidate.Requests, minute.Stable.Requests);

    private long Total(DateTimeOffset minute) => Requests(_candidate, minute) + Requests(_stable, minute);

    /// <summary>Whether a minute may have seen the cold starts that follow a shift.</summary>
    public bool HasColdStarts(DateTimeOffset minute) => _span.Changes.Any(change => change.MayHaveColdStarts(minute));

    private long Requests(VersionMetrics metrics, DateTimeOffset minute) => Failed(metrics, minute)?.Requests ?? 0;

    /// <summary>
    /// A version's requests and failed ones of a minute. Lambda reports throttles only where there were some,
    /// so the other version's may be still under way.
    /// </summary>
    public Counts? Failed(VersionMetrics metrics, DateTimeOffset minute) => metrics.Failed(
        _reading,
        minute,
        withThrottles: _span.IsSettled(minute)
            || (_candidate.TellsThrottles(_reading, minute) && _stable.TellsThrottles(_reading, minute)),
        missingIsZero: _sparseErrors ?? (!_tellsZeros && _span.IsSettled(minute)));

    /// <summary>What is known of one version alone cannot be compared.</summary>
    public (Counts Candidate, Counts Stable) Both(Func<VersionMetrics, Counts?> of) =>
        of(_candidate) is { } candidate && of(_stable) is { } stable ? (candidate, stable) : default;

    /// <summary>Some minutes, with what is known of both versions in each.</summary>
    public Minute[] All(
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
            : minute with { Share = largest };
    }
}
