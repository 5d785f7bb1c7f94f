using Canary.Local.CloudWatch.Model;

namespace Canary.Local.CloudWatch.Metrics;

/// <summary>All observations of one period. Not thread-safe: its series locks.</summary>
internal sealed class Aggregate
{
    private readonly ValueCounts _values = new();
    private bool _hasValues = true;

    public double Count { get; private set; }

    private double Sum { get; set; }

    private double Minimum { get; set; } = double.PositiveInfinity;

    private double Maximum { get; set; } = double.NegativeInfinity;

    public void Add(double value, double times = 1)
    {
        Sums(new StatisticSet(times, value * times, value, value));
        _values.Add(value, times);
    }

    public void Add(StatisticSet set)
    {
        Sums(set);
        if (set.IsOneValue) _values.Add(set.Minimum, set.SampleCount);
        else _hasValues = false;
    }

    public void Add(Aggregate other)
    {
        Sums(new StatisticSet(other.Count, other.Sum, other.Minimum, other.Maximum));
        _hasValues &= other._hasValues;
        _values.Add(other._values);
    }

    public void Add(MetricDatum datum)
    {
        if (datum.Value is { } value) Add(value);
        else if (datum.Statistics is not null) Add(datum.Statistics);
        else foreach (var (index, one) in datum.Values!.Index()) Add(one, datum.Counts?[index] ?? 1);
    }

    /// <summary>Null when there is nothing to compute it from: sets of several values have lost the single ones.</summary>
    public double? Read(Statistic statistic) => statistic.Kind switch
    {
        _ when Count <= 0 => null,
        StatisticKind.SampleCount => Count,
        StatisticKind.Sum => Sum,
        StatisticKind.Minimum => Minimum,
        StatisticKind.Maximum => Maximum,
        StatisticKind.Average => Sum / Count,
        _ when !_hasValues => null,
        // Rounding must not lead beyond what was seen.
        StatisticKind.Percentile =>
            _values.Read(statistic.Kind, statistic.Bounds!) is { } value ? Math.Clamp(value, Minimum, Maximum) : null,
        _ => _values.Read(statistic.Kind, statistic.Bounds!),
    };

    private void Sums(StatisticSet set)
    {
        Count += set.SampleCount;
        Sum += set.Sum;
        Minimum = Math.Min(Minimum, set.Minimum);
        Maximum = Math.Max(Maximum, set.Maximum);
    }
}
