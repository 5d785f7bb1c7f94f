using Canary.Local.CloudWatch.Model;

namespace Canary.Local.CloudWatch.Metrics;

/// <summary>One metric in one unit. AWS keeps data of under a minute for 3 hours and one-minute data for 15 days.</summary>
internal sealed class MetricSeries
{
    private const int Minute = 60;
    private static readonly TimeSpan FineRetention = TimeSpan.FromHours(3);
    private readonly Lock _gate = new();
    private readonly Ring _fine = new(FineRetention);
    private readonly Ring _coarse = new(TimeSpan.FromDays(15));

    /// <param name="timestamp">The moment that it belongs to.</param>
    /// <param name="resolution">
    /// 1 or 60 seconds. A one-minute metric has its data only at the full minute, whatever period is asked for.
    /// </param>
    /// <param name="add">Adds the observations.</param>
    public void Record(DateTimeOffset timestamp, int resolution, Action<Aggregate> add)
    {
        var second = timestamp.ToUnixTimeSeconds();
        lock (_gate)
        {
            // One-minute data need not be kept twice while there are no others.
            if (resolution < Minute || !_fine.IsEmpty) add(_fine.At(Floor(second, resolution)));
            add(_coarse.At(Floor(second, Minute)));
        }
    }

    /// <summary>
    /// The periods with data that begin in [start, end), oldest first. The first period begins at <paramref name="start"/>.
    /// </summary>
    public List<MetricPoint> Read(Statistic statistic, DateTimeOffset start, DateTimeOffset end, int period)
    {
        var points = new List<MetricPoint>();
        var (from, to) = (start.ToUnixTimeSeconds(), end.ToUnixTimeSeconds());
        lock (_gate)
        {
            var ring = period < Minute && !_fine.IsEmpty ? _fine : _coarse;
            var oldest = period < Minute ? ring.Newest - (long)FineRetention.TotalSeconds : long.MinValue;
            for (var next = ring.Next(Math.Max(from, oldest)); next < to; next = ring.Next(from))
            {
                from += Floor(next.Value - from, period);
                if (ring.Between(from, Math.Min(from + period, to)) is { } whole && whole.Read(statistic) is { } value)
                    points.Add(new MetricPoint(DateTimeOffset.FromUnixTimeSeconds(from), value, whole.Count));
                from += period;
            }
        }
        return points;
    }

    private static long Floor(long value, long step) => value - (value % step + step) % step;
}
