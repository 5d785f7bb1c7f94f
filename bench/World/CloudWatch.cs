using Canary.Ports;

namespace Canary.Bench.World;

/// <summary>Answers what has arrived, to any request for an alias's metrics.</summary>
internal sealed class CloudWatch(LiveAlias alias, Telling telling)
{
    private readonly Dictionary<string, Series> _series = [];
    private readonly Dictionary<string, IReadOnlyDictionary<DateTimeOffset, double>> _read = [];

    /// <summary>Valid until the next call: each adds to the same series.</summary>
    public MetricReading Read(MetricRequest request)
    {
        var (from, until) = (Time.SecondOf(request.From) / 60, (Time.SecondOf(request.Until) + 59) / 60);
        _read.Clear();
        var sources = request.Queries.Select(query => query.Source).OfType<MetricSource>();
        alias.Watch(sources.Select(Series.ThresholdOf).OfType<double>());
        foreach (var query in request.Queries)
        {
            if (!_series.TryGetValue(query.Id, out var series) || series.From != from)
                _series[query.Id] = series = new(query, from, alias, telling);
            series.Follow(until);
            if (query.IsWanted) _read[query.Id] = series.Values;
        }
        return new(_read);
    }
}
