using Canary.Ports;
using Canary.Rollouts;
using Canary.Statistics;

namespace Canary.Analysis;

/// <summary>What both versions did in the same minutes, as it was read.</summary>
internal sealed class SharedTraffic
{
    private readonly ComparedSpan _span;
    private readonly ReadMinutes _read;
    private readonly WarmUp _warmUp;
    private readonly Arrival _arrival;
    private readonly IReadOnlyList<DateTimeOffset> _told;
    private readonly IReadOnlyList<DateTimeOffset> _minutes;

    public SharedTraffic(
        MetricReading reading, ComparedSpan span, VersionMetrics candidate, VersionMetrics stable, AnalysisMemory known)
    {
        (_span, _read) = (span, new(reading, span, candidate, stable, known.SparseErrors));
        _warmUp = new(span, _read.OfCandidate, _read.OfStable);
        // What the stable version did before the candidate had its first request is no comparison, and reads oddly.
        _told = [.. span.Minutes(minute => _read.Total(minute) == 0).SkipWhile(minute => _read.OfCandidate(minute) == 0)];
        var whole = _told.Where(minute => span.IsDue(minute) && span.Shares(minute).Smallest > 0).Select(_read.Total).ToList();
        _arrival = new(
            span,
            TrafficLevel.Of(whole, known.RequestsPerMinute),
            _told.Select(minute => _read.Total(minute) / span.Passed(minute)).DefaultIfEmpty().Max(),
            _read.TellsZeros);
        _minutes = [.. _told.Where(minute => _arrival.IsWhole(minute, _read.OfCandidate(minute), _read.OfStable(minute)))];
    }

    /// <summary>The minutes that have arrived whole, in the order of time.</summary>
    public IReadOnlyList<DateTimeOffset> Minutes => _minutes;

    /// <summary>Failed requests. A minute of which only one half has arrived waits for the other.</summary>
    public IReadOnlyList<Minute> Failed() => All(_minutes, _read.Failed);

    /// <summary>
    /// Failed requests as far as they have arrived. In minutes that are not whole, what may be true of both versions excuses
    /// the candidate: enough to see at once that nothing works, and never to see that all is well.
    /// </summary>
    public IReadOnlyList<Minute> FailedSoFar() => !_read.TellsZeros
        ? Failed()
        : [.. All(_told, _read.Failed)
            .Select(minute => IsWhole(minute) ? minute : _arrival.Excused(minute))
            .OfType<Minute>()];

    /// <summary>Slow requests, or quick ones.</summary>
    public IReadOnlyList<Minute> Slow(int index, SlowThreshold threshold) => Warm(
        All(_minutes, minute => _read.Slow(minute, index, threshold))
            .Select(minute => IsWhole(minute) ? minute : Untold(minute)));

    /// <summary>The same of slow requests as <see cref="FailedSoFar"/>. Of quick ones too few may just be under way.</summary>
    public IReadOnlyList<Minute> SlowSoFar(int index, SlowThreshold threshold) => Warm(
        All(_told, minute => _read.Slow(minute, index, threshold))
            .Select(minute => IsWhole(minute) ? minute
                : threshold.CountsQuick ? Untold(minute)
                : _arrival.Excused(minute) ?? Untold(minute)));

    /// <summary>Failed requests of each minute, whole or not.</summary>
    public IEnumerable<(Counts Candidate, Counts Stable)> FailedAsTold() =>
        _told.Select(_read.Failed);

    /// <summary>Slow requests, or quick ones, of each minute without cold starts, whole or not.</summary>
    public IEnumerable<(Counts Candidate, Counts Stable)> SlowAsTold(int index, SlowThreshold threshold) =>
        _told.Where(minute => !_warmUp.MayBeIn(minute)).Select(minute => _read.Slow(minute, index, threshold));

    /// <summary>
    /// Whether a minute is among them in which both versions served at the present weight, and slow requests could be judged.
    /// </summary>
    public bool SeesPresentWeight => _span.Changes is [.., var last]
        && _minutes.Any(minute => last.IsOver(minute) && !_warmUp.FollowsAShift(minute)
            && _read.OfCandidate(minute) > 0 && _read.OfStable(minute) > 0);

    /// <inheritdoc cref="ReadMinutes.ThrottledAt"/>
    public DateTimeOffset? ThrottledAt => _read.ThrottledAt;

    private IReadOnlyList<Minute> Warm(IEnumerable<Minute> minutes) =>
        [.. minutes.Select(minute => minute with { WeightChanged = _warmUp.MayBeIn(minute.Start) })];

    private static Minute Untold(Minute minute) => minute with { Candidate = default, Stable = default };

    private bool IsWhole(Minute minute) =>
        _arrival.IsWhole(minute.Start, minute.Candidate.Requests, minute.Stable.Requests);

    /// <summary>Whether a minute may have seen the cold starts that follow a shift.</summary>
    public bool HasColdStarts(DateTimeOffset minute) => _span.Changes.Any(change => change.MayHaveColdStarts(minute));

    /// <inheritdoc cref="ReadMinutes.Failed(VersionMetrics, DateTimeOffset)"/>
    public Counts? Failed(VersionMetrics metrics, DateTimeOffset minute) => _read.Failed(metrics, minute);

    /// <inheritdoc cref="ReadMinutes.Both"/>
    public (Counts Candidate, Counts Stable) Both(Func<VersionMetrics, Counts?> of) => _read.Both(of);

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
