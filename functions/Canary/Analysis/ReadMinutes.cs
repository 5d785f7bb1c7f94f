using Canary.Ports;
using Canary.Rollouts;
using Canary.Statistics;

namespace Canary.Analysis;

/// <summary>
/// What each version did in a minute, as it was read. It is asked again and again for the same minutes, and works out each once.
/// </summary>
internal sealed class ReadMinutes
{
    private readonly MetricReading _reading;
    private readonly ComparedSpan _span;
    private readonly VersionMetrics _candidate;
    private readonly VersionMetrics _stable;
    private readonly bool? _sparseErrors;
    private readonly Dictionary<DateTimeOffset, Counts?> _ofCandidate = [];
    private readonly Dictionary<DateTimeOffset, Counts?> _ofStable = [];
    private readonly Dictionary<(int Index, DateTimeOffset Minute), (Counts Candidate, Counts Stable)> _slow = [];

    public ReadMinutes(
        MetricReading reading, ComparedSpan span, VersionMetrics candidate, VersionMetrics stable, bool? sparseErrors)
    {
        (_reading, _span, _candidate, _stable, _sparseErrors) = (reading, span, candidate, stable, sparseErrors);
        TellsZeros = candidate.TellsZeros(reading) || stable.TellsZeros(reading);
    }

    /// <summary>Whether a request that did not fail is told of as an error of 0 anywhere.</summary>
    public bool TellsZeros { get; }

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

    /// <summary>The candidate's requests of a minute.</summary>
    public long OfCandidate(DateTimeOffset minute) => Failed(_candidate, minute)?.Requests ?? 0;

    /// <summary>The stable version's requests of a minute.</summary>
    public long OfStable(DateTimeOffset minute) => Failed(_stable, minute)?.Requests ?? 0;

    /// <summary>Both versions' requests of a minute.</summary>
    public long Total(DateTimeOffset minute) => OfCandidate(minute) + OfStable(minute);

    /// <summary>Requests and failed ones of a minute.</summary>
    public (Counts Candidate, Counts Stable) Failed(DateTimeOffset minute) => Both(one => Failed(one, minute));

    /// <summary>
    /// A version's requests and failed ones of a minute. Lambda reports throttles only where there were some,
    /// so the other version's may be still under way.
    /// </summary>
    public Counts? Failed(VersionMetrics metrics, DateTimeOffset minute)
    {
        var known = metrics == _candidate ? _ofCandidate : _ofStable;
        return known.TryGetValue(minute, out var counts) ? counts : known[minute] = Read(metrics, minute);
    }

    /// <summary>Requests of a minute, and those of them that a threshold counts.</summary>
    public (Counts Candidate, Counts Stable) Slow(DateTimeOffset minute, int index, SlowThreshold threshold) =>
        _slow.TryGetValue((index, minute), out var counts)
            ? counts
            : _slow[(index, minute)] = Both(one => one.Slow(_reading, minute, index, threshold));

    /// <summary>What is known of one version alone cannot be compared.</summary>
    public (Counts Candidate, Counts Stable) Both(Func<VersionMetrics, Counts?> of) =>
        of(_candidate) is { } candidate && of(_stable) is { } stable ? (candidate, stable) : default;

    private Counts? Read(VersionMetrics metrics, DateTimeOffset minute) => metrics.Failed(
        _reading,
        minute,
        withThrottles: _span.IsSettled(minute)
            || (_candidate.TellsThrottles(_reading, minute) && _stable.TellsThrottles(_reading, minute)),
        missingIsZero: _sparseErrors ?? (!TellsZeros && _span.IsSettled(minute)));
}
