using Canary.Local.CloudWatch.Model;

namespace Canary.Local.CloudWatch.MetricMath;

/// <summary>The periods that an expression is computed for.</summary>
/// <param name="Start">When the first begins.</param>
/// <param name="Period">In seconds.</param>
/// <param name="Count">How many.</param>
internal sealed record MathGrid(DateTimeOffset Start, int Period, int Count)
{
    /// <summary>As many data points as GetMetricData can answer with.</summary>
    private const int MaximumCount = 100_800;

    /// <exception cref="MathException">It has too many periods.</exception>
    public static MathGrid Of(MetricSpan span, int period, DateTimeOffset now)
    {
        var start = span.FirstPeriod(period, now);
        var count = Math.Ceiling((span.End - start).TotalSeconds / period);
        return count <= MaximumCount
            ? new(start, period, (int)count)
            : throw new MathException($"it spans {count:F0} periods; at most {MaximumCount} can be computed");
    }

    public DateTimeOffset At(int index) => Start.AddSeconds((double)index * Period);

    public MathValue.Series Lay(string label, IEnumerable<MetricPoint> points)
    {
        var values = new double?[Count];
        foreach (var point in points) values[(int)((point.Timestamp - Start).TotalSeconds / Period)] = point.Value;
        return new(label, values);
    }

    public IReadOnlyList<MetricPoint> Points(MathValue.Series series) =>
    [
        .. series.Values.Index()
            .Where(one => one.Item is not null)
            .Select(one => new MetricPoint(At(one.Index), one.Item!.Value, 0)),
    ];
}
