namespace Canary.Local.CloudWatch.Metrics;

/// <summary>All observations of one period. Not thread-safe: its series locks.</summary>
internal sealed class Aggregate
{
    private readonly SortedDictionary<double, double> _values = [];
    private bool _hasPercentiles = true;

    public double Count { get; private set; }

    private double Sum { get; set; }

    private double Minimum { get; set; } = double.PositiveInfinity;

    private double Maximum { get; set; } = double.NegativeInfinity;

    public void Add(double value, double times = 1)
    {
        Add(new StatisticSet(times, value * times, value, value), Rounded(value));
    }

    public void Add(StatisticSet set)
    {
        if (set.IsOneValue) Add(set, Rounded(set.Minimum));
        else
        {
            Sums(set);
            _hasPercentiles = false;
        }
    }

    public void Add(Aggregate other)
    {
        Sums(new StatisticSet(other.Count, other.Sum, other.Minimum, other.Maximum));
        _hasPercentiles &= other._hasPercentiles;
        foreach (var (value, times) in other._values) _values[value] = _values.GetValueOrDefault(value) + times;
    }

    /// <summary>Null when there is nothing to compute it from.</summary>
    public double? Read(Statistic statistic) => statistic switch
    {
        _ when Count <= 0 => null,
        { Percent: { } percent } => _hasPercentiles ? Percentile(percent) : null,
        { Text: "SampleCount" } => Count,
        { Text: "Sum" } => Sum,
        { Text: "Minimum" } => Minimum,
        { Text: "Maximum" } => Maximum,
        _ => Sum / Count,
    };

    /// <summary>Four significant digits bound the number of different values that a period keeps; AWS's percentiles are approximate as well.</summary>
    private static double Rounded(double value)
    {
        if (value == 0) return 0;
        var digits = 3 - (int)Math.Floor(Math.Log10(Math.Abs(value)));
        if (digits is > 15 or < -300) return value;
        var scale = Math.Pow(10, Math.Abs(digits));
        return digits >= 0 ? Math.Round(value * scale) / scale : Math.Round(value / scale) * scale;
    }

    private void Add(StatisticSet set, double value)
    {
        Sums(set);
        _values[value] = _values.GetValueOrDefault(value) + set.SampleCount;
    }

    private void Sums(StatisticSet set)
    {
        Count += set.SampleCount;
        Sum += set.Sum;
        Minimum = Math.Min(Minimum, set.Minimum);
        Maximum = Math.Max(Maximum, set.Maximum);
    }

    private double Percentile(double percent)
    {
        var left = Count * percent / 100;
        foreach (var (value, times) in _values)
        {
            left -= times;
            if (left <= 1e-9) return Math.Clamp(value, Minimum, Maximum);
        }
        return Maximum;
    }
}
