namespace Canary.Local.CloudWatch.Metrics;

/// <summary>Aggregates by the second at which their period begins, back to a bounded age.</summary>
/// <param name="retention">How far behind the newest period an old one is forgotten.</param>
internal sealed class Ring(TimeSpan retention)
{
    private readonly SortedList<long, Aggregate> _periods = [];

    public bool IsEmpty => _periods.Count == 0;

    /// <summary>When the newest period begins; long ago if there is none.</summary>
    public long Newest => IsEmpty ? 0 : _periods.GetKeyAtIndex(_periods.Count - 1);

    public Aggregate At(long second)
    {
        if (_periods.TryGetValue(second, out var period)) return period;
        _periods[second] = period = new Aggregate();
        while (_periods.GetKeyAtIndex(0) < _periods.GetKeyAtIndex(_periods.Count - 1) - (long)retention.TotalSeconds)
            _periods.RemoveAt(0);
        return period;
    }

    /// <summary>What lies in [from, to), merged, to be read only; null if nothing does.</summary>
    public Aggregate? Between(long from, long to)
    {
        var (first, end) = (FirstFrom(from), FirstFrom(to));
        if (end - first <= 1) return first < end ? _periods.GetValueAtIndex(first) : null;
        var merged = new Aggregate();
        for (var index = first; index < end; index++) merged.Add(_periods.GetValueAtIndex(index));
        return merged;
    }

    /// <summary>When the first period at or after this second begins; null if none does.</summary>
    public long? Next(long from) => FirstFrom(from) is var index && index < _periods.Count ? _periods.GetKeyAtIndex(index) : null;

    private int FirstFrom(long second)
    {
        var (low, high) = (0, _periods.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_periods.GetKeyAtIndex(middle) < second) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
