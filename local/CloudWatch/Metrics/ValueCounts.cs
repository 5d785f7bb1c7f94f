namespace Canary.Local.CloudWatch.Metrics;

/// <summary>
/// How often each value was observed. Values are kept to four significant digits: at most 9,000 different ones between a power of
/// ten and the next, whatever the traffic. AWS does not tell its own resolution. Not thread-safe.
/// </summary>
internal sealed class ValueCounts
{
    private const double Tolerance = 1e-9;
    // By value. A minute of most metrics has one or a few: there are very many such minutes.
    private readonly SortedList<double, double> _times = new(1);
    private double _all;
    private bool _hasNegative;

    /// <summary>How many different values are kept.</summary>
    public int Distinct => _times.Count;

    public void Add(double value, double times)
    {
        AddExactly(Rounded(value), times);
    }

    public void Add(ValueCounts other)
    {
        foreach (var (value, times) in other._times) AddExactly(value, times);
    }

    /// <summary>
    /// Null where nothing is left to compute it from. Negative values have no such statistics at all in CloudWatch.
    /// </summary>
    public double? Read(StatisticKind kind, StatisticBounds bounds)
    {
        if (_hasNegative) return null;
        var (all, kept) = (_all, bounds.IsPercent ? Ranked(bounds) : Between(bounds));
        var count = kept.Sum(one => one.Times);
        return kind switch
        {
            StatisticKind.TrimmedCount => count,
            StatisticKind.TrimmedSum => Sum(kept),
            StatisticKind.PercentileRank => 100 * count / all,
            StatisticKind.WinsorizedMean when !bounds.IsPercent =>
                Sum(_times.Select(one => (Clamped(one.Key, bounds), one.Value))) / all,
            _ when kept.Count == 0 => null,
            StatisticKind.Percentile => kept[^1].Value,
            StatisticKind.TrimmedMean => Sum(kept) / count,
            _ => (Sum(kept) + kept[0].Value * Below(bounds, all) + kept[^1].Value * (all - Upto(bounds, all))) / all,
        };
    }

    private void AddExactly(double value, double times)
    {
        var index = _times.IndexOfKey(value);
        if (index < 0) _times.Add(value, times);
        else _times.SetValueAtIndex(index, _times.GetValueAtIndex(index) + times);
        _all += times;
        _hasNegative |= value < 0;
    }

    private List<(double Value, double Times)> Between(StatisticBounds bounds) =>
        [.. _times.Where(one => !(one.Key <= bounds.Low) && !(one.Key > bounds.High)).Select(one => (one.Key, one.Value))];

    /// <summary>Lowest first, without so many of the lowest and of the highest as the bounds say.</summary>
    private List<(double Value, double Times)> Ranked(StatisticBounds bounds)
    {
        var (from, to, rank) = (Below(bounds, _all), Upto(bounds, _all), 0.0);
        var kept = new List<(double, double)>();
        foreach (var (value, times) in _times)
        {
            var inside = Math.Min(rank + times, to) - Math.Max(rank, from);
            if (inside > Tolerance) kept.Add((value, inside));
            rank += times;
        }
        return kept;
    }

    // The guide does not say what becomes of a fraction of an observation. It is kept, as p99 keeps it: the guide calls p99 the
    // maximum of what tm99 averages.
    private static double Below(StatisticBounds bounds, double all) => Math.Floor(all * (bounds.Low ?? 0) / 100 + Tolerance);

    private static double Upto(StatisticBounds bounds, double all) =>
        Math.Max(Math.Ceiling(all * (bounds.High ?? 100) / 100 - Tolerance), Math.Min(1, all));

    private static double Clamped(double value, StatisticBounds bounds) =>
        Math.Min(Math.Max(value, bounds.Low ?? double.NegativeInfinity), bounds.High ?? double.PositiveInfinity);

    private static double Sum(IEnumerable<(double Value, double Times)> values) => values.Sum(one => one.Value * one.Times);

    private static double Rounded(double value)
    {
        if (value == 0) return 0;
        var digits = 3 - (int)Math.Floor(Math.Log10(Math.Abs(value)));
        if (digits is > 15 or < -300) return value;
        var scale = Math.Pow(10, Math.Abs(digits));
        return digits >= 0 ? Math.Round(value * scale) / scale : Math.Round(value / scale) * scale;
    }
}
